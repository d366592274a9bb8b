package org.stele.intake;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a rejects file as they stood in their list: without what was written beside them, and with their cells as they were. */
final class RejectsRows implements Rows {

    private final Rows rows;
    private final int beside;
    private final List<String> columns;

    private RejectsRows(Rows rows, int beside) {
        this.rows = rows;
        this.beside = beside;
        this.columns = rows.columns().stream().skip(beside).map(SafeCells::original).toList();
    }

    /** The rows themselves, if they are of no rejects file. */
    static Rows of(Rows rows) {
        int beside = RejectsFile.HEADING.size();
        return rows.columns().size() > beside && rows.columns().subList(0, beside).equals(RejectsFile.HEADING) ? new RejectsRows(rows, beside) : rows;
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public @Nullable Row next() throws IOException {
        Row row = rows.next();
        if (row == null) {
            return null;
        }
        List<String> cells = row.cells().stream().skip(beside).map(SafeCells::original).toList();
        return new Row(row.number(), row.line(), cells, row.misfit() == null ? null : Rows.misfit(cells.size(), columns.size()));
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
