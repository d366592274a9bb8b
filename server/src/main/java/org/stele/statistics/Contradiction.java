package org.stele.statistics;

/** Two numbers of one publication that cannot both be true. */
public record Contradiction(Rule rule, Claim one, Claim other) {

    /** What is broken. */
    public enum Rule {
        /** Two statements of the same number differ. */
        SAME_FACT("both should be the same number"),
        /** A subset is larger than its set. */
        SUBSET("the first should not be more than the second"),
        /** Disjoint parts come to more than their whole. */
        PARTS("the parts should not be more than the whole"),
        /** Children, women, men and unknown do not make the victims. */
        DEMOGRAPHY("the parts should make up the whole"),
        /** So many massacres killed fewer people than it takes to make them massacres. */
        THRESHOLD("so many massacres should have at least as many victims, by the codebook's threshold"),
        /** Adjoining periods do not come to the period they make up. */
        PERIODS("the periods should make up the whole");

        private final String words;

        Rule(String words) {
            this.words = words;
        }
    }

    /** One sentence for an editor. */
    public String sentence() {
        return "'%s' says %d and '%s' says %d: %s.".formatted(one.name(), one.value(), other.name(), other.value(), rule.words);
    }
}
