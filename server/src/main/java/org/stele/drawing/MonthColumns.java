package org.stele.drawing;

/** Being written. */
record MonthColumns(MonthChart chart, Style style) {
    Svg draw() {
        throw new UnsupportedOperationException("Drawing is being written: " + chart.description());
    }
}
