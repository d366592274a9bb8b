package org.stele.intake;

import org.jspecify.annotations.Nullable;

/** Keys made of several cells. */
final class RowKeys {

    private static final String BETWEEN = " | ";

    private RowKeys() {
    }

    /** The cells joined; none if all of them are blank. */
    static @Nullable String join(Row row, int[] places) {
        if (places.length == 1) {
            String cell = shown(row.cell(places[0]));
            return cell.isEmpty() ? null : cell;
        }
        StringBuilder joined = new StringBuilder();
        boolean blank = true;
        for (int place : places) {
            String cell = shown(row.cell(place));
            blank &= cell.isEmpty();
            joined.append(joined.isEmpty() && place == places[0] ? "" : BETWEEN).append(cell);
        }
        return blank ? null : joined.toString();
    }

    /** PostgreSQL's text cannot hold the character NUL; it is shown by its symbol. */
    private static String shown(String cell) {
        return cell.strip().replace('\0', '\u2400');
    }
}
