package org.stele.statistics;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** All versions of one kind of record, in memory. One thread at a time writes; readers work on a {@link Rows}. */
final class VersionTable {

    private final Map<Field, Integer> fields;
    private final List<Field> order;
    private final boolean incidents;
    private final Dictionaries dictionaries;
    private final BinaryRow reader = new BinaryRow();
    private VersionChunk[] chunks = {};
    private int count;
    /** Position + 1 of the open version of each id. */
    private int[] openRow = new int[1024];
    private int greatestIncident;

    /**
     * @param fields    for each field, of how many columns it is read; rows bring them in this order, after id, version, and the
     *                  two instants, and before the incident
     * @param incidents whether a row ends with the id of an incident
     */
    VersionTable(Map<Field, Integer> fields, boolean incidents, Dictionaries dictionaries) {
        this.fields = new EnumMap<>(fields);
        this.order = List.copyOf(this.fields.keySet());
        this.incidents = incidents;
        this.dictionaries = dictionaries;
    }

    /** The versions there were at some moment. */
    record Rows(VersionChunk[] chunks, int count, int greatestIncident) {

        /** How many rows of a chunk there were. */
        int in(int chunk) {
            return Math.min(VersionChunk.ROWS, count - chunk * VersionChunk.ROWS);
        }
    }

    Rows rows() {
        return new Rows(chunks, count, greatestIncident);
    }

    /** Takes in a version from a row of a binary COPY. */
    void append(byte[] bytes, int at, ChangeNumbers changes) {
        reader.begin(bytes, at);
        int id = Math.toIntExact(reader.bigint());
        int version = reader.amount();
        int opened = changes.number(reader.bigint());
        int closed = changes.number(reader.bigint());
        if (count == chunks.length * VersionChunk.ROWS) {
            chunks = Arrays.copyOf(chunks, chunks.length + 1);
            chunks[chunks.length - 1] = new VersionChunk(fields.keySet(), incidents);
        }
        VersionChunk chunk = chunks[chunks.length - 1];
        int row = chunk.append(opened, closed);
        chunk.id[row] = id;
        chunk.version[row] = version;
        for (Field field : order) {
            int from = reader.position();
            reader.skip(fields.get(field));
            chunk.codes[field.ordinal()].set(row, dictionaries.get(field).code(bytes, from, reader.position()));
        }
        if (incidents) {
            chunk.incident[row] = reader.identifier();
            greatestIncident = Math.max(greatestIncident, chunk.incident[row]);
        }
        count++;
        if (closed == VersionChunk.OPEN) {
            if (id >= openRow.length) {
                openRow = Arrays.copyOf(openRow, Math.max(id + 1, openRow.length * 3 / 2));
            }
            openRow[id] = count;
        }
    }

    /** Closes a version, if it is one that was taken in while open. */
    void close(long id, int version, int change) {
        int position = id < openRow.length ? openRow[(int) id] - 1 : -1;
        if (position < 0) {
            return;
        }
        VersionChunk chunk = chunks[position / VersionChunk.ROWS];
        int row = position % VersionChunk.ROWS;
        if (chunk.version[row] == version) {
            chunk.close(row, change);
            openRow[(int) id] = 0;
        }
    }
}
