package org.stele.drawing;

/** Writing SVG by hand: escaped text, and numbers that no server's language can put a comma into. */
final class Markup {
    private Markup() {
    }

    /** Text and attribute values alike. Characters XML cannot hold become the replacement character. */
    static String escape(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> out.appendCodePoint(isXml(c) ? c : 0xFFFD);
            }
        });
        return out.toString();
    }

    private static boolean isXml(int c) {
        return c >= 0x20 && c <= 0xD7FF || c == '\t' || c == '\n' || c == '\r' || c >= 0xE000 && c <= 0xFFFD || c >= 0x10000;
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
