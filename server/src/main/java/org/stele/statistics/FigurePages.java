package org.stele.statistics;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.stele.access.Permission;
import org.stele.access.Reader;
import org.stele.language.Language;
import org.stele.page.Page;
import org.stele.register.Happening;
import org.stele.register.Incidents;
import org.stele.register.Person;
import org.stele.register.Victims;
import org.stele.statistics.FigureReader.Figure;
import org.stele.statistics.Measure.Basic;

/** What is behind a figure: for everyone what it means, for staff the list of those it counts. */
@Controller
class FigurePages {

    private final FigureReader figures;
    private final Statistics statistics;
    private final Victims victims;
    private final Incidents incidents;

    FigurePages(FigureReader figures, Statistics statistics, Victims victims, Incidents incidents) {
        this.figures = figures;
        this.statistics = statistics;
        this.victims = victims;
        this.incidents = incidents;
    }

    /** Every printed figure leads here, and from here to what its reader may see. */
    @GetMapping("/desk/figures")
    void figure(@ModelAttribute("page") Page page, @ModelAttribute("reader") Reader reader, @RequestParam(defaultValue = "") String lang,
            HttpServletRequest request, HttpServletResponse response) throws IOException {
        Figure figure = figures.read(request.getQueryString(), Basic.VICTIMS);
        String language = lang.equals(Language.AR.tag()) || lang.equals(Language.EN.tag()) ? lang : page.language().tag();
        response.sendRedirect("/" + language + (reader.may(Permission.READ_CASES) ? "/desk/figures?" : "/figure?") + figure.syntax().query(figure.question()));
    }

    @GetMapping("/{language:en|ar}/figure")
    String define(@ModelAttribute("page") Page page, HttpServletRequest request, Model model) {
        Figure figure = figures.read(request.getQueryString(), Basic.VICTIMS);
        model.addAttribute("definition", figure.definition(page));
        model.addAttribute("list", page.to("/desk/figures") + "?" + figure.syntax().query(figure.question()));
        return "statistics/figure";
    }

    @GetMapping("/{language:en|ar}/desk/figures")
    String list(@ModelAttribute("page") Page page, @RequestParam(name = "page", defaultValue = "1") int number, HttpServletRequest request, Model model) {
        Figure figure = figures.read(request.getQueryString(), Basic.VICTIMS);
        Sheaf sheaf = Sheaf.of(number);
        Counted counted = statistics.explain(figure.question(), figure.measure(), List.of(), sheaf.offset(), Sheaf.LENGTH);
        String query = figure.syntax().query(figure.question());
        model.addAttribute("figure", statistics.answer(figure.question()).total(figure.measure()));
        model.addAttribute("definition", figure.definition(page));
        model.addAttribute("counted", counted);
        model.addAttribute("sheaf", sheaf.of(counted.total(), page.to("/desk/figures") + "?" + query + "&page="));
        model.addAttribute("export", page.to("/desk/figures.csv") + "?" + query);
        model.addAttribute("people", counted.table().equals("victim")
                ? victims.exactly(counted.versions()).stream().map(version -> Person.of(version, figure.words(page))).toList() : List.of());
        model.addAttribute("happenings", counted.table().equals("incident")
                ? incidents.exactly(counted.versions()).stream().map(version -> Happening.of(version, figure.words(page))).toList() : List.of());
        return "statistics/list";
    }
}
