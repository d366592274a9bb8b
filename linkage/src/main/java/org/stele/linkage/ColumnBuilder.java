package org.stele.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Encodes values as they come. */
final class ColumnBuilder {

    private final String name;
    private final Map<String, Integer> codeOf = new HashMap<>();
    private final List<String> values = new ArrayList<>();
    private int[] codes;
    private int size;

    ColumnBuilder(String name, int expected) {
        this.name = name;
        this.codes = new int[Math.max(16, expected)];
    }

    void add(@Nullable String value) {
        addCode(code(value));
    }

    /** A row whose value's code is known. */
    void addCode(int code) {
        if (size == codes.length) {
            codes = Arrays.copyOf(codes, size * 2);
        }
        codes[size++] = code;
    }

    /** The code of a value, a new one if need be; nothing and blank are missing. */
    int code(@Nullable String value) {
        if (value == null || value.isBlank()) {
            return Column.MISSING;
        }
        Integer known = codeOf.putIfAbsent(value, values.size());
        if (known == null) {
            values.add(value);
            return values.size() - 1;
        }
        return known;
    }

    Column build() {
        return build(Set.of(name));
    }

    /** @param origins the columns that this one was made from */
    Column build(Set<String> origins) {
        return new Column(name, Arrays.copyOf(codes, size), values.toArray(String[]::new), origins);
    }
}
