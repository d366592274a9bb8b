package org.stele.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.stele.document.Block;
import org.stele.document.Span;
import org.stele.document.Table;
import org.stele.history.Version;
import org.stele.language.Dates;
import org.stele.language.Numbers;

/** What a new edition says of the one before: figures that differ stand in a table, never silently (INC-14). */
final class Restatement {

    private Restatement() {
    }

    /** @param earlier editions of the same report, latest first */
    static List<Block> of(Writing writing, List<Version<Edition>> earlier) {
        if (earlier.isEmpty()) {
            return List.of();
        }
        Edition last = earlier.getFirst().record();
        List<Table.Row> rows = new ArrayList<>();
        for (Edition.FrozenFigure before : last.figures()) {
            writing.figures().find(before.name()).filter(now -> now.value() != before.value()).ifPresent(now -> rows.add(Table.Row.of(
                    Table.Cell.of(new Span.LeftToRight(before.name())), Table.Cell.of(Numbers.numerals(before.value())),
                    Table.Cell.of(new Span.FigureReference(Numbers.numerals(now.value()), writing.addresses().apply(now))))));
        }
        if (rows.isEmpty()) {
            return List.of(Block.Paragraph.of(writing.fill("restated-none", Map.of())));
        }
        return List.of(new Table("table-restated", writing.fill("restated-table", Map.of("moment", Dates.instant(last.asOf(), writing.language()))),
                List.of(Table.Column.words(writing.fill("column-figure", Map.of())), Table.Column.numbers(writing.fill("column-before", Map.of())),
                        Table.Column.numbers(writing.fill("column-now", Map.of()))), List.of(new Table.Group("", rows)), null, ""));
    }
}
