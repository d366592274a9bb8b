package org.stele.statistics;

import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/** Reads the result of a query as PostgreSQL's binary COPY format: several times faster than a result set. */
final class BinaryCopy {

    /** Signature, flags and length of an extension that there is none of. */
    private static final int HEADER = 19;

    private BinaryCopy() {
    }

    /** Takes one row: its first field stands at the position given. */
    interface Rows {
        void row(byte[] bytes, int at);
    }

    static void read(Connection connection, String query, Rows rows) throws SQLException {
        CopyOut copy = connection.unwrap(PGConnection.class).getCopyAPI().copyOut("copy (" + query + ") to stdout (format binary)");
        try {
            boolean begun = false;
            // The server sends a message for each row; the header comes before the first one, or in the same message.
            for (byte[] message = copy.readFromCopy(); message != null; message = copy.readFromCopy()) {
                int at = begun ? 0 : HEADER;
                begun = true;
                if (message.length >= at + 2 && (message[at] & 0x80) == 0) {
                    rows.row(message, at + 2);
                }
            }
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }
}
