package org.stele.demonstration;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stele.register.AgeRange;
import org.stele.register.CivilianStatus;
import org.stele.register.Custody;
import org.stele.register.DateRange;
import org.stele.register.PersonName;
import org.stele.register.PlaceRef;
import org.stele.register.Sex;
import org.stele.register.Standing;
import org.stele.register.Victim;

/** Gives each of the killed a name, an age, an origin. */
final class People {

    /** Completed years from which a person is no child, in the codebook these sums were published under. */
    static final int ADULT = 18;

    private final Names names;
    private final Towns towns;
    private final CustodyFacts custodies = new CustodyFacts();
    private final Dice dice = Dice.forPurpose("people");

    People(Names names, Towns towns) {
        this.names = names;
        this.towns = towns;
    }

    /** A person killed in an incident.
     *  @param incident position of the incident, from 1 */
    Victim killed(Draft draft, Scene scene, int number, long incident) {
        Told.One one = draft.told() == null ? null : draft.told().people().get(number);
        Person person = draft.people().get(number);
        Sex sex = one != null && one.sex() != null ? one.sex() : sex(person);
        AgeRange age = one != null && one.age() != null ? AgeRange.of(one.age()) : age(person);
        PersonName name = dice.percent(97) || one != null ? names.of(sex, dice.percent(60) ? scene.family() : names.family()) : PersonName.UNKNOWN;
        PlaceRef origin = dice.percent(78) ? scene.place() : towns.anywhere(dice);
        return new Victim(new Standing.Documented(draft.day()), name, sex, age, CivilianStatus.CIVILIAN, one == null ? null : one.statusReason(),
                List.of(), one == null ? null : one.work(), scene.death(), scene.place(), origin, scene.means().method(), scene.means().weapon(),
                incident, scene.attribution(), null, false);
    }

    /** A person who died in custody: a case of its own, in no incident. */
    Victim died(Draft draft, Scene scene) {
        Told.Case told = draft.custodyCase();
        if (told != null) {
            Custody custody = CustodyFacts.told(told);
            PlaceRef place = told.facility() == null ? scene.place() : new PlaceRef(told.place(), told.facility());
            return victim(draft, scene, new PersonName(told.latin(), told.arabic()), AgeRange.of(told.age()), told.groups(), told.work(), CustodyFacts.between(custody),
                    place, told.origin(), custody, true);
        }
        PlaceRef origin = towns.anywhere(dice);
        Custody custody = custodies.drawn(draft, origin);
        return victim(draft, scene, names.of(Sex.MALE, names.family()), age(draft.people().getFirst()), List.of(), null, custodies.death(custody),
                scene.place(), origin, custody, false);
    }

    private static Victim victim(Draft draft, Scene scene, PersonName name, AgeRange age, List<String> groups, @Nullable String work,
                                 DateRange death, PlaceRef place, PlaceRef origin, Custody custody, boolean notable) {
        return new Victim(new Standing.Documented(draft.day()), name, Sex.MALE, age, CivilianStatus.CIVILIAN, null, groups, work, death, place, origin,
                scene.means().method(), scene.means().weapon(), null, scene.attribution(), custody, notable);
    }

    private Sex sex(Person person) {
        return switch (person) {
            case CHILD -> dice.percent(55) ? Sex.MALE : Sex.FEMALE;
            case WOMAN -> Sex.FEMALE;
            case MAN -> Sex.MALE;
        };
    }

    private AgeRange age(Person person) {
        boolean known = dice.percent(88);
        if (person == Person.CHILD) {
            return known ? AgeRange.of(dice.below(ADULT)) : AgeRange.child(ADULT);
        }
        int age = Math.min(dice.between(ADULT, 62), dice.between(20, 84));
        return !known ? AgeRange.adult(ADULT) : dice.percent(85) ? AgeRange.of(age) : new AgeRange(Math.max(ADULT, age - 3), age + 3);
    }
}
