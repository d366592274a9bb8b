package org.stele.intake;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stele.register.CountRange;

/** How many people: a column of least numbers, and one of greatest where the list has it; without it, the least is exact. */
record CountField(String min, @Nullable String max) implements Field<CountRange> {

    @Override
    public List<String> columns() {
        return Stream.concat(Stream.of(min), Stream.ofNullable(max)).toList();
    }

    @Override
    public Reading<CountRange> bind(Columns columns) {
        int least = columns.place(min);
        int most = max == null ? -1 : columns.place(max);
        return row -> {
            Integer from = number(min, row.cell(least));
            Integer to = max == null || most < 0 ? from : number(max, row.cell(most));
            if (from == null && to == null) {
                return CountRange.NONE;
            }
            if (from != null && to != null && to < from) {
                throw new Unmapped(min, row.cell(least), "the least number is greater than the greatest", "correct one of the two");
            }
            return new CountRange(from == null ? 0 : from, to);
        };
    }

    private static @Nullable Integer number(String column, String cell) {
        String text = Spelling.of(cell);
        if (text.isEmpty()) {
            return null;
        }
        if (text.length() <= 6 && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Integer.valueOf(text);
        }
        throw new Unmapped(column, cell, "this is no whole number from 0 to 999999", "correct the number");
    }
}
