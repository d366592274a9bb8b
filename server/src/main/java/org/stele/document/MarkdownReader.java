package org.stele.document;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Heading;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** Turns Markdown's blocks into the document's. What has no place in a report (pictures, raw HTML, code) is a fault. */
final class MarkdownReader {
    private static final Parser PARSER = Parser.builder().includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES).build();

    private final MarkdownSpans spans;
    private final List<Markdown.Fault> faults = new ArrayList<>();

    MarkdownReader(Function<String, Optional<Span>> figures) {
        this.spans = new MarkdownSpans(figures, faults);
    }

    Markdown.Reading read(String markdown) {
        List<Block> blocks = blocks(PARSER.parse(markdown));
        return new Markdown.Reading(blocks, spans.typedNumbers(), faults);
    }

    private List<Block> blocks(Node parent) {
        List<Block> blocks = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            switch (node) {
                case Heading heading -> blocks.add(heading(heading));
                case Paragraph paragraph -> blocks.add(new Block.Paragraph(Block.Paragraph.Kind.BODY, spans.read(paragraph)));
                case BulletList list -> blocks.add(new Block.BulletList(false, items(list)));
                case OrderedList list -> blocks.add(new Block.BulletList(true, items(list)));
                case BlockQuote quote -> blocks.add(new Block.Note("", blocks(quote)));
                default -> fault(node, "This kind of text has no place in a report: use paragraphs, lists, headings and quotations");
            }
        }
        return blocks;
    }

    private Block.Heading heading(Heading heading) {
        String text = plain(spans.read(heading));
        if (heading.getLevel() > 3) {
            fault(heading, "The heading '" + text + "' is too deep: three levels are enough");
        }
        return new Block.Heading(Math.min(3, heading.getLevel()), id(text), "", text);
    }

    /** From the heading's Latin letters; for other scripts from a digest of it, so that it stays the same from build to build. */
    private static String id(String text) {
        String latin = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^[^a-z]+|-+$", "");
        return latin.length() > 2 ? latin
                : "part-" + HexFormat.of().toHexDigits(java.util.Arrays.hashCode(text.getBytes(StandardCharsets.UTF_8)));
    }

    private List<Block.BulletList.Item> items(Node list) {
        List<Block.BulletList.Item> items = new ArrayList<>();
        for (Node node = list.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof ListItem item) {
                items.add(item(item));
            }
        }
        return items;
    }

    private Block.BulletList.Item item(ListItem item) {
        List<Span> text = new ArrayList<>();
        List<Block.BulletList.Item> below = new ArrayList<>();
        for (Node node = item.getFirstChild(); node != null; node = node.getNext()) {
            switch (node) {
                case Paragraph paragraph -> {
                    if (!text.isEmpty()) {
                        text.add(Span.plain(" "));
                    }
                    text.addAll(spans.read(paragraph));
                }
                case BulletList list -> below.addAll(items(list));
                default -> fault(node, "A point of a list holds text and points below it, nothing else");
            }
        }
        return new Block.BulletList.Item(text, below);
    }

    private void fault(Node node, String message) {
        faults.add(new Markdown.Fault(MarkdownSpans.line(node), message));
    }

    /** A heading's words without their markup. */
    private static String plain(List<Span> spans) {
        StringBuilder out = new StringBuilder();
        for (Span span : spans) {
            out.append(switch (span) {
                case Span.Plain plain -> plain.text();
                case Span.LeftToRight embedded -> embedded.text();
                case Span.FigureReference figure -> figure.text();
                case Span.Strong strong -> plain(strong.spans());
                case Span.Emphasis emphasis -> plain(emphasis.spans());
                case Span.Link link -> plain(link.spans());
                case Span.Footnote _ -> "";
            });
        }
        return out.toString();
    }
}
