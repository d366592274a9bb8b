package org.stele.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the cells of a column mean. Spelled-out values come first, then patterns in their order, then what stands for all others,
 * if the mapping says so; case and spaces do not matter. A value that none of these knows means nothing: its row is rejected.
 *
 * @param exact     by spelling
 * @param patterns  each must fit the whole cell
 * @param otherwise what any other value means; none if others are to be rejected
 */
record ValueMap<T>(Map<String, T> exact, List<PatternValue<T>> patterns, @Nullable T otherwise) {

    record PatternValue<T>(Pattern pattern, T meaning) {
    }

    @Nullable T find(String cell) {
        String spelling = Spelling.of(cell);
        T found = exact.get(spelling);
        if (found != null) {
            return found;
        }
        for (PatternValue<T> each : patterns) {
            if (each.pattern().matcher(spelling).matches()) {
                return each.meaning();
            }
        }
        return otherwise;
    }

    /** Every meaning that fits: a column of words can name several at once. Falls back on {@code otherwise} like {@link #find}. */
    List<T> findAll(String cell) {
        String spelling = Spelling.of(cell);
        T found = exact.get(spelling);
        if (found != null) {
            return List.of(found);
        }
        List<T> all = new ArrayList<>();
        for (PatternValue<T> each : patterns) {
            if (each.pattern().matcher(spelling).matches()) {
                all.add(each.meaning());
            }
        }
        if (all.isEmpty() && otherwise != null) {
            all.add(otherwise);
        }
        return all;
    }

    /** Every meaning there is. */
    List<T> meanings() {
        List<T> all = new ArrayList<>(exact.values());
        patterns.forEach(each -> all.add(each.meaning()));
        if (otherwise != null) {
            all.add(otherwise);
        }
        return all;
    }

    /** Collects the values of one map as the mapping file gives them. */
    static final class Builder<T> {
        private final Map<String, T> exact = new HashMap<>();
        private final List<PatternValue<T>> patterns = new ArrayList<>();
        private @Nullable T otherwise;

        /** False if the value has a meaning already. */
        boolean add(String value, T meaning) {
            if (value.equals("*")) {
                boolean first = otherwise == null;
                otherwise = meaning;
                return first;
            }
            if (value.startsWith("~")) {
                patterns.add(new PatternValue<>(Pattern.compile(value.substring(1).strip(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE), meaning));
                return true;
            }
            return exact.putIfAbsent(Spelling.of(value), meaning) == null;
        }

        ValueMap<T> build() {
            return new ValueMap<>(Map.copyOf(exact), List.copyOf(patterns), otherwise);
        }
    }
}
