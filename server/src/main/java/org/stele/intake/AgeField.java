package org.stele.intake;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stele.register.AgeClass;
import org.stele.register.AgeRange;

/**
 * Age in years from a column of ages, and child or adult from a column of classes. The age wins, being closer; where the two
 * contradict each other the row is rejected, for one of them is wrong and nobody knows which.
 *
 * @param column   of ages: {@code 34}, {@code 30-40} or {@code 60+}; none if the list has classes only
 * @param unknown  spellings that stand for "not known", for example {@code 0}
 * @param classes  what the class column says; none if the list has none
 * @param adultAge of the codebook
 */
record AgeField(@Nullable String column, Set<String> unknown, @Nullable Field<AgeClass> classes, int adultAge) implements Field<AgeRange> {

    private static final Pattern AGE = Pattern.compile("(\\d{1,3})(?:\\s*(?:[-–]\\s*(\\d{1,3})|(\\+)))?");

    @Override
    public List<String> columns() {
        return Stream.concat(Stream.ofNullable(column), classes == null ? Stream.of() : classes.columns().stream()).toList();
    }

    @Override
    public Reading<AgeRange> bind(Columns columns) {
        Reading<AgeRange> years = (column == null ? Field.constant(AgeRange.UNKNOWN) : Field.cell(column, AgeRange.UNKNOWN, this::years)).bind(columns);
        Reading<AgeClass> classed = (classes == null ? Field.constant(AgeClass.UNKNOWN) : classes).bind(columns);
        AgeRange child = AgeRange.child(adultAge);
        AgeRange adult = AgeRange.adult(adultAge);
        return row -> {
            AgeRange age = years.of(row);
            AgeClass said = classed.of(row);
            if (age.equals(AgeRange.UNKNOWN)) {
                return said == AgeClass.CHILD ? child : said == AgeClass.ADULT ? adult : age;
            }
            AgeClass meant = age.classed(adultAge);
            if (said != AgeClass.UNKNOWN && meant != AgeClass.UNKNOWN && said != meant && column != null) {
                throw new Unmapped(column, row.cell(columns.place(column)), "the age contradicts the column that says " + said.name().toLowerCase(java.util.Locale.ROOT),
                        "correct one of the two");
            }
            return age;
        };
    }

    private AgeRange years(String cell) {
        String text = Spelling.of(cell);
        if (unknown.contains(text)) {
            return AgeRange.UNKNOWN;
        }
        Matcher age = AGE.matcher(text);
        if (age.matches()) {
            int from = Integer.parseInt(age.group(1));
            Integer to = age.group(3) != null ? null : Integer.valueOf(age.group(2) == null ? from : Integer.parseInt(age.group(2)));
            if (from <= AgeRange.OLDEST && (to == null || (to >= from && to <= AgeRange.OLDEST))) {
                return new AgeRange(from, to);
            }
        }
        throw new Unmapped(column == null ? "" : column, cell, "this is no age from 0 to " + AgeRange.OLDEST + " years, such as 34, 30-40 or 60+",
                "correct the age, or add the value to 'unknown' of the age in the mapping");
    }
}
