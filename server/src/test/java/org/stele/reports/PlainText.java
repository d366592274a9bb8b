package org.stele.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.stele.document.Block;
import org.stele.document.Document;
import org.stele.document.Span;
import org.stele.document.Table;

/** A document as a person would type it: for reading it in a test's file, and for walking over its spans. */
final class PlainText {

    private final StringBuilder out = new StringBuilder();
    private final List<Span> spans = new ArrayList<>();

    static String of(Document document) {
        PlainText text = new PlainText();
        text.line(document.title());
        text.line(document.subtitle());
        document.metadata().imprint().forEach(imprint -> text.line(imprint.label() + ": " + imprint.value()));
        text.blocks(document.blocks());
        return text.out.toString();
    }

    /** Every innermost span of running text, lists and notes; not of tables. */
    static List<Span> spans(List<Block> blocks) {
        PlainText text = new PlainText();
        text.blocks(blocks.stream().filter(block -> !(block instanceof Table)).toList());
        return text.spans;
    }

    private void blocks(List<Block> blocks) {
        for (Block block : blocks) {
            switch (block) {
                case Block.Heading heading -> line("\n" + "#".repeat(heading.level()) + " " + (heading.number() + " " + heading.text()).strip());
                case Block.Paragraph paragraph -> line("\n" + take(paragraph.spans()));
                case Block.BulletList list -> items(list.items(), "- ");
                case Block.KeyFigures figures -> figures.keys().forEach(key -> line(take(List.of(key.number())) + " " + key.label() + " (" + key.detail() + ")"));
                case Table table -> table(table);
                case Block.Illustration illustration -> line("\n[" + illustration.id() + ": " + illustration.caption() + "] " + illustration.source());
                case Block.Note note -> {
                    line("\n> " + note.title());
                    blocks(note.blocks());
                }
                case Block.Contents contents -> line("\n[" + contents.title() + "]");
                case Block.PageBreak _ -> { }
            }
        }
    }

    private void items(List<Block.BulletList.Item> items, String mark) {
        for (Block.BulletList.Item item : items) {
            line(mark + take(item.spans()));
            items(item.items(), "  " + mark);
        }
    }

    private void table(Table table) {
        line("\n" + table.caption());
        line(String.join(" | ", table.columns().stream().map(Table.Column::header).toList()));
        Consumer<Table.Row> row = each -> line(String.join(" | ", each.cells().stream().map(cell -> take(cell.spans())).toList()));
        for (Table.Group group : table.groups()) {
            if (!group.title().isEmpty()) {
                line(group.title());
            }
            group.rows().forEach(row);
        }
        if (table.total() != null) {
            row.accept(table.total());
        }
        line(table.source());
    }

    private String take(List<Span> taken) {
        for (Span span : taken) {
            switch (span) {
                case Span.Strong strong -> take(strong.spans());
                case Span.Emphasis emphasis -> take(emphasis.spans());
                case Span.Link link -> take(link.spans());
                case Span.Footnote footnote -> take(footnote.spans());
                default -> spans.add(span);
            }
        }
        return HandMade.text(taken);
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
