package org.stele.vault;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * How many copies the organisation wants of everything, where, and how often they are read again.
 *
 * @param copies       of each blob, the first one included; at least 1
 * @param places       in how many places they must lie; at least 1
 * @param offline      how many of them must lie out of reach; from 0
 * @param checkDays    every copy is read whole at least once in so many days
 * @param offlineDays  the same for copies that are away by design
 * @param deletionDays so many days pass between two persons' agreement and a deletion
 * @param locations    the first is the vault's own folder
 * @param declared     whether somebody wrote the plan down; if not, it is the least that should be
 */
public record CopyPlan(int copies, int places, int offline, int checkDays, int offlineDays, int deletionDays, List<PlannedLocation> locations,
        boolean declared) {

    /** So many read-back copies make an item safe from the loss of any one disk. */
    public static final int SAFE = 2;

    static final int CHECK_DAYS = 30;
    static final int OFFLINE_DAYS = 180;
    static final int DELETION_DAYS = 14;

    /** Three copies in two places, one out of reach; nothing but the vault's own folder to keep them in. */
    static CopyPlan undeclared() {
        return new CopyPlan(3, 2, 1, CHECK_DAYS, OFFLINE_DAYS, DELETION_DAYS, List.of(PlannedLocation.main("here")), false);
    }

    /** The location of that name. */
    public Optional<PlannedLocation> location(String name) {
        return locations.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    /** How often a copy at the location is to be read whole, in days. */
    public int daysBetweenChecks(PlannedLocation location) {
        return location.offline() ? offlineDays : checkDays;
    }

    /** What the organisation decided of a location, in one line: so that a plan that was made less strict is seen to have been. */
    String policy(PlannedLocation location) {
        return "%s at %s%s%s, read whole every %d days; one of %d copies in %d places, %d offline; deletions wait %d days".formatted(location.means().kind(),
                location.place(), location.offline() ? ", offline" : "",
                location.tolerated().isEmpty() ? "" : ", tolerated: " + String.join(" ", new TreeSet<>(location.tolerated())),
                daysBetweenChecks(location), copies, places, offline, deletionDays);
    }

    /** Whether copies at these locations are what is wanted. */
    public boolean isMetBy(List<PlannedLocation> held) {
        return held.size() >= copies && held.stream().map(PlannedLocation::place).distinct().count() >= places
                && held.stream().filter(PlannedLocation::offline).count() >= offline;
    }

    /** Why the plan cannot be met even with a copy everywhere; nothing if it can. */
    public List<String> unattainable() {
        List<String> faults = new ArrayList<>();
        long distinct = locations.stream().map(PlannedLocation::place).distinct().count();
        long away = locations.stream().filter(PlannedLocation::offline).count();
        if (locations.size() < copies) {
            faults.add("%d copies are wanted, but only %d %s planned".formatted(copies, locations.size(), locations.size() == 1 ? "location is" : "locations are"));
        }
        if (distinct < places) {
            faults.add("copies in %d places are wanted, but all locations lie in %d".formatted(places, distinct));
        }
        if (away < offline) {
            faults.add("%d offline %s wanted, but %s".formatted(offline, offline == 1 ? "copy is" : "copies are", away == 0 ? "none is planned" : "only " + away + " planned"));
        }
        return faults;
    }
}
