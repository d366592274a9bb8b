package org.stele.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The keys of one rule with their rows, to be sorted into blocks. A key of one column is its code, of two both codes: exact. Three and more
 * are numbered two at a time, so no two different keys ever meet.
 */
final class BlockKeys {

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
        Arrays.fill(key, 0);
        for (int c = 0; c < columns.size(); c++) {
            int[] codes = columns.get(c).codes();
            if (c >= 2) {
                number(key);
            }
            for (int row = 0; row < size; row++) {
                key[row] = key[row] < 0 || codes[row] < 0 ? -1 : key[row] << 31 | codes[row];
            }
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

    /** Replaces keys of two codes by small numbers, so that another code can join. */
    private static void number(long[] keys) {
        long[] sorted = keys.clone();
        Arrays.parallelSort(sorted);
        int distinct = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (sorted[i] >= 0 && (distinct == 0 || sorted[distinct - 1] != sorted[i])) {
                sorted[distinct++] = sorted[i];
            }
        }
        for (int i = 0; i < keys.length; i++) {
            keys[i] = keys[i] < 0 ? -1 : Arrays.binarySearch(sorted, 0, distinct, keys[i]);
        }
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
        int[] small = compact();
        // Key number above, row below: one sort of primitives orders both.
        long[] both = new long[keys.length];
        for (int i = 0; i < both.length; i++) {
            both[i] = (long) small[i] << 32 | rows[i];
        }
        Arrays.parallelSort(both);
        for (int i = 0; i < both.length; i++) {
            keys[i] = both[i] >>> 32;
            rows[i] = (int) both[i];
        }
    }

    private int[] compact() {
        long[] sorted = keys.clone();
        Arrays.parallelSort(sorted);
        int distinct = 0;
        for (long key : sorted) {
            if (distinct == 0 || sorted[distinct - 1] != key) {
                sorted[distinct++] = key;
            }
        }
        int[] small = new int[keys.length];
        for (int i = 0; i < small.length; i++) {
            small[i] = Arrays.binarySearch(sorted, 0, distinct, keys[i]);
        }
        return small;
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
