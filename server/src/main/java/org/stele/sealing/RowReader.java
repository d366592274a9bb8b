package org.stele.sealing;

import java.util.Arrays;
import org.postgresql.util.ByteConverter;

/** Finds the values of a row in PostgreSQL's binary COPY format. */
final class RowReader {

    private final int[] columnOf;
    private final int[] starts;
    private final int[] lengths;

    /** @param places where each wanted column stands in a tuple, -1 where it is not: its value is null */
    RowReader(int[] places) {
        int width = 0;
        for (int place : places) {
            width = Math.max(width, place + 1);
        }
        columnOf = new int[width];
        Arrays.fill(columnOf, -1);
        for (int i = 0; i < places.length; i++) {
            if (places[i] >= 0) {
                columnOf[places[i]] = i;
            }
        }
        starts = new int[places.length];
        lengths = new int[places.length];
        Arrays.fill(lengths, -1);
    }

    /** Reads the row that begins there. Returns where the next begins, or -1 at the end of all. */
    int row(byte[] bytes, int from) {
        int width = ByteConverter.int2(bytes, from);
        if (width < 0) {
            return -1;
        }
        int at = from + 2;
        for (int place = 0; place < width; place++) {
            int length = ByteConverter.int4(bytes, at);
            at += 4;
            int column = place < columnOf.length ? columnOf[place] : -1;
            if (column >= 0) {
                starts[column] = at;
                lengths[column] = length;
            }
            at += Math.max(length, 0);
        }
        return at;
    }

    int[] starts() {
        return starts;
    }

    int[] lengths() {
        return lengths;
    }
}
