package org.stele.demonstration;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.stele.register.AgeRange;
import org.stele.register.Attribution;
import org.stele.register.CivilianStatus;
import org.stele.register.DateRange;
import org.stele.register.PlaceRef;
import org.stele.register.Sex;
import org.stele.register.Standing;
import org.stele.register.Victim;

/** People who are recorded and not counted: excluded for a reason, or still to be verified; some first counted and then excluded. */
final class Outsiders {

    private static final String RECEIVED = "received";
    private static final String COMBATANT = "combatant";
    private static final Map<String, String> REASONS = Map.of(
            COMBATANT, "Found to have been a fighter at the time of death",
            "private-dispute", "Found to have died in a private dispute",
            "natural-death", "Found to have died a natural death");

    private final Names names;
    private final Towns towns;
    private final Dice dice = Dice.forPurpose("outsiders");

    Outsiders(Names names, Towns towns) {
        this.names = names;
        this.towns = towns;
    }

    List<Story<Victim>> all() {
        List<Story<Victim>> stories = new ArrayList<>();
        for (Map<String, String> row : Sheet.read("outside-2020.csv").rows()) {
            int later = Integer.parseInt(row.get("later"));
            for (int i = 0; i < Integer.parseInt(row.get("people")); i++) {
                stories.add(one(YearMonth.parse(row.get("month")), row.get("standing"), i < later));
            }
        }
        return stories;
    }

    private Story<Victim> one(YearMonth month, String standing, boolean later) {
        if (later) {
            LocalDate counted = month.atDay(dice.between(2, 8));
            LocalDate excluded = month.atDay(dice.between(12, 26));
            Victim first = victim(new Standing.Documented(counted), CivilianStatus.CIVILIAN, counted);
            Victim then = standing.equals(COMBATANT) ? withStatus(first, CivilianStatus.COMBATANT) : first;
            return new Story<>(List.of(new Story.State<>(counted, Histories.DOCUMENTED, first),
                    new Story.State<>(excluded, REASONS.get(standing), then.with(new Standing.Excluded(standing, excluded)))));
        }
        LocalDate day = month.atDay(dice.between(3, month.lengthOfMonth()));
        Victim victim = standing.equals(RECEIVED) ? victim(new Standing.Received(), CivilianStatus.UNKNOWN, day)
                : victim(new Standing.Excluded(standing, day), standing.equals(COMBATANT) ? CivilianStatus.COMBATANT : CivilianStatus.CIVILIAN, day);
        return new Story<>(List.of(new Story.State<>(day, standing.equals(RECEIVED) ? "Taken in, to be verified" : "Recorded and not counted", victim)));
    }

    private Victim victim(Standing standing, CivilianStatus status, LocalDate day) {
        PlaceRef place = towns.anywhere(dice);
        return new Victim(standing, names.of(Sex.MALE, names.family()), Sex.MALE, AgeRange.of(dice.between(19, 52)), status, null, List.of(), null,
                DateRange.day(day.minusDays(dice.below(3))), place, dice.percent(60) ? place : towns.anywhere(dice), "shooting", "firearm", null,
                Attribution.undetermined("gunfire", List.of()).because("Nothing yet points to a party.", day), null, false);
    }

    private static Victim withStatus(Victim victim, CivilianStatus status) {
        return new Victim(victim.standing(), victim.name(), victim.sex(), victim.age(), status, null, victim.groups(), victim.work(), victim.death(),
                victim.deathPlace(), victim.origin(), victim.method(), victim.weapon(), victim.incident(), victim.attribution(), victim.custody(), victim.notable());
    }
}
