package org.stele.sealing;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What of a table is sealed, and how its rows are named.
 *
 * @param table   its name
 * @param columns the sealed columns in the order of their names: all but what the database computes and the end of a version, which
 *                the next version's beginning tells
 * @param key     the columns of the primary key, as places in {@code columns}
 * @param closing what ends the canonical form of each row
 */
record TableForm(String table, List<Column> columns, int[] key, byte[] closing) {

    TableForm(String table, List<Column> columns, int[] key) {
        this(table, columns, key, ("},\"table\":\"" + table + "\"}").getBytes(StandardCharsets.UTF_8));
    }

    /**
     * @param label   the name as it stands before a value in the canonical form
     * @param type    number of the type, as PostgreSQL knows it
     * @param filled  whether the database fills it where a row is written without it
     * @param asDigest whether only the SHA-256 of its text is sealed
     */
    record Column(String name, byte[] label, int type, boolean filled, boolean asDigest) {

        Column(String name, int type, boolean filled, boolean asDigest) {
            this(name, ('"' + name + "\":").getBytes(StandardCharsets.UTF_8), type, filled, asDigest);
        }

        private String read(String prefix) {
            String quoted = prefix + '"' + name + '"';
            return asDigest ? "encode(sha256(convert_to(" + quoted + ", 'UTF8')), 'hex')" : quoted;
        }
    }

    /** Where each sealed column stands among the given ones; -1 where it is not among them, and so null.
     *  @throws IllegalArgumentException if it would not be null: the database fills it, or it belongs to the key */
    int[] placesIn(List<String> given) {
        int[] places = columns.stream().mapToInt(column -> given.indexOf(column.name())).toArray();
        for (int i = 0; i < places.length; i++) {
            if (columns.get(i).asDigest()) {
                throw new IllegalArgumentException("Of %s.%s only a digest is sealed: its rows are not written by COPY".formatted(table, columns.get(i).name()));
            }
            if (places[i] < 0 && columns.get(i).filled()) {
                throw new IllegalArgumentException("The column %s of %s must be written, not left to the database: its value is sealed"
                        .formatted(columns.get(i).name(), table));
            }
        }
        for (int part : key) {
            if (places[part] < 0) {
                throw new IllegalArgumentException("Rows of %s are written without %s, which belongs to their key".formatted(table, columns.get(part).name()));
            }
        }
        return places;
    }

    /** The sealed columns as SQL reads them, each with the given prefix. */
    String list(String prefix) {
        return String.join(", ", columns.stream().map(column -> column.read(prefix)).toList());
    }

    List<String> keyColumns() {
        return java.util.Arrays.stream(key).mapToObj(part -> columns.get(part).name()).toList();
    }
}
