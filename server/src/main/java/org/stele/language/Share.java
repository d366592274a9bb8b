package org.stele.language;

/**
 * A part of a whole, kept as both numbers; what is printed is rounded to whole percent, half up.
 *
 * @param part  0 to {@code whole}
 * @param whole at least 1
 */
public record Share(long part, long whole) {

    public Share {
        if (whole < 1 || part < 0 || part > whole) {
            throw new IllegalArgumentException("%d of %d is no share".formatted(part, whole));
        }
    }

    /** How the printed percentage relates to the true one. */
    public enum Rounding { EXACT, UP, DOWN, BELOW_ONE, ABOVE_NINETY_NINE }

    /** Whole percent: 46 of 172 is 27. */
    public int percent() {
        return Math.toIntExact((200 * part + whole) / (2 * whole));
    }

    /** Whether "nearly" or "approximately" is true of the printed percentage. None rounds to 0, all but one does not round to 100. */
    public Rounding rounding() {
        if (part > 0 && percent() == 0) {
            return Rounding.BELOW_ONE;
        }
        if (part < whole && percent() == 100) {
            return Rounding.ABOVE_NINETY_NINE;
        }
        return Long.signum(percent() * whole - 100 * part) == 0 ? Rounding.EXACT : percent() * whole > 100 * part ? Rounding.UP : Rounding.DOWN;
    }

    /** "nearly 27%": nearly only where the true value lies just below, approximately where just above, bare where exact. */
    public String nearly(Language language) {
        return phrase("nearly", language);
    }

    /** "approximately 79 percent"; bare where exact. */
    public String approximately(Language language) {
        return phrase("approximately", language);
    }

    private String phrase(String idiom, Language language) {
        return Idioms.of(language).format(idiom, java.util.Map.of("p", (long) percent(), "rounding", rounding().name()));
    }
}
