package org.stele.demonstration;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stele.register.AgeClass;
import org.stele.register.Attribution;
import org.stele.register.CivilianStatus;
import org.stele.register.Sex;
import org.stele.register.Victim;

/** A second, simple way to count the programme, apart from the room that counts the register: one loop over the people. */
record Tally(List<Victim> victims) {

    /** Counted victims as the register held them at the end of the day. */
    static Tally asOf(Programme programme, LocalDate day) {
        return new Tally(programme.victims().stream().map(story -> at(story, day)).filter(Objects::nonNull)
                .filter(victim -> victim.documentedOn() != null && victim.status() == CivilianStatus.CIVILIAN).toList());
    }

    private static Victim at(Story<Victim> story, LocalDate day) {
        Victim victim = null;
        for (Story.State<Victim> state : story.states()) {
            victim = state.day().isAfter(day) ? victim : state.record();
        }
        return victim;
    }

    Tally where(Predicate<Victim> wanted) {
        return new Tally(victims.stream().filter(wanted).toList());
    }

    Tally in(YearMonth... months) {
        return where(victim -> Stream.of(months).anyMatch(month -> month.equals(YearMonth.from(victim.documentedOn()))));
    }

    Tally through(YearMonth month) {
        return where(victim -> !victim.documentedOn().isAfter(month.atEndOfMonth()));
    }

    /** By party, "other", or "joint". */
    Tally by(String party) {
        return where(victim -> party(victim).equals(party));
    }

    Tally category(String category) {
        return where(victim -> category.equals(victim.attribution().category()));
    }

    Tally torture() {
        return where(victim -> "torture".equals(victim.method()));
    }

    Tally landmines() {
        return where(victim -> "landmine".equals(victim.weapon()));
    }

    Tally diedIn(String governorate) {
        return where(victim -> Objects.equals(victim.deathPlace().code(), governorate));
    }

    Tally group(String group) {
        return where(victim -> victim.groups().contains(group));
    }

    int killed() {
        return victims.size();
    }

    int children() {
        return where(victim -> victim.age().classed(18) == AgeClass.CHILD).killed();
    }

    int women() {
        return where(victim -> victim.age().classed(18) == AgeClass.ADULT && victim.sex() == Sex.FEMALE).killed();
    }

    int men() {
        return where(victim -> victim.age().classed(18) == AgeClass.ADULT && victim.sex() == Sex.MALE).killed();
    }

    /** Killed, children, women, as the sums are written. */
    Toll toll() {
        return new Toll(killed(), children(), women());
    }

    /** Counted victims of each incident of five or more. */
    Map<Long, List<Victim>> massacres() {
        Map<Long, List<Victim>> all = victims.stream().filter(victim -> victim.incident() != null)
                .collect(Collectors.groupingBy(Victim::incident, HashMap::new, Collectors.toList()));
        all.values().removeIf(killed -> killed.size() < 5);
        return all;
    }

    <K> Map<K, Long> counted(Function<Victim, K> key) {
        return victims.stream().collect(Collectors.groupingBy(key, Collectors.counting()));
    }

    static String party(Victim victim) {
        Attribution attribution = victim.attribution();
        return switch (attribution.state()) {
            case ATTRIBUTED -> attribution.parties().getFirst();
            case JOINT -> "joint";
            case UNDETERMINED -> "other";
        };
    }
}
