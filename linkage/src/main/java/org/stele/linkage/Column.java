package org.stele.linkage;

import java.util.Arrays;
import java.util.Set;

/**
 * One field of all records. Every distinct value has a code, in order of first appearance; a row holds its value's code, or {@link #MISSING}.
 * The arrays are the column itself, not copies: they are read, never written.
 */
public final class Column {

    /** Code of a row without a value. */
    public static final int MISSING = -1;

    private final String name;
    private final int[] codes;
    private final String[] values;
    private final Set<String> origins;

    Column(String name, int[] codes, String[] values, Set<String> origins) {
        this.name = name;
        this.codes = codes;
        this.values = values;
        this.origins = Set.copyOf(origins);
    }

    public String name() {
        return name;
    }

    /** Names of the columns as given that this one was made from; its own name if it was given. */
    public Set<String> origins() {
        return origins;
    }

    /** The code of each row. */
    public int[] codes() {
        return codes;
    }

    /** The distinct values, by code. */
    public String[] values() {
        return values;
    }

    /** The value of a row, empty where it is missing. */
    public String value(int row) {
        int code = codes[row];
        return code == MISSING ? "" : values[code];
    }

    /** How many rows hold each value. */
    public int[] counts() {
        int[] counts = new int[values.length];
        for (int code : codes) {
            if (code != MISSING) {
                counts[code]++;
            }
        }
        return counts;
    }

    /** How many rows hold any value. */
    public long known() {
        return Arrays.stream(codes).filter(code -> code != MISSING).count();
    }
}
