package org.stele.publication;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table of figures as a template prints it.
 *
 * @param head   what the rows are
 * @param total  the closing row; absent where the parts may be more than the whole
 */
public record Sheet(String caption, String head, List<String> columns, List<Row> rows, @Nullable Row total) {

    public record Row(String label, List<Cell> cells) {
    }

    /** @param link where those counted are listed; absent for a figure that lists nobody */
    public record Cell(long figure, @Nullable String link) {
    }
}
