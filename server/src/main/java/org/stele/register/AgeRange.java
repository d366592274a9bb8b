package org.stele.register;

import org.jspecify.annotations.Nullable;

/**
 * Age at death in completed years, as a range: both ends absent if unknown, equal if known exactly. "A child" is 0 to 17 and "an
 * adult" 18 or more where eighteen is the codebook's adult age.
 *
 * @param min 0 to 130
 * @param max 0 to 130, not less than {@code min}
 */
public record AgeRange(@Nullable Integer min, @Nullable Integer max) {

    public static final AgeRange UNKNOWN = new AgeRange(null, null);

    /** The oldest age taken for true; above it a figure is a slip of the pen. */
    public static final int OLDEST = 130;

    public AgeRange {
        check(min);
        check(max);
        if (min != null && max != null && min > max) {
            throw new IllegalArgumentException("An age from %d to %d ends before it begins".formatted(min, max));
        }
    }

    private static void check(@Nullable Integer age) {
        if (age != null && (age < 0 || age > OLDEST)) {
            throw new IllegalArgumentException("An age of %d is outside 0 to %d".formatted(age, OLDEST));
        }
    }

    public static AgeRange of(int years) {
        return new AgeRange(years, years);
    }

    /** A person said to be a child, of no known age. */
    public static AgeRange child(int adultAge) {
        return new AgeRange(0, adultAge - 1);
    }

    /** A person said to be an adult, of no known age. */
    public static AgeRange adult(int adultAge) {
        return new AgeRange(adultAge, null);
    }

    /** Child or adult; unknown where the range allows both. */
    public AgeClass classed(int adultAge) {
        if (max != null && max < adultAge) {
            return AgeClass.CHILD;
        }
        return min != null && min >= adultAge ? AgeClass.ADULT : AgeClass.UNKNOWN;
    }
}
