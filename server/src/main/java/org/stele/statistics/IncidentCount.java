package org.stele.statistics;

import java.util.Arrays;
import java.util.List;

/**
 * Counts incidents: massacres, by the day on which they became ones; and the numbers written on documented incidents, by the day
 * these were documented. Where an incident has no upper bound of the killed not recorded, its lower bound is added.
 */
final class IncidentCount {

    private final Asked asked;
    private final List<Measure.Basic> measures;
    private final Massacres massacres;

    /** @param measures measures of incidents */
    IncidentCount(Asked asked, List<Measure.Basic> measures, Massacres massacres) {
        this.asked = asked;
        this.measures = measures;
        this.massacres = massacres;
    }

    static boolean counts(Measure measure) {
        return measure instanceof Measure.Basic basic && switch (basic) {
            case MASSACRES, INJURED, UNRECORDED_MIN, UNRECORDED_MAX -> true;
            default -> false;
        };
    }

    Tally tally(Loaded loaded, int change) {
        Tally sum = new Tally(asked.cells(), measures.size());
        visit(loaded, change, () -> new Found() {
            final Tally tally = new Tally(asked.cells(), measures.size());

            @Override
            public void found(VersionChunk chunk, int row, int cell, int measure, long amount) {
                tally.add(cell, measure, amount);
                tally.addTotal(measure, amount);
            }

            @Override
            public void end() {
                sum.add(tally);
            }
        });
        return sum;
    }

    /** Whether a measure adds up numbers written on incidents, rather than count them. */
    static boolean adds(Measure measure) {
        return measure == Measure.Basic.INJURED || measure == Measure.Basic.UNRECORDED_MIN || measure == Measure.Basic.UNRECORDED_MAX;
    }

    /** The versions of a single measure. */
    VersionList list(Loaded loaded, int change) {
        boolean adds = adds(measures.getFirst());
        VersionList list = new VersionList(adds);
        visit(loaded, change, () -> new Found() {
            final VersionList part = new VersionList(adds);

            @Override
            public void found(VersionChunk chunk, int row, int cell, int measure, long amount) {
                part.add(chunk.id[row], chunk.version[row], amount);
            }

            @Override
            public void end() {
                list.addAll(part);
            }
        });
        return list;
    }

    /** By id of an incident: the cell of each massacre that passes, by the dimensions that incidents have; -1 for all others. */
    int[] massacreCells(Loaded loaded, int change) {
        int[] cells = new int[loaded.victims().greatestIncident() + 1];
        Arrays.fill(cells, -1);
        // Each incident stands in one row, so that no two threads write the same place.
        massacres(loaded, change).run(() -> new Reached(new Found() {
            @Override
            public void found(VersionChunk chunk, int row, int cell, int measure, long amount) {
                cells[chunk.id[row]] = cell;
            }

            @Override
            public void end() {
                // Nothing was kept apart.
            }
        }));
        return cells;
    }

    private interface Found {
        void found(VersionChunk chunk, int row, int cell, int measure, long amount);

        void end();
    }

    private void visit(Loaded loaded, int change, java.util.function.Supplier<Found> found) {
        if (measures.stream().anyMatch(measure -> measure != Measure.Basic.MASSACRES)) {
            numbers(loaded, change).run(() -> new Numbers(found.get())).forEach(part -> part.found.end());
        }
        if (measures.contains(Measure.Basic.MASSACRES)) {
            massacres(loaded, change).run(() -> new Reached(found.get())).forEach(part -> part.found.end());
        }
    }

    private Scan numbers(Loaded loaded, int change) {
        Scan scan = new Scan(loaded.incidents(), change, 1);
        Dictionary.Values days = asked.values(Field.DAY);
        boolean[] documented = new boolean[days.size()];
        for (int code = 0; code < documented.length; code++) {
            documented[code] = days.all()[code] != null && asked.accepts(Field.DAY, code);
        }
        scan.only(Field.DAY, documented);
        conditions(scan);
        asked.axes().forEach(scan::by);
        return scan;
    }

    /** The day is not the incident's own: the visitor sees to it. */
    private Scan massacres(Loaded loaded, int change) {
        Scan scan = new Scan(loaded.incidents(), change, 1);
        conditions(scan);
        asked.axes().stream().filter(axis -> axis.field() != Field.DAY && !axis.field().ofVictimsOnly()).forEach(scan::by);
        return scan;
    }

    private void conditions(Scan scan) {
        for (Field field : Field.ALL) {
            boolean[] accepted = asked.accepted(field);
            if (accepted != null && field != Field.DAY && !field.ofVictimsOnly()) {
                scan.only(field, accepted);
            }
        }
    }

    private final class Numbers implements Scan.Visitor {
        private final Found found;

        Numbers(Found found) {
            this.found = found;
        }

        @Override
        public void take(VersionChunk chunk, int[] rows, int count, int[] cells, int[] marks) {
            Dictionary.Values values = asked.values(Field.COUNTS);
            Codes codes = chunk.codes[Field.COUNTS.ordinal()];
            for (int i = 0; i < count; i++) {
                Field.Counts counts = (Field.Counts) values.all()[codes.get(rows[i])];
                for (int measure = 0; counts != null && measure < measures.size(); measure++) {
                    long amount = amount(measures.get(measure), counts);
                    if (amount != 0) {
                        found.found(chunk, rows[i], cells[i], measure, amount);
                    }
                }
            }
        }

        private static long amount(Measure.Basic measure, Field.Counts counts) {
            return switch (measure) {
                case INJURED -> counts.injuredMin();
                case UNRECORDED_MIN -> counts.unrecordedMin();
                case UNRECORDED_MAX -> counts.unrecordedMax() == null ? counts.unrecordedMin() : counts.unrecordedMax();
                default -> 0;
            };
        }
    }

    private final class Reached implements Scan.Visitor {
        private final Found found;

        Reached(Found found) {
            this.found = found;
        }

        @Override
        public void take(VersionChunk chunk, int[] rows, int count, int[] cells, int[] marks) {
            int measure = measures.indexOf(Measure.Basic.MASSACRES);
            for (int i = 0; i < count; i++) {
                int id = chunk.id[rows[i]];
                Integer day = massacres.has(id) ? massacres.dayCodes().get(id) : null;
                if (day != null && asked.accepts(Field.DAY, day)) {
                    int cell = cells[i];
                    for (Axis axis : asked.axes()) {
                        cell += axis.field() == Field.DAY ? axis.steps()[day] : 0;
                    }
                    found.found(chunk, rows[i], cell, measure, 1);
                }
            }
        }
    }
}
