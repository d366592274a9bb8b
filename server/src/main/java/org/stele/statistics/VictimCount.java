package org.stele.statistics;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stele.codebook.CountingRules;

/** Counts victims: builds the scan that finds which measures each version counts for. */
final class VictimCount {

    private final Asked asked;
    private final List<Measure> measures;
    private final Massacres massacres;
    private final int all;

    /** @param measures measures of victims, at most 31 */
    VictimCount(Asked asked, List<Measure> measures, Massacres massacres) {
        this.asked = asked;
        this.measures = measures;
        this.massacres = massacres;
        this.all = (1 << measures.size()) - 1;
    }

    static boolean counts(Measure measure) {
        return switch (measure) {
            case Measure.GroupMembers group -> true;
            case Measure.Basic basic -> switch (basic) {
                case MASSACRES, MASSACRE_TOLL, INJURED, UNRECORDED_MIN, UNRECORDED_MAX -> false;
                default -> true;
            };
        };
    }

    Tally tally(Loaded loaded, int change) {
        Scan scan = scan(loaded, change);
        @Nullable Axis many = asked.axes().stream().filter(Axis::many).findFirst().orElse(null);
        asked.axes().stream().filter(axis -> !axis.many()).forEach(scan::by);
        Tally sum = new Tally(asked.cells(), measures.size());
        scan.run(() -> new Counting(many, scan.restricts())).forEach(part -> sum.add(part.tally));
        return sum;
    }

    /** The versions of a single measure. */
    VersionList list(Loaded loaded, int change) {
        VersionList list = new VersionList(false);
        scan(loaded, change).run(Listing::new).forEach(part -> list.addAll(part.list));
        return list;
    }

    private Scan scan(Loaded loaded, int change) {
        Scan scan = new Scan(loaded.victims(), change, all);
        for (Field field : Field.ALL) {
            boolean[] accepted = asked.accepted(field);
            if (accepted != null) {
                scan.only(field, accepted);
            }
        }
        inclusion(scan);
        CountingRules rules = asked.interpretation().codebook().counting();
        for (int i = 0; i < measures.size(); i++) {
            int bit = 1 << i;
            switch (measures.get(i)) {
                case Measure.GroupMembers(String group) -> restrict(scan, Field.GROUPS, bit, value -> ((Collection<?>) value).contains(group));
                case Measure.Basic basic -> {
                    switch (basic) {
                        case CHILDREN, WOMEN, MEN, UNKNOWN -> restrict(scan, Field.PERSON, bit,
                                value -> asked.interpretation().demography((Field.Person) value).measure() == basic);
                        case TORTURE -> restrict(scan, Field.METHOD, bit, value -> contains(rules.tortureMethods(), value));
                        case LANDMINES -> restrict(scan, Field.WEAPON, bit, value -> contains(rules.landmineWeapons(), value));
                        default -> {
                            // All who count, or, of massacre victims, what the visitor finds by the incident.
                        }
                    }
                }
            }
        }
        return scan;
    }

    /** Only what counts, and beside it, where it is asked, all that is recorded. */
    private void inclusion(Scan scan) {
        Dictionary.Values grounds = asked.values(Field.STANDING);
        boolean[] counted = new boolean[grounds.size()];
        int[] marks = new int[grounds.size()];
        int recorded = measures.contains(Measure.Basic.RECORDED) ? 1 << measures.indexOf(Measure.Basic.RECORDED) : 0;
        for (int code = 0; code < counted.length; code++) {
            counted[code] = asked.interpretation().inclusion((Field.Ground) grounds.all()[code]) instanceof Inclusion.Counts;
            marks[code] = counted[code] ? all : recorded;
        }
        if (recorded == 0) {
            scan.only(Field.STANDING, counted);
        } else {
            scan.restrict(Field.STANDING, marks);
        }
    }

    private void restrict(Scan scan, Field field, int bit, Rule rule) {
        Dictionary.Values values = asked.values(field);
        int[] marks = new int[values.size()];
        for (int code = 0; code < marks.length; code++) {
            Object value = values.all()[code];
            marks[code] = value != null && rule.holds(value) ? all : all & ~bit;
        }
        scan.restrict(field, marks);
    }

    private static boolean contains(Set<String> codes, Object code) {
        return code instanceof String text && codes.contains(text);
    }

    private interface Rule {
        boolean holds(Object value);
    }

    /** Takes the mark of massacre victims from those who are none. */
    private void massacres(VersionChunk chunk, int[] rows, int count, int[] marks) {
        int at = measures.indexOf(Measure.Basic.MASSACRE_VICTIMS);
        if (at >= 0) {
            for (int i = 0; i < count; i++) {
                marks[i] &= massacres.has(chunk.incident[rows[i]]) ? all : ~(1 << at);
            }
        }
    }

    private final class Counting implements Scan.Visitor {
        private final Tally tally = new Tally(asked.cells(), measures.size());
        private final @Nullable Axis many;
        private final boolean marked;

        Counting(@Nullable Axis many, boolean restricted) {
            this.many = many;
            this.marked = restricted || measures.size() > 1 || measures.contains(Measure.Basic.MASSACRE_VICTIMS);
        }

        @Override
        public void take(VersionChunk chunk, int[] rows, int count, int[] cells, int[] marks) {
            massacres(chunk, rows, count, marks);
            if (many != null) {
                Codes codes = chunk.codes[many.field().ordinal()];
                for (int i = 0; i < count; i++) {
                    for (int step : many.manySteps()[codes.get(rows[i])]) {
                        tally.addMarked(cells[i] + step, marks[i]);
                    }
                    for (int left = marks[i]; left != 0; left &= left - 1) {
                        tally.addTotal(Integer.numberOfTrailingZeros(left), 1);
                    }
                }
            } else if (marked) {
                for (int i = 0; i < count; i++) {
                    tally.addMarked(cells[i], marks[i]);
                }
            } else {
                tally.addEach(cells, count);
            }
        }
    }

    private final class Listing implements Scan.Visitor {
        private final VersionList list = new VersionList(false);

        @Override
        public void take(VersionChunk chunk, int[] rows, int count, int[] cells, int[] marks) {
            massacres(chunk, rows, count, marks);
            for (int i = 0; i < count; i++) {
                if (marks[i] != 0) {
                    list.add(chunk.id[rows[i]], chunk.version[rows[i]], 1);
                }
            }
        }
    }
}
