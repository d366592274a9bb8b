package org.stele.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/** Turns Markdown's inline text into spans: puts named figures in, and notes every number somebody typed. */
final class MarkdownSpans {
    private static final Pattern NAMED = Pattern.compile("\\{\\{\\s*([a-z][a-z0-9.-]*)\\s*}}");
    private static final Pattern WORD = Pattern.compile("\\S*\\p{Nd}\\S*");
    private static final int CONTEXT = 30;

    private final Function<String, Optional<Span>> figures;
    private final List<Markdown.Fault> faults;
    private final List<Markdown.TypedNumber> typed = new ArrayList<>();

    MarkdownSpans(Function<String, Optional<Span>> figures, List<Markdown.Fault> faults) {
        this.figures = figures;
        this.faults = faults;
    }

    List<Markdown.TypedNumber> typedNumbers() {
        return typed;
    }

    List<Span> read(Node parent) {
        List<Span> spans = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        int line = line(parent);
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            switch (node) {
                case Text words -> text.append(words.getLiteral());
                case SoftLineBreak _ -> {
                    line = flush(text.append(' '), line, spans) + 1;
                }
                case HardLineBreak _ -> {
                    line = flush(text.append(' '), line, spans) + 1;
                }
                default -> {
                    flush(text, line, spans);
                    other(node, line).ifPresent(spans::add);
                    line += lineBreaks(node);
                }
            }
        }
        flush(text, line, spans);
        return spans;
    }

    private Optional<Span> other(Node node, int line) {
        return switch (node) {
            case StrongEmphasis strong -> Optional.of(new Span.Strong(read(strong)));
            case Emphasis emphasis -> Optional.of(new Span.Emphasis(read(emphasis)));
            case Code code -> {
                numbers(code.getLiteral(), line);
                yield Optional.of(new Span.LeftToRight(code.getLiteral()));
            }
            case Link link -> link(link, line);
            default -> {
                faults.add(new Markdown.Fault(line, "Pictures and raw HTML have no place in a report's text"));
                yield Optional.empty();
            }
        };
    }

    private Optional<Span> link(Link link, int line) {
        try {
            return Optional.of(new Span.Link(link.getDestination(), read(link)));
        } catch (IllegalArgumentException e) {
            faults.add(new Markdown.Fault(line, String.valueOf(e.getMessage())));
            return Optional.empty();
        }
    }

    private int flush(StringBuilder text, int line, List<Span> spans) {
        Matcher named = NAMED.matcher(text);
        int start = 0;
        while (named.find()) {
            plain(text.substring(start, named.start()), line, spans);
            Optional<Span> figure = figures.apply(named.group(1));
            if (figure.isPresent()) {
                spans.add(figure.get());
            } else {
                faults.add(new Markdown.Fault(line, "There is no figure named '" + named.group(1) + "'"));
            }
            start = named.end();
        }
        plain(text.substring(start), line, spans);
        text.setLength(0);
        return line;
    }

    private void plain(String text, int line, List<Span> spans) {
        if (text.isEmpty()) {
            return;
        }
        if (text.contains("{{") || text.contains("}}")) {
            faults.add(new Markdown.Fault(line, "Braces that name no figure in '" + text.strip()
                    + "': write {{name}} with small letters, digits and hyphens"));
        }
        numbers(text, line);
        spans.add(Span.plain(text));
    }

    private void numbers(String text, int line) {
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            String context = text.substring(Math.max(0, word.start() - CONTEXT), Math.min(text.length(), word.end() + CONTEXT));
            typed.add(new Markdown.TypedNumber(line, word.group(), context.strip()));
        }
    }

    /** The line of the text a node begins on, from 1. */
    static int line(Node node) {
        return node.getSourceSpans().isEmpty() ? 1 : node.getSourceSpans().getFirst().getLineIndex() + 1;
    }

    private static int lineBreaks(Node node) {
        return Math.max(0, node.getSourceSpans().size() - 1);
    }
}
