package org.stele.register;

import org.stele.history.Version;

/** A victim as a line of a list. */
public record Person(long id, int version, String name, String sex, String age, String died, String place, String responsible, String standing) {

    /** @param words says what the line holds, in the reader's language */
    public static Person of(Version<Victim> version, RecordWords words) {
        Victim victim = version.record();
        return new Person(version.id(), version.number(), words.name(victim), words.sex(victim), words.age(victim), words.date(victim.death()),
                words.place(victim.deathPlace()), words.responsible(victim.attribution()), words.standing(victim.standing()));
    }
}
