package org.stele.statistics;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.stele.page.Page;
import org.stele.register.Happening;
import org.stele.register.Incidents;
import org.stele.register.Person;
import org.stele.register.RecordWords;
import org.stele.register.Victims;
import org.stele.statistics.FigureReader.Figure;
import org.stele.statistics.Measure.Basic;

/** The list behind a figure as a file. It is written as it is read, so that a long one needs no memory. */
@Controller
class CaseExport {

    private static final int AT_ONCE = 2_000;

    private final FigureReader figures;
    private final Statistics statistics;
    private final Victims victims;
    private final Incidents incidents;

    CaseExport(FigureReader figures, Statistics statistics, Victims victims, Incidents incidents) {
        this.figures = figures;
        this.statistics = statistics;
        this.victims = victims;
        this.incidents = incidents;
    }

    @GetMapping("/{language:en|ar}/desk/figures.csv")
    void export(@ModelAttribute("page") Page page, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Figure figure = figures.read(request.getQueryString(), Basic.VICTIMS);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + figure.measure().code() + "-list.csv\"");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        Writer out = response.getWriter();
        Counted counted = statistics.explain(figure.question(), figure.measure(), List.of(), 0, AT_ONCE);
        CsvLines head = new CsvLines();
        head.add(counted.table().equals("victim") ? List.of("victim", "version", "name", "sex", "age", "died", "place", "responsible", "standing")
                : List.of("incident", "version", "occurred", "place", "method", "responsible", "documented", "contribution"));
        out.write(head.toString());
        for (long offset = 0; offset < counted.total(); offset += AT_ONCE) {
            Counted part = offset == 0 ? counted : statistics.explain(figure.question(), figure.measure(), List.of(), offset, AT_ONCE);
            write(out, part, figure.words(page));
        }
        out.flush();
    }

    private void write(Writer out, Counted part, RecordWords words) throws IOException {
        CsvLines lines = new CsvLines();
        if (part.table().equals("victim")) {
            victims.exactly(part.versions()).stream().map(version -> Person.of(version, words)).forEach(person -> lines.add(List.of(
                    String.valueOf(person.id()), String.valueOf(person.version()), safe(person.name()), person.sex(), person.age(), person.died(),
                    safe(person.place()), safe(person.responsible()), safe(person.standing()))));
        } else {
            Iterator<Counted.Part> parts = part.parts().iterator();
            incidents.exactly(part.versions()).stream().map(version -> Happening.of(version, words)).forEach(happening -> lines.add(List.of(
                    String.valueOf(happening.id()), String.valueOf(happening.version()), happening.when(), safe(happening.place()), happening.method(),
                    safe(happening.responsible()), happening.documented(), String.valueOf(parts.next().amount()))));
        }
        // Each part begins with a mark that only the file's first may have.
        out.write(lines.toString().substring(1));
    }

    /** A spreadsheet takes a cell that begins so for a formula, and would run what somebody wrote into a name. */
    private static String safe(String cell) {
        return !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
