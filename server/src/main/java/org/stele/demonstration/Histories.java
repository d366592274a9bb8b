package org.stele.demonstration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.stele.register.AgeRange;
import org.stele.register.Attribution;
import org.stele.register.Incident;
import org.stele.register.PersonName;
import org.stele.register.Standing;
import org.stele.register.Victim;

/**
 * Gives the finished findings a past: taken in before they were verified, a party found later, a name or an age found later. None
 * of it changes what was counted at the end of any month.
 */
final class Histories {

    static final String DOCUMENTED = "Documented";
    private static final String RECEIVED = "Taken in, to be verified by a second person";
    private static final String VERIFIED = "Verified by a second person";
    private static final String ATTRIBUTED = "The weapon and new witnesses settle which party it was";
    private static final String NAMED = "The family gave the name";
    private static final String AGED = "The family gave the age";
    private static final LocalDate FIRST_DAY = LocalDate.of(2020, 1, 2);

    private final Dice dice = Dice.forPurpose("histories");

    /** How many days before it was documented a death was taken in; 0 for most, and always where several were killed together. */
    int daysWaiting(Draft draft, Scene scene) {
        boolean may = draft.people().size() == 1 && draft.told() == null && !draft.custody() && !scene.reattributed();
        int days = may && dice.percent(20) ? dice.between(1, 4) : 0;
        return draft.day().minusDays(days).isBefore(FIRST_DAY) ? 0 : days;
    }

    Story<Incident> of(Incident incident, Draft draft, Scene scene, int waiting) {
        if (waiting > 0) {
            Incident before = new Incident(null, incident.occurred(), incident.place(), incident.spot(), incident.method(), incident.weapon(),
                    incident.attribution(), incident.unrecorded(), incident.injured(), incident.controlledBy(), incident.account(), incident.notable());
            return story(draft.day().minusDays(waiting), RECEIVED, before, draft.day(), VERIFIED, incident);
        }
        if (scene.reattributed()) {
            Incident before = new Incident(incident.documentedOn(), incident.occurred(), incident.place(), incident.spot(), incident.method(), incident.weapon(),
                    scene.first(), incident.unrecorded(), incident.injured(), incident.controlledBy(), incident.account(), incident.notable());
            Incident after = new Incident(incident.documentedOn(), incident.occurred(), incident.place(), incident.spot(), incident.method(), incident.weapon(),
                    later(scene, draft), incident.unrecorded(), incident.injured(), incident.controlledBy(), incident.account(), incident.notable());
            return story(draft.day(), DOCUMENTED, before, Scenes.attributedOn(draft), ATTRIBUTED, after);
        }
        return new Story<>(List.of(new Story.State<>(draft.day(), DOCUMENTED, incident)));
    }

    Story<Victim> of(Victim victim, Draft draft, Scene scene, int waiting) {
        LocalDate day = victim.documentedOn();
        if (waiting > 0) {
            return story(day.minusDays(waiting), RECEIVED, victim.with(new Standing.Received()), day, VERIFIED, victim);
        }
        if (scene.reattributed()) {
            return story(day, DOCUMENTED, victim.with(scene.first()), Scenes.attributedOn(draft), ATTRIBUTED, victim.with(later(scene, draft)));
        }
        List<Story.State<Victim>> states = new ArrayList<>();
        boolean open = draft.told() == null && draft.custodyCase() == null;
        if (open && victim.name().known() && dice.percent(3)) {
            states.add(new Story.State<>(day, DOCUMENTED, known(victim, PersonName.UNKNOWN, victim.age())));
            states.add(new Story.State<>(day.plusDays(dice.between(3, 60)), NAMED, victim));
        } else if (open && victim.age().min() != null && victim.age().min().equals(victim.age().max()) && dice.percent(4)) {
            LocalDate found = day.plusDays(dice.between(2, 12));
            boolean sameMonth = found.getMonthValue() == day.getMonthValue();
            AgeRange before = sameMonth ? AgeRange.UNKNOWN : victim.age().max() < People.ADULT ? AgeRange.child(People.ADULT) : AgeRange.adult(People.ADULT);
            states.add(new Story.State<>(day, DOCUMENTED, known(victim, victim.name(), before)));
            states.add(new Story.State<>(found, AGED, victim));
        } else {
            states.add(new Story.State<>(day, DOCUMENTED, victim));
        }
        return new Story<>(states);
    }

    private static Attribution later(Scene scene, Draft draft) {
        return scene.attribution().because("The weapon and new witnesses settle it.", Scenes.attributedOn(draft));
    }

    private static <R> Story<R> story(LocalDate first, String why, R before, LocalDate then, String whyThen, R after) {
        return new Story<>(List.of(new Story.State<>(first, why, before), new Story.State<>(then, whyThen, after)));
    }

    private static Victim known(Victim victim, PersonName name, AgeRange age) {
        return new Victim(victim.standing(), name, victim.sex(), age, victim.status(), victim.statusReason(), victim.groups(), victim.work(), victim.death(),
                victim.deathPlace(), victim.origin(), victim.method(), victim.weapon(), victim.incident(), victim.attribution(), victim.custody(), victim.notable());
    }
}
