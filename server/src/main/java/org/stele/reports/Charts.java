package org.stele.reports;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stele.document.Block;
import org.stele.drawing.Area;
import org.stele.drawing.AreaMap;
import org.stele.drawing.BarChart;
import org.stele.drawing.BarChart.Bar;
import org.stele.drawing.Datum;
import org.stele.drawing.MonthChart;
import org.stele.language.Dates;
import org.stele.language.Numbers;
import org.stele.places.BoundarySet;
import org.stele.reports.Figures.Breakdown;
import org.stele.statistics.Answer;
import org.stele.statistics.Dimension;

/** The report's drawings, made of figures like its sentences. */
final class Charts {

    private Charts() {
    }

    /** A bar for each main party and the other parties, in the codebook's order, zeros too. */
    static Block parties(Writing writing, String id, String what, String source) {
        List<Bar> bars = writing.figures().values(Breakdown.PARTIES).stream()
                .filter(value -> shown(writing, value))
                .map(value -> bar(writing, value, writing.figures().of(what, Breakdown.PARTIES, value.code(), "-ytd"))).toList();
        String caption = writing.fill(id, Map.of("subject", writing.part("subject-year", Map.of())));
        return new Block.Illustration(id, caption, BarChart.of(caption, bars), source);
    }

    /** Parties that have not been in force in the period appear only where something is counted under them. */
    static boolean shown(Writing writing, Answer.Value party) {
        return writing.figures().of("killed", Breakdown.PARTIES, party.code(), "-ytd").value() > 0
                || writing.codebook().party(party.code()).filter(found -> found.validOn(writing.month().atEndOfMonth())).isPresent()
                || party.code().equals("other");
    }

    /** A column for each month of the year so far, the report's own marked; months to come are left empty. */
    static Block months(Writing writing, String id, String what, String source) {
        List<Figure> figures = TollSentences.months(writing, what);
        List<MonthChart.Month> months = new ArrayList<>();
        for (int month = 1; month <= 12; month++) {
            Datum datum = month > figures.size() ? null : datum(writing, figures.get(month - 1));
            months.add(new MonthChart.Month(Dates.monthLabel(YearMonth.of(writing.month().getYear(), month), writing.language()), datum));
        }
        String caption = writing.fill(id, Map.of());
        return new Block.Illustration(id, caption, new MonthChart(caption, MonthChart.Form.COLUMNS, months, figures.size() - 1), source);
    }

    /** A bar for each governorate, most first; the unknown ones last. */
    static Block places(Writing writing, String source) {
        List<Bar> bars = writing.figures().values(Breakdown.PLACES).stream()
                .sorted(Comparator.comparing((Answer.Value value) -> value.code().equals(Dimension.UNKNOWN))
                        .thenComparing(value -> -writing.figures().of("killed", Breakdown.PLACES, value.code()).value()))
                .map(value -> bar(writing, value, writing.figures().of("killed", Breakdown.PLACES, value.code()))).toList();
        String caption = writing.fill("chart-governorates", Map.of("subject", writing.part("subject-month", Map.of())));
        return new Block.Illustration("chart-places", caption, BarChart.of(caption, bars), source);
    }

    /** The map; empty where the programme has no boundaries. */
    static Optional<Block> map(Writing writing, Ground ground, String source) {
        BoundarySet boundaries = ground.boundaries();
        if (boundaries == null || boundaries.areas().isEmpty()) {
            return Optional.empty();
        }
        List<AreaMap.Shaded> shaded = new ArrayList<>();
        List<Area> unnumbered = new ArrayList<>(boundaries.unnumbered());
        for (Area area : boundaries.areas()) {
            writing.figures().find("killed" + Breakdown.PLACES.key(area.code())).ifPresentOrElse(
                    figure -> shaded.add(new AreaMap.Shaded(area, datum(writing, figure))), () -> unnumbered.add(area));
        }
        if (shaded.isEmpty()) {
            return Optional.empty();
        }
        List<String> notes = new ArrayList<>();
        writing.figures().find("killed" + Breakdown.PLACES.key(Dimension.UNKNOWN)).filter(figure -> figure.value() > 0)
                .ifPresent(figure -> notes.add(writing.fill("map-unknown", Map.of("n", figure.value(), "number", Numbers.numerals(figure.value())))));
        notes.add(boundaries.credit().in(writing.language()));
        String caption = writing.fill("map-governorates", Map.of("subject", writing.part("subject-month", Map.of())));
        return Optional.of(new Block.Illustration("map-places", caption,
                new AreaMap(caption, shaded, unnumbered, boundaries.ground(), notes), source));
    }

    private static Bar bar(Writing writing, Answer.Value value, Figure figure) {
        return Bar.of(value.label().in(writing.language()), datum(writing, figure));
    }

    private static Datum datum(Writing writing, Figure figure) {
        return new Datum(figure.value(), writing.addresses().apply(figure));
    }
}
