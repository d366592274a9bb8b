package org.stele.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Shows a row as the mapping is to see it: cells that say nothing are empty, and the character NUL, which no column of the database
 * takes, is shown by its symbol. The statement keeps them as they stand.
 *
 * @param spellings that say nothing, in plain spelling
 */
record Blanks(Set<String> spellings) {

    /** Longer cells say something. */
    private static final int LONGEST = 32;

    Row without(Row row) {
        boolean plain = spellings.isEmpty();
        for (int i = 0; plain && i < row.cells().size(); i++) {
            plain = row.cell(i).indexOf('\0') < 0;
        }
        if (plain) {
            return row;
        }
        List<String> cells = new ArrayList<>(row.cells());
        cells.replaceAll(cell -> !cell.isEmpty() && cell.length() <= LONGEST && spellings.contains(Spelling.of(cell)) ? "" : cell.replace('\0', '\u2400'));
        return new Row(row.number(), row.line(), cells, null);
    }
}
