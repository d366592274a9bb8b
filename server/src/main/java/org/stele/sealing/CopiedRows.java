package org.stele.sealing;

import java.sql.SQLException;
import org.postgresql.copy.CopyOut;

/** What COPY gives in its binary format, without the header. */
final class CopiedRows {

    /** A signature of 11 bytes, 4 of flags and 4 for the length of an extension, which no server has. */
    private static final int HEADER = 19;

    private CopiedRows() {
    }

    /** Takes whole rows. */
    interface Taker {
        void rows(byte[] bytes, int from, int to) throws SQLException;
    }

    /** Reads to the end, also where the taker gives up: a copy that is broken off leaves the connection in disorder. The server sends each
     *  row whole; the first comes behind the header. */
    static void each(CopyOut copy, Taker taker) throws SQLException {
        boolean first = true;
        RuntimeException gaveUp = null;
        for (byte[] lot = copy.readFromCopy(); lot != null; lot = copy.readFromCopy()) {
            int from = first ? HEADER : 0;
            first = false;
            if (lot.length > from && gaveUp == null) {
                try {
                    taker.rows(lot, from, lot.length);
                } catch (RuntimeException e) {
                    gaveUp = e;
                }
            }
        }
        if (gaveUp != null) {
            throw gaveUp;
        }
    }
}
