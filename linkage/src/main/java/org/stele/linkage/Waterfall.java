package org.stele.linkage;

import java.util.Locale;

/** Draws an explanation as bars that begin where the one before ended, in SVG without styles or scripts. */
final class Waterfall {

    private static final int LABELS = 330;
    private static final int BARS = 420;
    private static final int LINE = 26;
    private static final String FOR = "#1b6e8c";
    private static final String AGAINST = "#b4472e";
    private static final String SUM = "#444444";

    private final StringBuilder svg = new StringBuilder();
    private final double least;
    private final double scale;
    private double reached;
    private int line;

    private Waterfall(double least, double most) {
        this.least = least;
        this.scale = BARS / Math.max(1, most - least);
    }

    static String of(Explanation explanation) {
        double sum = explanation.prior();
        double least = Math.min(0, sum);
        double most = Math.max(0, sum);
        for (Explanation.Term term : explanation.terms()) {
            sum += term.weight() + term.frequency();
            least = Math.min(least, sum);
            most = Math.max(most, sum);
        }
        return new Waterfall(least, most).draw(explanation);
    }

    private String draw(Explanation explanation) {
        int height = (explanation.terms().size() + 2) * LINE + 10;
        int width = LABELS + BARS + 90;
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" role=\"img\" font-family=\"sans-serif\" font-size=\"13\">"
                .formatted(width, height, width, height));
        svg.append("<title>%s</title>".formatted(escaped("Weight of %s and %s: %s bits".formatted(explanation.left(), explanation.right(), Explanation.bits(explanation.weight())))));
        double zero = x(0);
        svg.append(line(zero, height));
        bar("before comparing", explanation.prior(), explanation.prior() < 0 ? AGAINST : FOR);
        for (Explanation.Term term : explanation.terms()) {
            double bits = term.weight() + term.frequency();
            bar("%s: %s".formatted(term.field(), term.level()), bits, bits < 0 ? AGAINST : FOR);
        }
        reached = 0;
        bar("sum", explanation.weight(), SUM);
        return svg.append("</svg>\n").toString();
    }

    private static String line(double x, int height) {
        return "<line x1=\"%s\" x2=\"%s\" y1=\"0\" y2=\"%d\" stroke=\"#999999\" stroke-dasharray=\"3 3\"/>".formatted(number(x), number(x), height);
    }

    private void bar(String label, double bits, String colour) {
        double from = x(Math.min(reached, reached + bits));
        double to = x(Math.max(reached, reached + bits));
        int y = 6 + line++ * LINE;
        svg.append("<text x=\"%d\" y=\"%d\" text-anchor=\"end\" unicode-bidi=\"plaintext\">%s</text>".formatted(LABELS - 12, y + 14, escaped(label)));
        svg.append("<rect x=\"%s\" y=\"%d\" width=\"%s\" height=\"%d\" fill=\"%s\"/>".formatted(number(from), y, number(Math.max(1, to - from)), LINE - 8, colour));
        svg.append("<text x=\"%s\" y=\"%d\">%s</text>".formatted(number(to + 6), y + 14, Explanation.bits(bits)));
        reached += bits;
    }

    private double x(double bits) {
        return LABELS + (bits - least) * scale;
    }

    private static String number(double x) {
        return String.format(Locale.ROOT, "%.1f", x);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
