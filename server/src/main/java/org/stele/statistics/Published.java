package org.stele.statistics;

/** Something with numbers in it that is published beside others. */
public sealed interface Published {

    /** What readers, and the reconciliation's findings, call it: "headline", "table of governorates". */
    String name();

    /**
     * A single number.
     *
     * @param question the question that gives it and nothing else: one measure, no dimensions, as of an instant
     * @param value    the number as it is printed
     */
    record Number(String name, Question question, long value) implements Published {
        public Number {
            if (question.measures().size() != 1 || !question.by().isEmpty()) {
                throw new IllegalArgumentException("The number '" + name + "' needs a question for one number, not " + question);
            }
        }
    }

    /** A table, with its axes and totals. */
    record Table(String name, Answer answer) implements Published {
    }
}
