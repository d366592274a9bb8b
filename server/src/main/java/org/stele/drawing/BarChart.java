package org.stele.drawing;

import java.util.List;

/** Bars in the order given, each with its number written at its end.
 *  @param series the names of the parts of a bar, one for a plain chart; named in a legend only when there are several */
public record BarChart(String description, Direction direction, Parts parts, List<String> series, List<Bar> bars)
        implements Drawing {

    public BarChart {
        series = List.copyOf(series);
        bars = List.copyOf(bars);
        if (series.isEmpty() || bars.isEmpty()) {
            throw new IllegalArgumentException("A bar chart needs at least one series and one bar: " + description);
        }
        for (Bar bar : bars) {
            if (bar.parts().size() != series.size()) {
                throw new IllegalArgumentException("Bar '" + bar.label() + "' has " + bar.parts().size()
                        + " numbers for " + series.size() + " series");
            }
        }
    }

    /** One number per bar, bars lying: the usual chart, since names are long. */
    public static BarChart of(String description, List<Bar> bars) {
        return new BarChart(description, Direction.HORIZONTAL, Parts.STACKED, List.of(description), bars);
    }

    @Override
    public Svg draw(Style style) {
        return direction == Direction.HORIZONTAL ? new LyingBars(this, style).draw() : new StandingBars(this, style).draw();
    }

    /** Lying bars suit long names, standing bars suit time and few short names. */
    public enum Direction { HORIZONTAL, VERTICAL }

    /** Parts of a whole one after the other with the whole at the end, or side by side for comparison. */
    public enum Parts { STACKED, GROUPED }

    /** One row or column.
     *  @param emphasised drawn in the strong colour; where no bar is emphasised, all are strong */
    public record Bar(String label, List<Datum> parts, boolean emphasised) {
        public Bar {
            parts = List.copyOf(parts);
        }

        public static Bar of(String label, long count) {
            return new Bar(label, List.of(Datum.of(count)), false);
        }

        public static Bar of(String label, Datum datum) {
            return new Bar(label, List.of(datum), false);
        }

        long total() {
            return parts.stream().mapToLong(Datum::count).sum();
        }
    }
}
