package org.stele.drawing;

import java.util.List;
import org.stele.drawing.Canvas.Anchor;
import org.stele.drawing.Canvas.Ink;
import org.stele.drawing.Typeface.Weight;

/** Bars that lie, names beside them; on a narrow sheet names above them. */
final class LyingBars {
    private static final double NARROW = 440;
    private static final double LINE = 17;
    private static final double BAR = 20;
    private static final double THIN_BAR = 15;
    private static final double GAP = 12;

    private final BarChart chart;
    private final Style style;
    private final Canvas canvas;
    private final boolean namesAbove;
    private final double nameWidth;
    private final double start;
    private final double unit;

    LyingBars(BarChart chart, Style style) {
        this.chart = chart;
        this.style = style;
        this.canvas = new Canvas(style);
        this.namesAbove = style.width() < NARROW;
        double widest = chart.bars().stream().mapToDouble(bar -> ink(bar).width(bar.label())).max().orElse(0);
        this.nameWidth = namesAbove ? style.width() : Math.min(widest, style.width() * 0.40);
        this.start = namesAbove ? 0.5 : nameWidth + GAP;
        double numbers = chart.bars().stream().mapToDouble(bar -> Ink.NUMBER.width(canvas.numeral(longest(bar)))).max().orElse(0);
        long most = Math.max(1, chart.bars().stream().mapToLong(this::longest).max().orElse(1));
        this.unit = (style.width() - start - numbers - 8) / most;
    }

    Svg draw() {
        double y = Legend.draw(canvas, style.width(), chart.series());
        for (BarChart.Bar bar : chart.bars()) {
            y = row(bar, y);
        }
        return canvas.finish(chart.description(), y);
    }

    private double row(BarChart.Bar bar, double top) {
        List<String> lines = Letters.lines(bar.label(), nameWidth, Ink.SIZE, ink(bar).weight());
        double bars = stacked() ? BAR : bar.parts().size() * THIN_BAR;
        double names = lines.size() * LINE;
        double height = namesAbove ? names + bars + 12 : Math.max(bars, names) + 10;
        double barTop = namesAbove ? top + names + 3 : top + (height - bars) / 2;
        double base = namesAbove ? top + 13 : top + (height - names) / 2 + 13;
        for (String line : lines) {
            canvas.text(line, namesAbove ? 0 : nameWidth, base, namesAbove ? Anchor.START : Anchor.END, ink(bar));
            base += LINE;
        }
        if (stacked()) {
            stack(bar, barTop);
        } else {
            group(bar, barTop);
        }
        double rule = namesAbove ? barTop - 2 : top;
        canvas.line(start, rule, start, namesAbove ? barTop + bars + 2 : top + height, Palette.SOFT, 1);
        return top + height;
    }

    private void stack(BarChart.Bar bar, double top) {
        double x = start;
        for (int i = 0; i < bar.parts().size(); i++) {
            Datum part = bar.parts().get(i);
            double width = length(part.count());
            canvas.open(title(bar, i), part.link());
            if (part.count() > 0) {
                String colour = colour(bar, i);
                double gap = x > start ? 1 : 0;
                canvas.rectangle(x + gap, top, Math.max(0.8, width - gap), BAR, colour);
                Ink ink = Ink.NUMBER.sized(11.5).coloured(Palette.on(colour));
                String numeral = canvas.numeral(part.count());
                if (bar.parts().size() > 1 && ink.width(numeral) + 8 < width) {
                    canvas.number(numeral, x + width / 2, top + 14, Anchor.MIDDLE, ink);
                }
            }
            x += width;
            if (bar.parts().size() == 1) {
                total(bar, x, top);
            }
            canvas.close(part.link());
        }
        if (bar.parts().size() > 1) {
            total(bar, x, top);
        }
    }

    /** Inside the link where it is the one part's own number, outside where it is the sum of several. */
    private void total(BarChart.Bar bar, double x, double top) {
        canvas.number(canvas.numeral(bar.total()), x + 7, top + 14.7, Anchor.START, Ink.NUMBER);
    }

    private void group(BarChart.Bar bar, double top) {
        for (int i = 0; i < bar.parts().size(); i++) {
            Datum part = bar.parts().get(i);
            double y = top + i * THIN_BAR;
            canvas.open(title(bar, i), part.link());
            if (part.count() > 0) {
                canvas.rectangle(start, y + 1, length(part.count()), THIN_BAR - 2, colour(bar, i));
            }
            canvas.number(canvas.numeral(part.count()), start + length(part.count()) + 6, y + 12, Anchor.START, Ink.NUMBER.sized(12));
            canvas.close(part.link());
        }
    }

    /** A count of one stays visible beside a thousand. */
    private double length(long count) {
        return count == 0 ? 0 : Math.max(1, count * unit);
    }

    private boolean stacked() {
        return chart.parts() == BarChart.Parts.STACKED;
    }

    private long longest(BarChart.Bar bar) {
        return stacked() ? bar.total() : bar.parts().stream().mapToLong(Datum::count).max().orElse(0);
    }

    private String title(BarChart.Bar bar, int part) {
        String series = chart.series().size() > 1 ? ", " + chart.series().get(part) : "";
        return bar.label() + series + ": " + canvas.numeral(bar.parts().get(part).count());
    }

    private String colour(BarChart.Bar bar, int part) {
        boolean someEmphasised = chart.bars().stream().anyMatch(BarChart.Bar::emphasised);
        return chart.series().size() == 1 && someEmphasised && !bar.emphasised() ? Palette.PALE
                : Palette.part(part, chart.series().size());
    }

    private Ink ink(BarChart.Bar bar) {
        return bar.emphasised() ? Ink.TEXT.weighing(Weight.SEMIBOLD) : Ink.TEXT;
    }
}
