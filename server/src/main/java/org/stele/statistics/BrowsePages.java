package org.stele.statistics;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.stele.page.Page;
import org.stele.register.Lookup;
import org.stele.register.Person;
import org.stele.register.Victims;
import org.stele.statistics.Dimension.Axis;
import org.stele.statistics.Facet.Choice;
import org.stele.statistics.FigureReader.Figure;
import org.stele.statistics.Measure.Basic;

/** Search and browse: a name, or the whole register narrowed down step by step, with the number each step would leave. */
@Controller
class BrowsePages {

    private static List<Dimension> facets(Basis basis) {
        Dimension other = Dimension.of(basis.places().axis() == Axis.ORIGIN ? Axis.DEATH_PLACE : Axis.ORIGIN);
        return List.of(Dimension.of(Axis.STANDING), basis.year(), Dimension.of(Axis.PARTY), basis.places(), Dimension.of(Axis.AGE_CLASS),
                Dimension.of(Axis.SEX), Dimension.of(Axis.METHOD), Dimension.of(Axis.GROUP), other, Dimension.of(Axis.RESPONSIBILITY));
    }

    private final FigureReader figures;
    private final Statistics statistics;
    private final Victims victims;
    private final Lookup lookup;

    BrowsePages(FigureReader figures, Statistics statistics, Victims victims, Lookup lookup) {
        this.figures = figures;
        this.statistics = statistics;
        this.victims = victims;
        this.lookup = lookup;
    }

    @GetMapping("/{language:en|ar}/desk/victims")
    String browse(@ModelAttribute("page") Page page, @RequestParam(defaultValue = "") String name,
            @RequestParam(name = "page", defaultValue = "1") int number, HttpServletRequest request, Model model) {
        Figure figure = figures.read(name.isBlank() ? request.getQueryString() : "", Basic.RECORDED);
        Sheaf sheaf = Sheaf.of(number);
        model.addAttribute("name", name);
        return name.isBlank() ? narrowed(page, figure, sheaf, model) : named(page, figure, name, sheaf, model);
    }

    private String named(Page page, Figure figure, String name, Sheaf sheaf, Model model) {
        Lookup.Page found = lookup.victimsNamed(name, sheaf.offset(), Sheaf.LENGTH);
        java.util.Map<Long, Person> people = new java.util.HashMap<>();
        victims.current(found.ids()).forEach(version -> people.put(version.id(), Person.of(version, figure.words(page))));
        String address = page.to("/desk/victims") + "?name=" + Page.encode(name) + "&page=";
        model.addAttribute("people", found.ids().stream().map(people::get).toList());
        model.addAttribute("sheaf", new Sheaf(sheaf.number(), 0, sheaf.number() > 1 ? address + (sheaf.number() - 1) : null,
                found.more() ? address + (sheaf.number() + 1) : null));
        model.addAttribute("facets", List.of());
        model.addAttribute("total", -1L);
        return "statistics/browse";
    }

    private String narrowed(Page page, Figure figure, Sheaf sheaf, Model model) {
        Counted counted = statistics.explain(figure.question(), figure.measure(), List.of(), sheaf.offset(), Sheaf.LENGTH);
        String query = query(figure, figure.question().where());
        model.addAttribute("people", victims.exactly(counted.versions()).stream().map(version -> Person.of(version, figure.words(page))).toList());
        model.addAttribute("sheaf", sheaf.of(counted.total(), page.to("/desk/victims") + "?" + query + "&page="));
        model.addAttribute("facets", facets(Basis.of(figure.codebook().counting())).stream().map(by -> facet(page, figure, by)).filter(facet -> facet.choices().size() > 1
                || facet.choices().stream().anyMatch(Choice::chosen)).toList());
        model.addAttribute("total", counted.total());
        return "statistics/browse";
    }

    /** The values along one dimension, each with the number it would leave beside the other conditions. */
    private Facet facet(Page page, Figure figure, Dimension dimension) {
        Question question = figure.question();
        List<Filter> others = question.where().stream().filter(filter -> !filter.dimension().equals(dimension)).toList();
        Set<String> chosen = new HashSet<>();
        question.where().stream().filter(filter -> filter.dimension().equals(dimension)).forEach(filter -> chosen.addAll(filter.values()));
        Answer answer = statistics.answer(new Question(question.measures(), List.of(dimension), others, question.period(), question.asOf()));
        List<Choice> choices = new ArrayList<>();
        for (Answer.Row row : answer.rows()) {
            Answer.Value value = row.key().getFirst();
            boolean is = chosen.contains(value.code());
            List<Filter> next = new ArrayList<>(others);
            if (!is) {
                next.add(new Filter(dimension, Set.of(value.code())));
            }
            choices.add(new Choice(page.say(value.label()), row.figures().getFirst(), page.to("/desk/victims") + "?" + query(figure, next), is));
        }
        return new Facet(page.say(new Names(figure.codebook()).dimension(dimension)), choices);
    }

    /** As of now stays as of now: only a past that was asked for stands in the address. */
    private static String query(Figure figure, List<Filter> where) {
        Question question = figure.question();
        return figure.syntax().query(new Question(question.measures(), List.of(), where, question.period(), figure.past() ? question.asOf() : null));
    }
}
