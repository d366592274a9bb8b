package org.stele.statistics;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.stele.register.AgeRange;
import org.stele.register.Attribution;
import org.stele.register.CivilianStatus;
import org.stele.register.Sex;
import org.stele.register.Standing;

/**
 * What counting needs to know of a version. Each field is kept as a code into a dictionary of the values met, so that a rule is
 * applied once to every distinct value and not once to every victim, and another codebook needs no reading anew.
 */
enum Field {
    /** {@link Ground}: where the record stands, and the status of the person. */
    STANDING(false, row -> new Ground(Decode.standing(row), Decode.constant(CivilianStatus.class, row))),
    /** {@link LocalDate} of the standing, or null: for a victim documented its documentation date, likewise for an incident. */
    DAY(true, BinaryRow::date),
    /** {@link Span} of the death, or of the incident. */
    DEATH(true, row -> new Span(row.date(), row.date())),
    /** Code of the place of death or of the incident, or null. */
    PLACE(true, BinaryRow::text),
    /** Code of the place of origin, or null. */
    ORIGIN(true, BinaryRow::text),
    /** {@link Person}. */
    PERSON(false, row -> new Person(Decode.constant(Sex.class, row), new AgeRange(row.number(), row.number()))),
    METHOD(false, BinaryRow::text),
    WEAPON(false, BinaryRow::text),
    /** {@link Attribution} without grounds and date. */
    ATTRIBUTION(false, row -> new Attribution(Decode.constant(Attribution.State.class, row), row.texts(), row.text(), null, null)),
    /** List of codes of groups. */
    GROUPS(false, BinaryRow::texts),
    /** {@link Counts} of an incident. */
    COUNTS(true, row -> new Counts(row.amount(), row.number(), row.amount()));

    private final boolean wide;
    private final Function<BinaryRow, @Nullable Object> decoder;

    /** @param wide whether there may be more than 65,536 distinct values */
    Field(boolean wide, Function<BinaryRow, @Nullable Object> decoder) {
        this.wide = wide;
        this.decoder = decoder;
    }

    /** Whether only victims have it, and incidents do not. */
    boolean ofVictimsOnly() {
        return this == STANDING || this == ORIGIN || this == PERSON || this == GROUPS;
    }

    boolean wide() {
        return wide;
    }

    Function<BinaryRow, @Nullable Object> decoder() {
        return decoder;
    }

    /** What decides on inclusion; the day of documentation does not. */
    record Ground(Standing standing, CivilianStatus status) {
    }

    /** First and last possible day. */
    record Span(@Nullable LocalDate from, @Nullable LocalDate to) {
    }

    /** Sex and age. */
    record Person(Sex sex, AgeRange age) {
    }

    /** Numbers written on an incident; {@code unrecordedMax} is null where only "at least" is known. */
    record Counts(int unrecordedMin, @Nullable Integer unrecordedMax, int injuredMin) {
    }

    /** How values stand in the database. */
    private static final class Decode {

        static Standing standing(BinaryRow row) {
            String standing = String.valueOf(row.text());
            String exclusion = row.text();
            return switch (standing) {
                case "received" -> new Standing.Received();
                case "documented" -> new Standing.Documented(LocalDate.EPOCH);
                case "excluded" -> new Standing.Excluded(String.valueOf(exclusion), null);
                default -> throw new IllegalStateException("No standing '" + standing + "' is known to this program");
            };
        }

        static <E extends Enum<E>> E constant(Class<E> type, BinaryRow row) {
            return Enum.valueOf(type, String.valueOf(row.text()).toUpperCase(Locale.ROOT));
        }
    }

    static final List<Field> ALL = List.of(values());
}
