package org.stele.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.stele.codebook.VerificationRules;
import org.stele.register.CivilianStatus;
import org.stele.register.Victim;
import org.stele.review.Obstacle.Kind;

/**
 * What must be there before persons are documented: the codebook's minimum (counting-rules §1.2). Pure.
 *
 * @param rules       of the codebook in force
 * @param assessments of the case's messages, by message; one not assessed counts as a source of unknown grade
 * @param refused     messages whose senders did not agree that it is verified, or took that back
 * @param pictured    messages with which a photograph or video came
 */
record Gate(VerificationRules rules, Map<Long, Assessment> assessments, Set<Long> refused, Set<Long> pictured) {

    /**
     * @param victim  a person found
     * @param told    what tells of the person
     * @param earlier how many sources the register has for the person besides these messages
     * @param shown   whether the register has a picture of the person already
     */
    record Person(Victim victim, List<Told> told, int earlier, boolean shown) {
    }

    /** Everything that stands in the way; empty if nothing does. */
    List<Obstacle> obstacles(Matter matter, List<Person> persons) {
        List<Obstacle> obstacles = new ArrayList<>();
        if (matter == Matter.CONCERN) {
            obstacles.add(Obstacle.of(Kind.NOT_KNOWN_DEAD));
        }
        if (persons.isEmpty()) {
            obstacles.add(Obstacle.of(Kind.NO_PERSON));
        }
        for (int at = 0; at < persons.size(); at++) {
            check(at + 1, persons.get(at), obstacles);
        }
        return obstacles;
    }

    private void check(int number, Person person, List<Obstacle> obstacles) {
        Set<Long> messages = person.told().stream().map(Told::message).collect(Collectors.toSet());
        messages.stream().filter(refused::contains).sorted().forEach(each -> obstacles.add(Obstacle.of(Kind.NO_CONSENT, number, each)));
        Set<Long> usable = messages.stream().filter(each -> !refused.contains(each) && assessment(each).usable()).collect(Collectors.toSet());
        int sources = independent(usable) + person.earlier();
        if (sources < rules.independentSources()) {
            obstacles.add(Obstacle.of(Kind.TOO_FEW_SOURCES, number, sources, rules.independentSources()));
        }
        boolean shown = person.shown() || usable.stream().anyMatch(pictured::contains);
        if (!person.victim().name().known() && rules.pictureForNameless() && !shown) {
            obstacles.add(Obstacle.of(Kind.NO_PICTURE, number));
        }
        if (person.victim().status() == CivilianStatus.UNKNOWN) {
            obstacles.add(Obstacle.of(Kind.STATUS_OPEN, number));
        }
    }

    /** How many sources that do not know of each other are behind these messages: those that have it from one another are one. */
    int independent(Set<Long> messages) {
        return (int) messages.stream().map(this::root).distinct().count();
    }

    /** The first of those that have it from one another; where they lead in a circle, the one with the smallest number. */
    private long root(long message) {
        Set<Long> seen = new java.util.TreeSet<>();
        long at = message;
        while (seen.add(at)) {
            Long before = assessment(at).restsOn();
            if (before == null) {
                return at;
            }
            at = before;
        }
        return circle(at);
    }

    private long circle(long begin) {
        long least = begin;
        for (Long at = assessment(begin).restsOn(); at != null && at != begin; at = assessment(at).restsOn()) {
            least = Math.min(least, at);
        }
        return least;
    }

    private Assessment assessment(long message) {
        return assessments.getOrDefault(message, Assessment.none(message));
    }
}
