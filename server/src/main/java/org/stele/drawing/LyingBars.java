package org.stele.drawing;

/** Being written. */
record LyingBars(BarChart chart, Style style) {
    Svg draw() {
        throw new UnsupportedOperationException("Drawing is being written: " + chart.description());
    }
}
