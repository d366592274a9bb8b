package org.stele.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of a file as it stands there.
 *
 * @param number  counted from 1, the heading left out; blank rows are not counted
 * @param line    line of the file (CSV, JSON) or row of the sheet (XLSX) on which it begins, so that a person finds it
 * @param cells   one for each column, "" where empty; more or fewer only where {@code misfit} says so
 * @param misfit  why it does not fit under the heading; none if it does
 */
record Row(long number, long line, List<String> cells, @Nullable String misfit) {

    String cell(int column) {
        return cells.get(column);
    }
}
