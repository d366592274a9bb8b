package org.stele.document;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads editable text: Markdown with named figures, {@code {{killed-november}}}, instead of typed numbers. */
public final class Markdown {
    private Markdown() {
    }

    /** Reads a text.
     *  @param figures what a name stands for; empty for a name it does not know, which is then reported, not guessed */
    public static Reading read(String markdown, Function<String, Optional<Span>> figures) {
        return new MarkdownReader(figures).read(markdown);
    }

    /** What was read. A text with unknown figures or refused markup has faults and must not be published; which typed numbers
     *  are allowed (a date, an article's number) is for the caller to judge.
     *  @param typedNumbers every word with a digit that somebody typed, in the order of the text */
    public record Reading(List<Block> blocks, List<TypedNumber> typedNumbers, List<Fault> faults) {
        public Reading {
            blocks = List.copyOf(blocks);
            typedNumbers = List.copyOf(typedNumbers);
            faults = List.copyOf(faults);
        }
    }

    /** A word with digits.
     *  @param line from 1
     *  @param context the word with a few words around it, to judge it by ("on 13 November 2020 in") */
    public record TypedNumber(int line, String word, String context) {
    }

    /** What could not be taken, with what to do about it. */
    public record Fault(int line, String message) {
    }
}
