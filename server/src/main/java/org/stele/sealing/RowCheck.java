package org.stele.sealing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.stele.fixity.Digest;

/** Computes every row's commitment anew and compares it with the row's entry; then looks for rows that have none. */
final class RowCheck {

    /** Entries whose rows are asked for at once. */
    private static final int WINDOW = 5_000;

    private final Connection connection;
    private final Faults faults;
    private final Set<String> unsealed;
    private final TableForms forms = new TableForms();
    private final Map<String, SealedKeys> keys = new TreeMap<>();
    private final MessageDigest sha256 = Digest.algorithm();
    private final Octets canonical = new Octets();
    private final Set<Long> erased = new java.util.HashSet<>();
    private final List<Place> altered = new ArrayList<>();
    private final byte[] computed = new byte[EntryMaker.COMMITMENT];
    /** The entries in force of rows that change in place, by table and key. */
    private final Map<String, Map<String, Place>> states = new TreeMap<>();

    RowCheck(Connection connection, Faults faults, Set<String> unsealed) {
        this.connection = connection;
        this.faults = faults;
        this.unsealed = unsealed;
    }

    /** A block of entries as the database keeps it. */
    private record Block(long first, int entries, @Nullable Long change, int format, String table, @Nullable Long firstId, String @Nullable [] keys,
                         byte[] salts, byte[] commitments) {

        String key(TableForm form, int entry) {
            return keys == null ? EntryMaker.runKey(form, (firstId == null ? 0 : firstId) + entry) : keys[entry];
        }
    }

    /** Which entry of which block. */
    private record Place(Block block, int entry) {
    }

    /** Number of entries compared. */
    long run(Verification.Progress progress) throws SQLException {
        long total = new Blocks().size(connection);
        readErasures();
        long done = 0;
        Map<String, Map<String, Place>> waiting = new LinkedHashMap<>();
        int waits = 0;
        try (PreparedStatement question = connection.prepareStatement("""
                select first, entries, change, format, table_name, first_id, keys, salts, commitments from sealed_block order by first""")) {
            question.setFetchSize(50);
            try (ResultSet row = question.executeQuery()) {
                while (row.next()) {
                    Block block = block(row);
                    TableForm form = form(block);
                    if (form != null && ChangingTables.ALL.contains(block.table)) {
                        Map<String, Place> of = states.computeIfAbsent(block.table, table -> new LinkedHashMap<>());
                        for (int i = 0; i < block.entries; i++) {
                            of.put(block.key(form, i), new Place(block, i));
                        }
                    } else if (form != null) {
                        if (block.keys == null && block.entries > 100) {
                            run(form, block);
                        } else {
                            Map<String, Place> places = waiting.computeIfAbsent(block.table, table -> new HashMap<>());
                            for (int i = 0; i < block.entries; i++) {
                                if (!Erasure.destroyed(block.salts, i)) {
                                    places.put(block.key(form, i), new Place(block, i));
                                }
                            }
                            waits += block.entries;
                        }
                    }
                    done += block.entries;
                    if (waits >= WINDOW) {
                        named(waiting);
                        waits = 0;
                    }
                    progress.at(done, total);
                }
            }
        }
        named(waiting);
        states();
        rowsWithoutEntry();
        return done;
    }

    /** Rows that change in place are what their last entries say; one that was sealed as removed is not there. */
    private void states() throws SQLException {
        for (var table : states.entrySet()) {
            TableForm form = forms.of(connection, table.getKey());
            SealedKeys known = keys.computeIfAbsent(table.getKey(), each -> new SealedKeys());
            Map<String, Place> window = new HashMap<>();
            for (var each : table.getValue().entrySet()) {
                if (isGone(form, each.getKey(), each.getValue())) {
                    continue;
                }
                known.add(each.getKey());
                if (!Erasure.destroyed(each.getValue().block.salts, each.getValue().entry)) {
                    window.put(each.getKey(), each.getValue());
                }
                if (window.size() == WINDOW) {
                    named(new HashMap<>(Map.of(table.getKey(), window)));
                    window.clear();
                }
            }
            named(new HashMap<>(Map.of(table.getKey(), window)));
        }
    }

    private boolean isGone(TableForm form, String key, Place place) {
        canonical.clear();
        CanonicalForm.gone(canonical, form, key);
        EntryMaker.commit(place.block.salts, place.entry * EntryMaker.SALT, canonical, sha256, computed, 0);
        return isCommitted(place.block, place.entry);
    }

    private boolean isCommitted(Block block, int entry) {
        int from = entry * EntryMaker.COMMITMENT;
        return Arrays.equals(computed, 0, computed.length, block.commitments, from, from + EntryMaker.COMMITMENT);
    }

    private void readErasures() throws SQLException {
        try (Statement question = connection.createStatement(); ResultSet row = question.executeQuery("select entry from erasure")) {
            while (row.next()) {
                erased.add(row.getLong(1));
            }
        }
    }

    private static Block block(ResultSet row) throws SQLException {
        Long change = row.getObject(3, Long.class);
        Long firstId = row.getObject(6, Long.class);
        java.sql.Array keys = row.getArray(7);
        return new Block(row.getLong(1), row.getInt(2), change, row.getInt(4), row.getString(5), firstId, keys == null ? null : (String[]) keys.getArray(),
                row.getBytes(8), row.getBytes(9));
    }

    /** The form of a block's table; none, and a fault, if there is no such table any more. */
    private @Nullable TableForm form(Block block) throws SQLException {
        String what = "entry " + block.first;
        if (block.format != CanonicalForm.FORMAT) {
            faults.add(what, "Entry %d has form %d, which this program does not know.".formatted(block.first, block.format));
            return null;
        }
        if (block.salts.length != block.entries * EntryMaker.SALT || block.commitments.length != block.entries * EntryMaker.COMMITMENT
                || block.keys == null && block.firstId == null || block.keys != null && block.keys.length != block.entries) {
            faults.add(what, "The block of entries that begins with %d is not whole.".formatted(block.first));
            return null;
        }
        try {
            TableForm form = forms.of(connection, block.table);
            SealedKeys known = keys.computeIfAbsent(block.table, table -> new SealedKeys());
            boolean changing = ChangingTables.ALL.contains(block.table);
            for (int i = 0; i < block.entries && !changing; i++) {
                boolean fresh = block.keys == null && block.entries > 1 ? i > 0 || known.addRun(block.firstId == null ? 0 : block.firstId, block.entries)
                        : known.add(block.key(form, i));
                if (!fresh) {
                    faults.add(name(form, block.key(form, i)), "%s has two entries in the log; the second is %d.".formatted(name(form, block.key(form, i)), block.first + i));
                }
            }
            for (int i = 0; i < block.entries; i++) {
                if (Erasure.destroyed(block.salts, i)) {
                    if (!changing) {
                        known.release(block.key(form, i));
                    }
                    if (!erased.contains(block.first + i)) {
                        String name = name(form, block.key(form, i));
                        faults.add(name, "Nothing can be told of %s any more: the salt of its entry %d was destroyed, and no erasure says why.".formatted(name, block.first + i));
                    }
                }
            }
            return form;
        } catch (IllegalArgumentException e) {
            faults.add(what, "Entry %d is of a row of '%s', and there is no such table any more.".formatted(block.first, block.table));
            return null;
        }
    }

    private void run(TableForm form, Block block) throws SQLException {
        BitSet seen = new BitSet(block.entries);
        KeyedRows.run(connection, form, block.firstId == null ? 0 : block.firstId, block.entries, (bytes, at) -> {
            int entry = (int) (org.postgresql.util.ByteConverter.int8(bytes, at.starts()[form.key()[0]]) - (block.firstId == null ? 0 : block.firstId));
            seen.set(entry);
            if (Erasure.destroyed(block.salts, entry)) {
                return;
            }
            compare(form, block, entry, bytes, at);
        });
        tellAltered(form);
        for (int entry = seen.nextClearBit(0); entry < block.entries; entry = seen.nextClearBit(entry + 1)) {
            gone(form, block, entry);
        }
    }

    private void named(Map<String, Map<String, Place>> waiting) throws SQLException {
        for (var each : waiting.entrySet()) {
            TableForm form = forms.of(connection, each.getKey());
            Map<String, Place> places = each.getValue();
            if (places.isEmpty()) {
                continue;
            }
            Octets key = new Octets();
            try {
                KeyedRows.eachNamed(connection, form, List.copyOf(places.keySet()), (bytes, at) -> {
                    key.clear();
                    CanonicalForm.key(key, form, bytes, at.starts(), at.lengths());
                    Place place = places.remove(new String(key.array(), 0, key.length(), StandardCharsets.UTF_8));
                    if (place != null) {
                        compare(form, place.block, place.entry, bytes, at);
                    }
                });
            } catch (tools.jackson.core.JacksonException | NullPointerException | SQLException e) {
                faults.add("block", "The keys in the blocks of %s cannot be understood (%s): somebody altered them.".formatted(each.getKey(), e.getMessage()));
                throw new Faults.Enough();
            }
            tellAltered(form);
            places.values().stream().sorted(java.util.Comparator.comparingLong(place -> place.block.first + place.entry))
                    .forEach(place -> gone(form, place.block, place.entry));
        }
        waiting.clear();
    }

    private void compare(TableForm form, Block block, int entry, byte[] bytes, RowReader at) {
        canonical.clear();
        boolean same;
        try {
            CanonicalForm.write(canonical, form, bytes, at.starts(), at.lengths());
            EntryMaker.commit(block.salts, entry * EntryMaker.SALT, canonical, sha256, computed, 0);
            same = isCommitted(block, entry);
        } catch (NotCanonical e) {
            same = false;
        }
        if (!same) {
            altered.add(new Place(block, entry));
        }
    }

    /** Only when all rows are read: the connection cannot answer in between. */
    private void tellAltered(TableForm form) {
        for (Place place : altered) {
            String what = name(form, place.block.key(form, place.entry));
            faults.add(what, "%s is not what was sealed%s (entry %d): it was altered since.".formatted(what, sealed(place.block), place.block.first + place.entry));
        }
        altered.clear();
    }

    private void gone(TableForm form, Block block, int entry) {
        String what = name(form, block.key(form, entry));
        faults.add(what, "%s, sealed%s (entry %d), is no longer there: it was deleted.".formatted(what, sealed(block), block.first + entry));
    }

    private void rowsWithoutEntry() throws SQLException {
        for (String table : tables()) {
            TableForm form;
            try {
                form = forms.of(connection, table);
            } catch (IllegalArgumentException e) {
                faults.add(table, "The table %s has no primary key any more: its rows cannot be found by their entries.".formatted(table));
                continue;
            }
            SealedKeys known = keys.getOrDefault(table, new SealedKeys());
            if (count(table) == known.size()) {
                continue;
            }
            Octets key = new Octets();
            KeyedRows.all(connection, form, (bytes, at) -> {
                key.clear();
                CanonicalForm.key(key, form, bytes, at.starts(), at.lengths());
                String named = new String(key.array(), 0, key.length(), StandardCharsets.UTF_8);
                if (!known.has(named)) {
                    faults.add(name(form, named), name(form, named) + " has no entry in the log: it was put into the database past the program.");
                }
            });
        }
    }

    private List<String> tables() throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Statement question = connection.createStatement(); ResultSet row = question.executeQuery("""
                select table_name from information_schema.tables where table_schema = current_schema() and table_type = 'BASE TABLE' order by table_name""")) {
            while (row.next()) {
                if (!unsealed.contains(row.getString(1))) {
                    tables.add(row.getString(1));
                }
            }
        }
        return tables;
    }

    private long count(String table) throws SQLException {
        try (Statement question = connection.createStatement(); ResultSet row = question.executeQuery("select count(*) from \"" + table + "\"")) {
            row.next();
            return row.getLong(1);
        }
    }

    /** For example {@code victim 12, version 3}. */
    static String name(TableForm form, String key) {
        String parts = key.substring(1, key.length() - 1);
        return form.keyColumns().equals(List.of("id", "version")) ? form.table() + " " + parts.replace(",", ", version ")
                : form.table().replace('_', ' ') + " " + parts.replace(",", ", ");
    }

    private String sealed(Block block) {
        if (block.change == null) {
            return "";
        }
        try (PreparedStatement question = connection.prepareStatement("select to_char(at at time zone 'UTC', 'FMDD FMMonth YYYY HH24:MI:SS') from change where number = ?")) {
            question.setLong(1, block.change);
            try (ResultSet row = question.executeQuery()) {
                return row.next() ? " on " + row.getString(1) + " UTC" : "";
            }
        } catch (SQLException e) {
            return "";
        }
    }
}
