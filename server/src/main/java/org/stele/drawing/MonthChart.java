package org.stele.drawing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A run of months, one of them the subject. A month without a number (not yet over) leaves a gap, which is not a zero.
 *  @param subject index of the month the report is about, or -1 */
public record MonthChart(String description, Form form, List<Month> months, int subject) implements Drawing {
    public MonthChart {
        months = List.copyOf(months);
        if (months.isEmpty() || subject < -1 || subject >= months.size()) {
            throw new IllegalArgumentException("Month " + subject + " of " + months.size() + ": " + description);
        }
    }

    @Override
    public Svg draw(Style style) {
        return form == Form.COLUMNS ? new MonthColumns(this, style).draw() : new MonthLine(this, style).draw();
    }

    /** Columns for a year, a line for longer runs. */
    public enum Form { COLUMNS, LINE }

    /** One month.
     *  @param label short, as it stands under the axis ("Nov")
     *  @param datum null while there is no number */
    public record Month(String label, @Nullable Datum datum) {
        public static Month of(String label, long count) {
            return new Month(label, Datum.of(count));
        }
    }
}
