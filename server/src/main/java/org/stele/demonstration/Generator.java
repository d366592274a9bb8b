package org.stele.demonstration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.stele.register.CountRange;
import org.stele.register.Incident;
import org.stele.register.Standing;
import org.stele.register.Victim;
import org.stele.register.Words;

/** Makes the demonstration: from the sums to incidents, from incidents to people, from people to their history. Pure: the same every time. */
final class Generator {

    private final Targets targets = Targets.read();
    private final Told told = Told.read();
    private final Names names = new Names();
    private final Towns towns = new Towns();
    private final Likelihoods likelihoods = new Likelihoods();
    private final Scenes scenes = new Scenes(likelihoods, towns, names);
    private final People people = new People(names, towns);
    private final Histories histories = new Histories();
    private final Dice dice = Dice.forPurpose("programme");

    private final List<Story<Incident>> incidents = new ArrayList<>();
    private final List<Victim> victims = new ArrayList<>();
    private final List<Origin> origins = new ArrayList<>();

    /** What a victim was made from. */
    private record Origin(Draft draft, Scene scene, int waiting) {
    }

    private Generator() {
    }

    static Programme generate() {
        return new Generator().programme();
    }

    private Programme programme() {
        Drafting.of(targets, told, likelihoods).forEach(this::record);
        List<Victim> members = new Groups(targets.groups()).join(victims, origins.stream().map(origin -> origin.draft.cell()).toList());
        List<Story<Victim>> stories = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            Origin origin = origins.get(i);
            stories.add(histories.of(members.get(i), origin.draft, origin.scene, origin.waiting));
        }
        stories.addAll(new Outsiders(names, towns).all());
        return new Programme(Testimonies.sources(), incidents, stories, new Testimonies(towns).about(stories, Testimonies.sources().size()));
    }

    private void record(Draft draft) {
        Scene drawn = scenes.of(draft);
        int waiting = histories.daysWaiting(draft, drawn);
        Scene scene = drawn.earlier(waiting);
        Origin origin = new Origin(draft, scene, waiting);
        if (draft.custody()) {
            add(people.died(draft, scene), origin);
            return;
        }
        incidents.add(histories.of(incident(draft, scene), draft, scene, waiting));
        for (int i = 0; i < draft.people().size(); i++) {
            Victim victim = people.killed(draft, scene, i, incidents.size());
            boolean last = i == draft.people().size() - 1;
            add(last && foundLater(draft) ? victim.with(new Standing.Documented(draft.day().plusDays(2))) : victim, origin);
        }
    }

    private void add(Victim victim, Origin origin) {
        victims.add(victim);
        origins.add(origin);
    }

    /** The last victim of some massacres is documented two days after the others, in the same month. */
    private boolean foundLater(Draft draft) {
        LocalDate later = draft.day().plusDays(2);
        return draft.people().size() >= Drafting.MASSACRE && draft.told() == null && later.getMonthValue() == draft.day().getMonthValue() && dice.percent(30);
    }

    private Incident incident(Draft draft, Scene scene) {
        Told.Event event = draft.told();
        if (event != null) {
            return new Incident(event.day(), scene.death(), event.place(), event.spot(), event.method(), event.weapon(), scene.attribution(),
                    CountRange.NONE, event.injured(), event.controlledBy(), event.account(), event.notable());
        }
        int killed = draft.people().size();
        int injured = killed > 1 ? dice.below(3 * killed) : 0;
        CountRange unrecorded = killed >= Drafting.MASSACRE && dice.percent(20) ? new CountRange(1, dice.between(1, 3)) : CountRange.NONE;
        return new Incident(draft.day(), scene.death(), scene.place(), Words.NONE, scene.means().method(), scene.means().weapon(), scene.attribution(),
                unrecorded, new CountRange(injured, injured + dice.below(1 + injured / 3)), null, Words.NONE, false);
    }
}
