package org.stele.document;

import java.util.List;

/** A part of a line of text. */
public sealed interface Span {
    static Span plain(String text) {
        return new Plain(text);
    }

    static Span strong(String text) {
        return new Strong(List.of(new Plain(text)));
    }

    record Plain(String text) implements Span {
    }

    record Strong(List<Span> spans) implements Span {
        public Strong {
            spans = List.copyOf(spans);
        }
    }

    record Emphasis(List<Span> spans) implements Span {
        public Emphasis {
            spans = List.copyOf(spans);
        }
    }

    /** A link a reader may follow on paper too: print keeps it clickable, and the caller writes the address where it matters.
     *  @param address http, https, mailto, a path of the site beginning with /, or # and an id of this document */
    record Link(String address, List<Span> spans) implements Span {
        public Link {
            Addresses.check(address);
            spans = List.copyOf(spans);
        }
    }

    /** A counted number (or the words that stand for it) and where the list of those it counts is read.
     *  A link on the web; plain text in print, where a page full of links would be noise. */
    record FigureReference(String text, String address) implements Span {
        public FigureReference {
            Addresses.check(address);
        }
    }

    /** A mark here, the text at the foot of the page. */
    record Footnote(List<Span> spans) implements Span {
        public Footnote {
            spans = List.copyOf(spans);
        }
    }

    /** Ranges, signed numbers, phone numbers, code: left to right whatever stands around them. */
    record LeftToRight(String text) implements Span {
    }
}
