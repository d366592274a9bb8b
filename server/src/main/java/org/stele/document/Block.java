package org.stele.document;

import java.util.List;
import org.stele.drawing.Drawing;

/** A part of a document that stands on its own lines. */
public sealed interface Block
        permits Block.Heading, Block.Paragraph, Block.BulletList, Block.KeyFigures, Table, Block.Illustration, Block.Note,
        Block.Contents, Block.PageBreak {

    /** A heading; it enters the contents and the PDF's bookmarks.
     *  @param level 1 to 3 (the document's title is above them)
     *  @param id unique in the document, letters, digits and hyphens: the page's fragment and the PDF's destination
     *  @param number "III" or "2.1", or empty */
    record Heading(int level, String id, String number, String text) implements Block {
        public Heading {
            if (level < 1 || level > 3) {
                throw new IllegalArgumentException("Heading level " + level + " of '" + text + "' is not 1 to 3");
            }
            Identifiers.check(id);
        }
    }

    /** Running text. */
    record Paragraph(Kind kind, List<Span> spans) implements Block {
        public Paragraph {
            spans = List.copyOf(spans);
        }

        public static Paragraph of(Span... spans) {
            return new Paragraph(Kind.BODY, List.of(spans));
        }

        public static Paragraph of(String text) {
            return of(Span.plain(text));
        }

        /** LEAD opens a document or a section in larger type, SMALL is for caveats and sources. */
        public enum Kind { BODY, LEAD, SMALL }
    }

    /** Points of a list, with points of their own below them where needed. */
    record BulletList(boolean numbered, List<Item> items) implements Block {
        public BulletList {
            items = List.copyOf(items);
        }

        public static BulletList of(List<Item> items) {
            return new BulletList(false, items);
        }

        public record Item(List<Span> spans, List<Item> items) {
            public Item {
                spans = List.copyOf(spans);
                items = List.copyOf(items);
            }

            public static Item of(Span... spans) {
                return new Item(List.of(spans), List.of());
            }

            public static Item of(String text) {
                return of(Span.plain(text));
            }
        }
    }

    /** A few headline numbers side by side, large. */
    record KeyFigures(List<Key> keys) implements Block {
        public KeyFigures {
            keys = List.copyOf(keys);
        }

        /** @param number usually one {@link Span.FigureReference}
         *  @param detail a second line, or empty */
        public record Key(Span number, String label, String detail) {
        }
    }

    /** A drawing with its caption. It is called illustration since a figure here is a number.
     *  @param source under the drawing, or empty */
    record Illustration(String id, String caption, Drawing drawing, String source) implements Block {
        public Illustration {
            Identifiers.check(id);
        }
    }

    /** Text set apart in a box, under a title that may be empty. */
    record Note(String title, List<Block> blocks) implements Block {
        public Note {
            blocks = List.copyOf(blocks);
        }
    }

    /** The list of the document's headings of levels 1 and 2: links on the web, page numbers in print. */
    record Contents(String title) implements Block {
    }

    /** What follows begins on a new page in print; nothing on the web. */
    record PageBreak() implements Block {
    }
}
