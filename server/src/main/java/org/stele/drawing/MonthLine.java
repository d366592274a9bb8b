package org.stele.drawing;

import java.util.ArrayList;
import java.util.List;
import org.stele.drawing.Canvas.Anchor;
import org.stele.drawing.Canvas.Ink;

/** Months as a line, broken where a month has no number; first, last, highest and the subject carry theirs. */
final class MonthLine {
    private static final double TOP = 22;
    private static final double HEIGHT = 200;

    private final MonthChart chart;
    private final Style style;
    private final Canvas canvas;
    private final long most;
    private final double pitch;

    MonthLine(MonthChart chart, Style style) {
        this.chart = chart;
        this.style = style;
        this.canvas = new Canvas(style);
        this.most = Math.max(1, chart.months().stream().mapToLong(m -> m.datum() == null ? 0 : m.datum().count()).max().orElse(1));
        this.pitch = (style.width() - 48) / Math.max(1, chart.months().size() - 1);
    }

    Svg draw() {
        double base = TOP + HEIGHT;
        canvas.line(0, base, style.width(), base, Palette.SOFT, 1);
        lines();
        names(base + 17);
        for (int i : numbered()) {
            if (chart.months().get(i).datum() instanceof Datum datum) {
                canvas.open(chart.months().get(i).label() + ": " + canvas.numeral(datum.count()), datum.link());
                dot(i, datum, i == chart.subject());
                canvas.close(datum.link());
            }
        }
        return canvas.finish(chart.description(), base + 26);
    }

    /** Every month where there is room, else every second, third … counted from the subject, so that it has its name. */
    private void names(double y) {
        double widest = chart.months().stream().mapToDouble(month -> Ink.NUMBER.sized(12).width(month.label())).max().orElse(0);
        int step = (int) Math.max(1, Math.ceil((widest + 8) / pitch));
        for (int i = Math.max(0, chart.subject()) % step; i < chart.months().size(); i += step) {
            Ink ink = i == chart.subject() ? Ink.NUMBER.sized(12) : Ink.TEXT.sized(12);
            canvas.text(chart.months().get(i).label(), x(i), y, Anchor.MIDDLE, ink);
        }
    }

    private void lines() {
        StringBuilder path = new StringBuilder();
        boolean pen = false;
        for (int i = 0; i < chart.months().size(); i++) {
            if (chart.months().get(i).datum() instanceof Datum datum) {
                path.append(pen ? 'L' : 'M').append(Markup.number(canvas.across(x(i)))).append(' ').append(Markup.number(y(datum.count())));
                pen = true;
            } else {
                pen = false;
            }
        }
        canvas.raw("<path d=\"" + path + "\" fill=\"none\" stroke=\"" + Palette.STRONG
                + "\" stroke-width=\"2\" stroke-linejoin=\"round\" stroke-linecap=\"round\"/>\n");
    }

    private void dot(int i, Datum datum, boolean subject) {
        canvas.raw("<circle cx=\"" + Markup.number(canvas.across(x(i))) + "\" cy=\"" + Markup.number(y(datum.count())) + "\" r=\""
                + (subject ? "4.5" : "3") + "\" fill=\"" + Palette.STRONG + "\" stroke=\"" + Palette.PAPER + "\" stroke-width=\"1.2\"/>\n");
        canvas.number(canvas.numeral(datum.count()), x(i), y(datum.count()) - 9, Anchor.MIDDLE, subject ? Ink.NUMBER : Ink.TEXT.sized(12));
    }

    /** The months whose numbers are written: the subject first, then the telling ones that stand clear of those before. */
    private List<Integer> numbered() {
        List<Integer> wanted = new ArrayList<>();
        int highest = 0;
        for (int i = 0; i < chart.months().size(); i++) {
            if (chart.months().get(i).datum() instanceof Datum datum && datum.count() == most) {
                highest = i;
                break;
            }
        }
        for (int i : new int[] {chart.subject(), highest, 0, chart.months().size() - 1}) {
            if (i >= 0 && wanted.stream().allMatch(other -> Math.abs(x(other) - x(i)) > 36)) {
                wanted.add(i);
            }
        }
        return wanted;
    }

    private double x(int i) {
        return 24 + i * pitch;
    }

    private double y(long count) {
        return TOP + HEIGHT - count * HEIGHT / most;
    }
}
