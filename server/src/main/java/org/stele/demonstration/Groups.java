package org.stele.demonstration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.stele.register.AgeClass;
import org.stele.register.Victim;

/** Makes some of a cell's adults, killed outside custody, members of a group, with the work they did. */
final class Groups {

    private final List<Targets.Membership> memberships;
    private final List<Map<String, String>> works = Sheet.read("likely-work.csv").rows();
    private final Dice dice = Dice.forPurpose("groups");

    Groups(List<Targets.Membership> memberships) {
        this.memberships = memberships;
    }

    /** The same victims, in the same order, those of each cell with the groups the sums ask for. */
    List<Victim> join(List<Victim> victims, List<Cell> cells) {
        List<Victim> joined = new ArrayList<>(victims);
        for (Targets.Membership membership : memberships) {
            List<Integer> fit = new ArrayList<>();
            for (int i = 0; i < joined.size(); i++) {
                if (cells.get(i).equals(membership.cell()) && fits(joined.get(i))) {
                    fit.add(i);
                }
            }
            if (fit.size() < membership.victims()) {
                throw new IllegalStateException(membership + ": only " + fit.size() + " victims could be members");
            }
            List<String> choices = works.stream().filter(row -> row.get("group").equals(membership.group())).map(row -> row.get("work")).toList();
            for (int i : dice.shuffled(fit).subList(0, membership.victims())) {
                joined.set(i, member(joined.get(i), membership.group(), dice.pick(choices)));
            }
        }
        return joined;
    }

    private static boolean fits(Victim victim) {
        Integer oldest = victim.age().max();
        return victim.custody() == null && victim.groups().isEmpty() && victim.work() == null
                && victim.age().classed(People.ADULT) == AgeClass.ADULT && (oldest == null || oldest < 65);
    }

    private static Victim member(Victim victim, String group, String work) {
        return new Victim(victim.standing(), victim.name(), victim.sex(), victim.age(), victim.status(), victim.statusReason(), List.of(group), work, victim.death(),
                victim.deathPlace(), victim.origin(), victim.method(), victim.weapon(), victim.incident(), victim.attribution(), victim.custody(), victim.notable());
    }
}
