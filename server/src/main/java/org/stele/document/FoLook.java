package org.stele.document;

import org.stele.language.Language;

/** The look of a printed document: an A4 grid of a wide measure for drawings and tables and, set in from it, a measure for
 *  text of about seventy letters, with section numbers hanging in the space left free. Sizes in points, places in
 *  millimetres. Arabic letters are smaller in the eye than Latin ones at the same size, and need more room between lines. */
final class FoLook {
    static final String STRONG = "#1f4a66";
    static final String SOFT = "#586269";
    static final String RULE = "#aab3b9";
    static final String TINT = "#f1f4f6";

    /** Width of the page's text area, and how far text is set in from it. */
    static final double MEASURE = 166;
    static final double INDENT = 30;
    static final double POINTS_PER_MM = 72 / 25.4;

    private FoLook() {
    }

    static String body(Language language) {
        return language.rightToLeft() ? "font-size=\"10.5pt\" line-height=\"17pt\"" : "font-size=\"10pt\" line-height=\"15pt\"";
    }

    static String lead(Language language) {
        return (language.rightToLeft() ? "font-size=\"12.5pt\" line-height=\"20pt\"" : "font-size=\"12pt\" line-height=\"17.5pt\"")
                + " color=\"" + STRONG + "\"";
    }

    static String small(Language language) {
        return "color=\"" + SOFT + "\" "
                + (language.rightToLeft() ? "font-size=\"8.5pt\" line-height=\"13.5pt\"" : "font-size=\"8pt\" line-height=\"11.5pt\"");
    }

    static String footnote(Language language) {
        return "start-indent=\"" + mm(INDENT) + "\" text-indent=\"0mm\" space-after=\"1mm\" font-weight=\"normal\" "
                + "text-align=\"start\" " + small(language);
    }

    static String heading(int level) {
        return "font-weight=\"bold\" keep-with-next.within-page=\"always\" " + switch (level) {
            case 1 -> "font-size=\"17pt\" line-height=\"22pt\" color=\"" + STRONG + "\" space-before=\"11mm\" space-after=\"4mm\"";
            case 2 -> "font-size=\"12.5pt\" line-height=\"17pt\" space-before=\"7mm\" space-after=\"2.2mm\"";
            default -> "font-size=\"10.5pt\" line-height=\"15pt\" space-before=\"4.5mm\" space-after=\"1.2mm\"";
        };
    }

    /** Room at the end of a table's cell, given to the block in it: a cell's own padding FOP sets wrongly from right to left. */
    static String gap(double millimetres) {
        return "end-indent=\"" + mm(millimetres) + "\"";
    }

    static String mm(double millimetres) {
        return number(millimetres) + "mm";
    }

    static String pt(double points) {
        return number(points) + "pt";
    }

    /** Never in the server's own language: a comma would be a syntax error. */
    private static String number(double value) {
        return String.format(java.util.Locale.ROOT, "%.2f", value);
    }
}
