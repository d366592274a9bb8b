package org.stele.drawing;

/** Writing numbers into SVG by hand, so that no server's language can put a comma into them. */
final class Markup {
    private Markup() {
    }

    /** A coordinate with at most two decimals: a hundredth of a unit is finer than any printer. */
    static String number(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("A coordinate is " + value);
        }
        long hundredths = Math.round(value * 100);
        long whole = Math.abs(hundredths) / 100;
        long rest = Math.abs(hundredths) % 100;
        String sign = hundredths < 0 ? "-" : "";
        if (rest == 0) {
            return sign + whole;
        }
        return sign + whole + "." + (rest % 10 == 0 ? String.valueOf(rest / 10) : rest < 10 ? "0" + rest : String.valueOf(rest));
    }

    /** A coordinate of a shape that is never looked at closely: one decimal. */
    static String coarse(double value) {
        return number(Math.round(value * 10) / 10.0);
    }
}
