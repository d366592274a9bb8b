package org.stele.publication;

import jakarta.servlet.http.HttpServletResponse;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.WebRequest;
import org.stele.page.Page;
import org.stele.statistics.Answer;
import org.stele.statistics.Basis;
import org.stele.statistics.Dimension;
import org.stele.statistics.Dimension.Axis;
import org.stele.statistics.Measure;
import org.stele.statistics.Measure.Basic;
import org.stele.statistics.Period;

/** The first page: the month, the year, by whom and where. */
@Controller
class FrontPage {

    private static final List<Basic> HEADLINE = List.of(Basic.VICTIMS, Basic.CHILDREN, Basic.WOMEN, Basic.TORTURE, Basic.MASSACRES, Basic.LANDMINES);

    private final Views views;
    private final Maps maps;
    private final OpenReports reports;

    FrontPage(Views views, Maps maps, OpenReports reports) {
        this.views = views;
        this.maps = maps;
        this.reports = reports;
    }

    /** Without a language in the address, the browser's. */
    @GetMapping("/")
    String any(@ModelAttribute("page") Page page) {
        return "redirect:" + page.to("/");
    }

    @GetMapping({"/{language:en|ar}", "/{language:en|ar}/"})
    @Nullable String show(@ModelAttribute("page") Page page, @RequestParam(defaultValue = "") String period,
            @RequestParam(name = "as-of", defaultValue = "") String asOf, WebRequest request, HttpServletResponse response, Model model) {
        View view = views.view(page, period, asOf);
        if (Fresh.known(view, request, response)) {
            return null;
        }
        Pictures pictures = new Pictures(view);
        String when = view.chosen().name(page);
        Answer parties = view.ask(List.of(Basic.VICTIMS), List.of(Dimension.of(Axis.PARTY)), List.of(), view.chosen().period());
        Answer places = view.ask(List.of(Basic.VICTIMS), List.of(Basis.of(view.codebook().counting()).places()), List.of(), view.chosen().period());
        model.addAttribute("view", view);
        model.addAttribute("keys", keys(view, view.chosen().period()));
        model.addAttribute("year", toDate(view));
        model.addAttribute("months", pictures.months(Basic.VICTIMS, List.of(), view.say("publication.by-month", String.valueOf(view.chosen().year()))));
        model.addAttribute("parties", pictures.bars(parties, Basic.VICTIMS, view.say("publication.by-party", when)));
        model.addAttribute("map", maps.places(view, places, Basic.VICTIMS, view.say("publication.by-place", when)));
        model.addAttribute("places", pictures.ranked(places, Basic.VICTIMS, view.say("publication.by-place-ranked", when)));
        model.addAttribute("report", Optional.ofNullable(view.chosen().month()).flatMap(reports::of).map(edition -> edition.record().month()));
        return "publication/front";
    }

    private static List<Key> keys(View view, Period period) {
        List<Basic> headline = HEADLINE.stream().filter(measure -> Theme.counts(measure, view.codebook())).toList();
        Answer answer = view.ask(headline, List.of(), List.of(), period);
        Sheets names = new Sheets(view);
        List<Key> keys = new ArrayList<>();
        for (Measure measure : headline) {
            long figure = answer.total(measure);
            keys.add(new Key(names.name(measure), figure, figure == 0 ? null : view.list(answer.question(), measure, List.of()), measure == Basic.VICTIMS));
        }
        return keys;
    }

    /** The year up to the end of the chosen month; nothing where the month is not one. */
    private static Optional<List<Key>> toDate(View view) {
        YearMonth month = view.chosen().month();
        return month == null || month.getMonthValue() == 1 ? Optional.empty() : Optional.of(keys(view, Period.yearTo(month)));
    }
}
