package org.stele.drawing;

/** Being written. */
record MonthLine(MonthChart chart, Style style) {
    Svg draw() {
        throw new UnsupportedOperationException("Drawing is being written: " + chart.description());
    }
}
