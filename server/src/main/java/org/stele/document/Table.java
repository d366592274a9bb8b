package org.stele.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table. The first cell of each row is the row's header.
 *  @param groups rows under a common title; a table without groups has one with an empty title
 *  @param total the closing row, set off by a rule; null where there is none
 *  @param source under the table, or empty */
public record Table(String id, String caption, List<Column> columns, List<Group> groups, @Nullable Row total, String source)
        implements Block {

    public Table {
        Identifiers.check(id);
        columns = List.copyOf(columns);
        groups = List.copyOf(groups);
        for (Group group : groups) {
            for (Row row : group.rows()) {
                checkWidth(row, columns.size(), caption);
            }
        }
        if (total != null) {
            checkWidth(total, columns.size(), caption);
        }
    }

    private static void checkWidth(Row row, int columns, String caption) {
        if (row.cells().size() != columns) {
            throw new IllegalArgumentException("A row of table '" + caption + "' has " + row.cells().size()
                    + " cells for " + columns + " columns");
        }
    }

    /** @param share of the table's width, relative to the other columns' */
    public record Column(String header, Align align, double share) {
        /** A column of words, three times as wide as one of numbers. */
        public static Column words(String header) {
            return new Column(header, Align.START, 3);
        }

        public static Column numbers(String header) {
            return new Column(header, Align.NUMBER, 1);
        }
    }

    /** START where reading starts; NUMBER at the end of the column in figures of equal width. */
    public enum Align { START, NUMBER }

    public record Group(String title, List<Row> rows) {
        public Group {
            rows = List.copyOf(rows);
        }
    }

    public record Row(List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }

        public static Row of(Cell... cells) {
            return new Row(List.of(cells));
        }
    }

    public record Cell(List<Span> spans) {
        public Cell {
            spans = List.copyOf(spans);
        }

        public static Cell of(Span... spans) {
            return new Cell(List.of(spans));
        }

        public static Cell of(String text) {
            return of(Span.plain(text));
        }
    }
}
