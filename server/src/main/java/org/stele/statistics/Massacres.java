package org.stele.statistics;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.stele.codebook.CountingRules;

/**
 * The massacres known at a moment, by one codebook's rules (R6): whatever a question asks, all victims counted of an incident
 * decide.
 *
 * @param incidents ids of the incidents
 * @param dayCodes  by id of an incident, the code of the day on which it became one
 * @param victims   their victims counted, whenever these were documented
 */
record Massacres(BitSet incidents, Map<Integer, Integer> dayCodes, MassacreMembers victims) {

    static final Massacres NONE = new Massacres(new BitSet(), Map.of(), new MassacreMembers(new BitSet()));

    static Massacres of(Loaded loaded, int change, Meanings meanings) {
        CountingRules rules = meanings.interpretation().codebook().counting();
        Dictionary.Values grounds = loaded.values().get(Field.STANDING);
        boolean[] counted = new boolean[grounds.size()];
        for (int code = 0; code < counted.length; code++) {
            counted[code] = meanings.interpretation().inclusion((Field.Ground) grounds.all()[code]) instanceof Inclusion.Counts;
        }
        Scan scan = new Scan(loaded.victims(), change, 1);
        scan.only(Field.STANDING, counted);
        int[] victims = new int[loaded.victims().greatestIncident() + 1];
        scan.run(() -> new Victims(victims.length)).forEach(part -> {
            for (int incident = 1; incident < victims.length; incident++) {
                victims[incident] += part.victims[incident];
            }
        });
        BitSet incidents = new BitSet(victims.length);
        for (int incident = 1; incident < victims.length; incident++) {
            incidents.set(incident, victims[incident] >= rules.massacreThreshold());
        }
        MassacreMembers members = new MassacreMembers(incidents);
        if (!incidents.isEmpty()) {
            scan.run(() -> new MassacreMembers(incidents)).forEach(members::add);
        }
        return new Massacres(incidents, days(loaded, members, rules.massacreThreshold()), members);
    }

    private static Map<Integer, Integer> days(Loaded loaded, MassacreMembers members, int threshold) {
        Dictionary.Values days = loaded.values().get(Field.DAY);
        Map<Integer, int[]> victims = new HashMap<>();
        members.forEach((chunk, row) -> victims.merge(chunk.incident[row], new int[] {chunk.codes[Field.DAY.ordinal()].get(row)}, Massacres::joined));
        Map<Integer, Integer> reached = new HashMap<>();
        victims.forEach((incident, codes) -> {
            Map<Integer, Integer> codeOf = new HashMap<>();
            int[] dates = Arrays.stream(codes).map(code -> {
                int day = days.all()[code] instanceof LocalDate date ? (int) date.toEpochDay() : MassacreRule.NO_DAY;
                codeOf.put(day, code);
                return day;
            }).toArray();
            MassacreRule.reachedOn(threshold, dates).ifPresent(day -> reached.put(incident, codeOf.get(day)));
        });
        return reached;
    }

    private static int[] joined(int[] one, int[] other) {
        int[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    /** How many victims each incident has. */
    private static final class Victims implements Scan.Visitor {
        private final int[] victims;

        Victims(int incidents) {
            victims = new int[incidents];
        }

        @Override
        public void take(VersionChunk chunk, int[] rows, int count, int[] cells, int[] marks) {
            for (int i = 0; i < count; i++) {
                int incident = chunk.incident[rows[i]];
                if (incident < victims.length) {
                    victims[incident]++;
                }
            }
        }
    }

    boolean has(int incident) {
        return incidents.get(incident);
    }
}
