package org.stele.demonstration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** What is recorded in which evening, and why: the programme turned from records with a history into days with changes. */
final class Diary {

    private final NavigableMap<LocalDate, Map<String, Entry>> days = new TreeMap<>();

    /** One change: everything that is recorded in one evening for one reason. A state is named by its record's position and its own, from 0. */
    record Entry(LocalDate day, String reason, List<Step> incidents, List<Step> victims, List<Testimony> testimonies) {
    }

    /** One state of one record. */
    record Step(int record, int state) {
    }

    static Diary of(Programme programme) {
        var diary = new Diary();
        diary.incidents(programme.incidents());
        diary.victims(programme.victims());
        for (Testimony testimony : programme.testimonies()) {
            diary.entry(programme.victims().get(testimony.victim()), testimony.day()).testimonies.add(testimony);
        }
        return diary;
    }

    /** In order of day. */
    Collection<LocalDate> days() {
        return days.navigableKeySet();
    }

    /** The changes of one evening; none for a day on which nothing happened. */
    Collection<Entry> of(LocalDate day) {
        return days.getOrDefault(day, Map.of()).values();
    }

    private void incidents(List<? extends Story<?>> stories) {
        each(stories, (entry, step) -> entry.incidents.add(step));
    }

    private void victims(List<? extends Story<?>> stories) {
        each(stories, (entry, step) -> entry.victims.add(step));
    }

    private interface Adding {
        void add(Entry entry, Step step);
    }

    private void each(List<? extends Story<?>> stories, Adding adding) {
        for (int record = 0; record < stories.size(); record++) {
            List<? extends Story.State<?>> states = stories.get(record).states();
            for (int state = 0; state < states.size(); state++) {
                adding.add(entry(states.get(state).day(), states.get(state).reason()), new Step(record, state));
            }
        }
    }

    private Entry entry(LocalDate day, String reason) {
        return days.computeIfAbsent(day, any -> new LinkedHashMap<>())
                .computeIfAbsent(reason, any -> new Entry(day, reason, new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
    }

    /** A testimony comes with the state of the victim that is recorded on its day. */
    private Entry entry(Story<?> story, LocalDate day) {
        return story.states().stream().filter(state -> state.day().equals(day)).findFirst().map(state -> entry(day, state.reason()))
                .orElseThrow(() -> new IllegalStateException("Nothing is recorded on " + day + " of " + story));
    }
}
