package org.stele.publication;

import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.stele.drawing.BarChart;
import org.stele.drawing.BarChart.Bar;
import org.stele.drawing.Datum;
import org.stele.drawing.Drawing;
import org.stele.drawing.MonthChart;
import org.stele.drawing.MonthChart.Form;
import org.stele.drawing.MonthChart.Month;
import org.stele.statistics.Answer;
import org.stele.statistics.Basis;
import org.stele.statistics.Dimension;
import org.stele.statistics.Filter;
import org.stele.statistics.Measure;
import org.stele.statistics.Period;

/** Draws answers. */
final class Pictures {

    private final View view;

    Pictures(View view) {
        this.view = view;
    }

    /** One bar for each value of the answer's first dimension; nothing where all are zero. */
    Optional<Picture> bars(Answer answer, Measure measure, String caption) {
        return answer.total(measure) == 0 ? Optional.empty()
                : kept("bars", answer, measure, caption, () -> BarChart.of(caption, bars(answer, measure)));
    }

    /** The same, most first, without the zeros; what is not known has no rank and stands last. */
    Optional<Picture> ranked(Answer answer, Measure measure, String caption) {
        String unknown = answer.axes().getFirst().stream().filter(value -> value.code().equals(Dimension.UNKNOWN))
                .map(value -> view.page().say(value.label())).findFirst().orElse("");
        return answer.total(measure) == 0 ? Optional.empty()
                : kept("ranked", answer, measure, caption, () -> BarChart.of(caption, bars(answer, measure).stream()
                        .filter(bar -> bar.parts().getFirst().count() > 0)
                        .sorted(Comparator.comparing((Bar bar) -> bar.label().equals(unknown))
                                .thenComparing(Comparator.comparingLong((Bar bar) -> bar.parts().getFirst().count()).reversed())).toList()));
    }

    /** Zeros are shown where there are few values. */
    private List<Bar> bars(Answer answer, Measure measure) {
        boolean many = answer.axes().getFirst().size() > 12;
        return answer.axes().getFirst().stream().map(value -> new Bar(view.page().say(value.label()), List.of(datum(answer, measure, value.code())), false))
                .filter(bar -> !many || bar.parts().getFirst().count() > 0).toList();
    }

    /** The months of a year, the chosen one strong; months after the moment asked about have no number. */
    Optional<Picture> months(Measure measure, List<Filter> where, String caption) {
        Year year = view.chosen().year();
        if (year == null) {
            return Optional.empty();
        }
        Answer answer = view.ask(List.of(measure), List.of(Basis.of(view.codebook().counting()).month()), where, Period.year(year.getValue()));
        long unknown = answer.cell(measure, Dimension.UNKNOWN);
        String note = measure == Measure.Basic.MASSACRES || unknown == 0 ? "" : " " + view.say("publication.unknown-month", unknown);
        return kept("months " + view.chosen().code(), answer, measure, caption, note, () -> year(year, answer, measure, caption));
    }

    private Drawing year(Year year, Answer answer, Measure measure, String caption) {
        YearMonth last = view.months().stream().filter(month -> month.getYear() == year.getValue()).findFirst().orElse(year.atMonth(12));
        List<Month> months = new ArrayList<>();
        int subject = -1;
        for (int number = 1; number <= 12; number++) {
            YearMonth month = year.atMonth(number);
            if (month.equals(view.chosen().month())) {
                subject = number - 1;
            }
            boolean open = month.isAfter(last);
            months.add(new Month(view.page().monthLabel(month), open ? null : datum(answer, measure, month.toString())));
        }
        return new MonthChart(caption, Form.COLUMNS, months, subject);
    }

    Datum datum(Answer answer, Measure measure, String code) {
        long figure = answer.cell(measure, code);
        return new Datum(figure, figure == 0 ? null : view.list(answer.question(), measure, List.of(code)));
    }

    private Optional<Picture> kept(String form, Answer answer, Measure measure, String caption, Supplier<Drawing> drawing) {
        return kept(form, answer, measure, caption, "", drawing);
    }

    /** @param note what a reader must know beside the basis */
    private Optional<Picture> kept(String form, Answer answer, Measure measure, String caption, String note, Supplier<Drawing> drawing) {
        return view.answers().gallery().get(new Gallery.Title(form, answer.question(), measure, view.page().language(), caption, 0),
                () -> Optional.of(Picture.of(view.page(), caption, view.dated() + note, drawing.get())));
    }
}
