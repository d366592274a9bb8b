package org.stele.register;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The finding on one person killed: what the organisation holds true after review.
 *
 * @param standing     where the record stands: received, documented, or excluded for a reason
 * @param name         as known in either script; empty for a person not identified
 * @param groups       codes of the codebook's groups
 * @param work         what the person did, in words
 * @param death        when the person is believed to have died
 * @param deathPlace   where the person was killed
 * @param origin       where the person came from; never a stand-in for the place of death (INC-10)
 * @param method       code of the codebook's methods
 * @param weapon       code of the codebook's weapons
 * @param incident     id of the incident the death belongs to
 * @param attribution  the finding on responsibility
 * @param custody      facts of detention, for who died in custody
 * @param notable      whether a report's editors chose to tell the case
 */
public record Victim(
        Standing standing,
        PersonName name,
        Sex sex,
        AgeRange age,
        CivilianStatus status,
        @Nullable String statusReason,
        List<String> groups,
        @Nullable String work,
        DateRange death,
        PlaceRef deathPlace,
        PlaceRef origin,
        @Nullable String method,
        @Nullable String weapon,
        @Nullable Long incident,
        Attribution attribution,
        @Nullable Custody custody,
        boolean notable) {

    public Victim {
        groups = List.copyOf(groups);
        Objects.requireNonNull(standing);
    }

    /** The same finding with another standing. */
    public Victim with(Standing standing) {
        return new Victim(standing, name, sex, age, status, statusReason, groups, work, death, deathPlace, origin, method, weapon, incident,
                attribution, custody, notable);
    }

    /** The same finding with another attribution. */
    public Victim with(Attribution attribution) {
        return new Victim(standing, name, sex, age, status, statusReason, groups, work, death, deathPlace, origin, method, weapon, incident,
                attribution, custody, notable);
    }

    /** The same finding under another name. */
    public Victim with(PersonName name) {
        return new Victim(standing, name, sex, age, status, statusReason, groups, work, death, deathPlace, origin, method, weapon, incident,
                attribution, custody, notable);
    }

    /** The same finding as part of an incident, or of none. */
    public Victim in(@Nullable Long incident) {
        return new Victim(standing, name, sex, age, status, statusReason, groups, work, death, deathPlace, origin, method, weapon, incident,
                attribution, custody, notable);
    }

    /** The day it was documented, by which reports count; absent until then. */
    public @Nullable LocalDate documentedOn() {
        return standing.documentedOn();
    }
}
