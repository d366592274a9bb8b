package org.stele.linkage;

import java.util.List;
import java.util.Locale;

/**
 * Why two records weigh what they weigh: the prior and one term for each field; they sum to the weight.
 *
 * @param left   identifier of one record
 * @param right  identifier of the other
 * @param prior  weight before anything is compared, in bits
 * @param terms  one for each comparison
 * @param weight the sum, in bits
 */
public record Explanation(String left, String right, double prior, List<Term> terms, double weight) {

    /**
     * What one field says.
     *
     * @param field     name of the column
     * @param left      its value in one record, empty if missing
     * @param right     its value in the other
     * @param level     how they agree, or "missing"
     * @param weight    bits for the level
     * @param frequency bits for how rare or common the value is
     */
    public record Term(String field, String left, String right, String level, double weight, double frequency) { }

    public Explanation {
        terms = List.copyOf(terms);
    }

    /** Probability that the two are one person, as far as the fields are independent. */
    public double probability() {
        return Parameters.probability(weight);
    }

    /** A table as plain text: one line for each term, tabs between the cells. */
    public String table() {
        var text = new StringBuilder("field\t%s\t%s\tlevel\tbits\tby frequency\n".formatted(left, right));
        text.append("before comparing\t\t\t\t%s\t\n".formatted(bits(prior)));
        for (Term term : terms) {
            text.append("%s\t%s\t%s\t%s\t%s\t%s\n".formatted(term.field, term.left, term.right, term.level, bits(term.weight), bits(term.frequency)));
        }
        return text.append("sum\t\t\t\t%s\t\n".formatted(bits(weight))).toString();
    }

    /** The same as a waterfall drawing, an SVG of its own. */
    public String waterfall() {
        return Waterfall.of(this);
    }

    static String bits(double weight) {
        return weight == 0 ? "0" : String.format(Locale.ROOT, "%+.2f", weight);
    }
}
