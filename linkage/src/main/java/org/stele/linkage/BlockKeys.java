package org.stele.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The keys of one rule with their rows, to be sorted into blocks. A key is made of the codes themselves, not of a hash, so no two different
 * keys ever meet; rows come in ascending order.
 */
final class BlockKeys {

    /** Keys stay below this; before they would not, they are numbered anew. */
    private static final long LARGEST = 1L << 62;

    private long[] keys;
    private int[] rows;
    private final boolean several;

    private BlockKeys(long[] keys, int[] rows, boolean several) {
        this.keys = keys;
        this.rows = rows;
        this.several = several;
    }

    static BlockKeys of(Records records, List<String> names) {
        List<Column> columns = names.stream().map(records::column).toList();
        boolean several = columns.stream().anyMatch(BlockKeys::holdsSeveral);
        return several ? ofSeveral(columns, records.size()) : ofOne(columns, records.size());
    }

    private static boolean holdsSeveral(Column column) {
        return Arrays.stream(column.values()).anyMatch(value -> value.indexOf(Records.SEPARATOR) >= 0);
    }

    private static BlockKeys ofOne(List<Column> columns, int size) {
        long[] key = new long[size];
        long range = 1;
        for (Column column : columns) {
            int[] codes = column.codes();
            long values = Math.max(1, column.values().length);
            if (range > LARGEST / values) {
                range = numbered(key);
            }
            for (int row = 0; row < size; row++) {
                key[row] = key[row] < 0 || codes[row] < 0 ? -1 : key[row] * values + codes[row];
            }
            range *= values;
        }
        int known = 0;
        for (long k : key) {
            known += k >= 0 ? 1 : 0;
        }
        long[] keys = new long[known];
        int[] rows = new int[known];
        int at = 0;
        for (int row = 0; row < size; row++) {
            if (key[row] >= 0) {
                keys[at] = key[row];
                rows[at++] = row;
            }
        }
        return new BlockKeys(keys, rows, false);
    }

    /** Replaces keys by small numbers in the same order, so that another code can join; returns how many there are. */
    private static long numbered(long[] keys) {
        int[] order = Orders.ascending(keys);
        long number = -1;
        long before = -1;
        for (int at : order) {
            long key = keys[at];
            if (key >= 0) {
                number += key != before ? 1 : 0;
                before = key;
                keys[at] = number;
            }
        }
        return number + 1;
    }

    private static BlockKeys ofSeveral(List<Column> columns, int size) {
        var numbers = new HashMap<String, Integer>();
        var keys = new ArrayList<Long>();
        IntList rows = new IntList();
        List<List<int[]>> tokens = columns.stream().map(column -> tokens(column, numbers)).toList();
        var combined = new HashMap<List<Integer>, Integer>();
        for (int row = 0; row < size; row++) {
            List<List<Integer>> found = List.of(List.of());
            for (int c = 0; c < columns.size(); c++) {
                int code = columns.get(c).codes()[row];
                found = code == Column.MISSING ? List.of() : joined(found, tokens.get(c).get(code));
            }
            for (List<Integer> key : found.stream().distinct().toList()) {
                keys.add((long) combined.computeIfAbsent(key, k -> combined.size()));
                rows.add(row);
            }
        }
        return new BlockKeys(keys.stream().mapToLong(Long::longValue).toArray(), rows.toArray(), true);
    }

    private static List<int[]> tokens(Column column, Map<String, Integer> numbers) {
        return Arrays.stream(column.values())
                .map(value -> Arrays.stream(value.split(String.valueOf(Records.SEPARATOR)))
                        .filter(token -> !token.isBlank())
                        .mapToInt(token -> numbers.computeIfAbsent(token, t -> numbers.size())).toArray())
                .toList();
    }

    private static List<List<Integer>> joined(List<List<Integer>> keys, int[] tokens) {
        var result = new ArrayList<List<Integer>>();
        for (List<Integer> key : keys) {
            for (int token : tokens) {
                var longer = new ArrayList<>(key);
                longer.add(token);
                result.add(longer);
            }
        }
        return result;
    }

    boolean several() {
        return several;
    }

    int size() {
        return keys.length;
    }

    int row(int at) {
        return rows[at];
    }

    boolean sameKey(int a, int b) {
        return keys[a] == keys[b];
    }

    /** By key, then row. */
    void sort() {
        int[] order = Orders.ascending(keys);
        long[] sortedKeys = new long[keys.length];
        int[] sortedRows = new int[keys.length];
        for (int i = 0; i < order.length; i++) {
            sortedKeys[i] = keys[order[i]];
            sortedRows[i] = rows[order[i]];
        }
        keys = sortedKeys;
        rows = sortedRows;
    }

    /** Orders one block by another column's codes, then row. */
    void sortRange(int from, int to, int[] codes) {
        long[] both = new long[to - from];
        for (int i = from; i < to; i++) {
            both[i - from] = (long) codes[rows[i]] << 32 | rows[i];
        }
        Arrays.sort(both);
        for (int i = from; i < to; i++) {
            rows[i] = (int) both[i - from];
        }
    }
}
