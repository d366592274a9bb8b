package org.stele.drawing;

import java.util.List;
import org.stele.drawing.Canvas.Ink;

/** Months as columns, the subject dark among pale ones. Where not all names fit, every second or third is written, the
 *  subject's always. */
record MonthColumns(MonthChart chart, Style style) {
    Svg draw() {
        Canvas canvas = new Canvas(style);
        long most = chart.months().stream().mapToLong(month -> month.datum() == null ? 0 : month.datum().count()).max().orElse(1);
        Standing standing = new Standing(canvas, style.width(), 0, chart.months().size(), most, 1);
        double widest = chart.months().stream().mapToDouble(month -> Ink.NUMBER.sized(12.5).width(month.label())).max().orElse(0);
        int step = (int) Math.max(1, Math.ceil((widest + 5) / standing.pitch()));
        double names = 0;
        for (int i = 0; i < chart.months().size(); i++) {
            MonthChart.Month month = chart.months().get(i);
            boolean subject = i == chart.subject();
            double middle = (i + 0.5) * standing.pitch();
            if (month.datum() instanceof Datum datum) {
                double width = Math.min(46, standing.pitch() * 0.72);
                canvas.open(month.label() + ": " + canvas.numeral(datum.count()), datum.link());
                standing.column(middle - width / 2, width, 0, datum, subject || chart.subject() < 0 ? Palette.STRONG : Palette.PALE);
                standing.number(datum.count(), middle, subject);
                canvas.close(datum.link());
            }
            if (i % step == Math.max(0, chart.subject()) % step) {
                names = Math.max(names, standing.name(List.of(month.label()), middle, subject));
            }
        }
        return canvas.finish(chart.description(), standing.base() + names + 4);
    }
}
