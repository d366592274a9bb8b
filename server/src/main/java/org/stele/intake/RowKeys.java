package org.stele.intake;

import org.jspecify.annotations.Nullable;

/** Keys made of several cells. */
final class RowKeys {

    /** In characters; an index of the database takes no key of much more. */
    static final int LONGEST = 500;

    private static final String BETWEEN = " | ";

    private RowKeys() {
    }

    /** The cells joined; none if all of them are blank. */
    static @Nullable String join(Row row, int[] places) {
        if (places.length == 1) {
            String cell = row.cell(places[0]).strip();
            return cell.isEmpty() ? null : cell;
        }
        StringBuilder joined = new StringBuilder();
        boolean blank = true;
        for (int place : places) {
            String cell = row.cell(place).strip();
            blank &= cell.isEmpty();
            joined.append(joined.isEmpty() && place == places[0] ? "" : BETWEEN).append(cell);
        }
        return blank ? null : joined.toString();
    }
}
