package org.stele.statistics;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stele.codebook.CountingRules.DateBasis;

/**
 * Counts {@link Measure.Basic#MASSACRE_TOLL}: finds the massacres that period and filters accept and the cell of each, and counts
 * their victims there. What only victims have – age, sex, origin, groups – is asked of the victims.
 */
final class MassacreToll {

    private final Asked asked;
    private final Massacres massacres;

    MassacreToll(Asked asked, Massacres massacres) {
        this.asked = asked;
        this.massacres = massacres;
    }

    static boolean counts(Measure measure) {
        return measure == Measure.Basic.MASSACRE_TOLL;
    }

    Tally tally(Loaded loaded, int change) {
        Tally tally = new Tally(asked.cells(), 1);
        @Nullable Axis many = asked.axes().stream().filter(Axis::many).findFirst().orElse(null);
        visit(loaded, change, (chunk, row, cell) -> {
            if (many == null) {
                tally.add(cell, 0, 1);
            } else {
                for (int step : many.manySteps()[chunk.codes[many.field().ordinal()].get(row)]) {
                    tally.add(cell + step, 0, 1);
                }
            }
            tally.addTotal(0, 1);
        });
        return tally;
    }

    /** The versions of the victims. */
    VersionList list(Loaded loaded, int change) {
        VersionList list = new VersionList(false);
        visit(loaded, change, (chunk, row, cell) -> list.add(chunk.id[row], chunk.version[row], 1));
        return list;
    }

    private interface Found {
        void found(VersionChunk chunk, int row, int cell);
    }

    private void visit(Loaded loaded, int change, Found found) {
        int[] cells = new IncidentCount(asked, List.of(Measure.Basic.MASSACRES), massacres).massacreCells(loaded, change);
        boolean[] inTime = inTime();
        List<Field> conditions = Field.ALL.stream().filter(field -> field.ofVictimsOnly() && asked.accepted(field) != null).toList();
        Axis[] own = asked.axes().stream().filter(axis -> axis.field().ofVictimsOnly() && !axis.many()).toArray(Axis[]::new);
        massacres.victims().forEach((chunk, row) -> {
            int cell = cells[chunk.incident[row]];
            if (cell >= 0 && inTime[chunk.codes[Field.DAY.ordinal()].get(row)]) {
                for (Field field : conditions) {
                    if (!asked.accepts(field, chunk.codes[field.ordinal()].get(row))) {
                        return;
                    }
                }
                for (Axis axis : own) {
                    cell += axis.steps()[chunk.codes[axis.field().ordinal()].get(row)];
                }
                found.found(chunk, row, cell);
            }
        });
    }

    /** By code of a documentation day: whether a report of the period could know of it. By the day of death, nothing comes too late. */
    private boolean[] inTime() {
        LocalDate end = asked.interpretation().codebook().counting().dateBasis() == DateBasis.DOCUMENTATION ? asked.periodEnd() : null;
        Dictionary.Values days = asked.values(Field.DAY);
        boolean[] inTime = new boolean[days.size()];
        for (int code = 0; code < inTime.length; code++) {
            inTime[code] = end == null || days.all()[code] instanceof LocalDate day && !day.isAfter(end);
        }
        return inTime;
    }
}
