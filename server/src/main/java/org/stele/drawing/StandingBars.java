package org.stele.drawing;

import java.util.List;
import org.stele.drawing.Typeface.Weight;

/** Bars that stand. Where their names would not fit under them, they lie down instead. */
final class StandingBars {
    private final BarChart chart;
    private final Style style;

    StandingBars(BarChart chart, Style style) {
        this.chart = chart;
        this.style = style;
    }

    Svg draw() {
        double room = style.width() / chart.bars().size() - 8;
        boolean fit = chart.bars().stream().flatMap(bar -> lines(bar, room).stream())
                .allMatch(line -> Letters.width(line, 12.5, Weight.SEMIBOLD) <= room);
        if (!fit) {
            return new LyingBars(chart, style).draw();
        }
        Canvas canvas = new Canvas(style);
        boolean stacked = chart.parts() == BarChart.Parts.STACKED;
        long most = chart.bars().stream().mapToLong(bar -> stacked ? bar.total()
                : bar.parts().stream().mapToLong(Datum::count).max().orElse(0)).max().orElse(1);
        double top = Legend.draw(canvas, style.width(), chart.series());
        Standing standing = new Standing(canvas, style.width(), top, chart.bars().size(), most, stacked ? 1 : chart.series().size());
        double names = 0;
        for (int i = 0; i < chart.bars().size(); i++) {
            BarChart.Bar bar = chart.bars().get(i);
            double left = i * standing.pitch();
            if (stacked) {
                stack(canvas, standing, bar, left);
            } else {
                group(canvas, standing, bar, left);
            }
            names = Math.max(names, standing.name(lines(bar, room), left + standing.pitch() / 2, bar.emphasised()));
        }
        return canvas.finish(chart.description(), standing.base() + names + 4);
    }

    private void stack(Canvas canvas, Standing standing, BarChart.Bar bar, double left) {
        double width = Math.min(64, standing.pitch() * 0.68);
        double middle = left + standing.pitch() / 2;
        long below = 0;
        for (int i = 0; i < bar.parts().size(); i++) {
            Datum part = bar.parts().get(i);
            canvas.open(title(canvas, bar, i), part.link());
            standing.column(middle - width / 2, width, below, part, colour(bar, i));
            below += part.count();
            if (bar.parts().size() == 1) {
                standing.number(bar.total(), middle, true);
            }
            canvas.close(part.link());
        }
        if (bar.parts().size() > 1) {
            standing.number(bar.total(), middle, true);
        }
    }

    private void group(Canvas canvas, Standing standing, BarChart.Bar bar, double left) {
        double width = Math.min(40, standing.pitch() * 0.8 / bar.parts().size());
        double x = left + (standing.pitch() - width * bar.parts().size()) / 2;
        for (int i = 0; i < bar.parts().size(); i++) {
            Datum part = bar.parts().get(i);
            canvas.open(title(canvas, bar, i), part.link());
            standing.column(x, width - 1, 0, part, colour(bar, i));
            standing.number(part.count(), x + width / 2, true);
            canvas.close(part.link());
            x += width;
        }
    }

    private List<String> lines(BarChart.Bar bar, double room) {
        return Letters.lines(bar.label(), room, 12.5, bar.emphasised() ? Weight.SEMIBOLD : Weight.REGULAR);
    }

    private String title(Canvas canvas, BarChart.Bar bar, int part) {
        String series = chart.series().size() > 1 ? ", " + chart.series().get(part) : "";
        return bar.label() + series + ": " + canvas.numeral(bar.parts().get(part).count());
    }

    private String colour(BarChart.Bar bar, int part) {
        boolean someEmphasised = chart.bars().stream().anyMatch(BarChart.Bar::emphasised);
        return chart.series().size() == 1 && someEmphasised && !bar.emphasised() ? Palette.PALE
                : Palette.part(part, chart.series().size());
    }
}
