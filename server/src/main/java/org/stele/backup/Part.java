package org.stele.backup;

/**
 * One sealed part of a backup.
 *
 * @param name what it is: {@code table/victim}, {@code files/log}
 * @param plainSha256 of what was sealed, before it was compressed
 * @param plainLength the same in bytes
 * @param rows of a table; 0 for anything else
 * @param columns of a table, as they are named in COPY; empty for anything else
 * @param object where the sealed bytes are, by their SHA-256
 * @param length of the sealed bytes
 */
public record Part(String name, String plainSha256, long plainLength, long rows, String columns, String object, long length) {
    static final String TABLE = "table/";
    static final String FILES = "files/";
    static final String SCHEMA = "schema";
    static final String SEQUENCES = "sequences";

    boolean isTable() {
        return name.startsWith(TABLE);
    }

    String table() {
        return name.substring(TABLE.length());
    }
}
