package org.stele.publication;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.WebRequest;
import org.stele.page.Missing;
import org.stele.page.Page;
import org.stele.statistics.Answer;
import org.stele.statistics.AnswerFormat;
import org.stele.statistics.Period;

/** A page for each way in which figures are broken down. */
@Controller
class ThemePages {

    private final Views views;
    private final Maps maps;

    ThemePages(Views views, Maps maps) {
        this.views = views;
        this.maps = maps;
    }

    @GetMapping("/{language:en|ar}/figures")
    String all(@ModelAttribute("page") Page page, @RequestParam(defaultValue = "") String period,
            @RequestParam(name = "as-of", defaultValue = "") String asOf, Model model) {
        model.addAttribute("view", views.view(page, period, asOf));
        return "publication/figures";
    }

    @GetMapping("/{language:en|ar}/figures/{theme:[a-z-]+}")
    @Nullable String one(@ModelAttribute("page") Page page, @PathVariable String theme, @RequestParam(defaultValue = "") String period,
            @RequestParam(name = "as-of", defaultValue = "") String asOf, WebRequest request, HttpServletResponse response, Model model) {
        Theme found = Theme.of(theme).orElseThrow(() -> new Missing("There is no page of figures '" + theme + "'"));
        View view = views.view(page, period, asOf);
        refuseStrange(found, view);
        if (Fresh.known(view, request, response)) {
            return null;
        }
        Answer answer = answer(view, found);
        String caption = caption(view, found);
        Sheets sheets = new Sheets(view);
        model.addAttribute("view", view);
        model.addAttribute("theme", found.code());
        model.addAttribute("sheet", answer.question().by().size() == 2 ? sheets.crossed(answer, caption) : sheets.measures(answer, caption));
        model.addAttribute("picture", picture(view, found, answer, caption));
        model.addAttribute("months", found.form() == Theme.Form.MONTHS ? Optional.empty() : months(view, found));
        return "publication/theme";
    }

    /** The page's own question as a file. */
    @GetMapping("/{language:en|ar}/figures/{theme:[a-z-]+}.{form:csv|json|hxl}")
    ResponseEntity<byte[]> download(@ModelAttribute("page") Page page, @PathVariable String theme, @PathVariable String form,
            @RequestParam(defaultValue = "") String period, @RequestParam(name = "as-of", defaultValue = "") String asOf) {
        Theme found = Theme.of(theme).orElseThrow(() -> new Missing("There are no figures '" + theme + "'"));
        View view = views.view(page, period, asOf);
        refuseStrange(found, view);
        AnswerFormat format = AnswerFormat.valueOf(form.toUpperCase(Locale.ROOT));
        String name = "%s-%s-%s.%s".formatted(view.codebook().code(), found.code(), view.chosen().code(), format.extension());
        return ResponseEntity.ok().header("Content-Type", format.mediaType() + ";charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"").header("Cache-Control", "public, no-cache")
                .body(format.write(answer(view, found), view.codebook(), page.language()).getBytes(StandardCharsets.UTF_8));
    }

    private static void refuseStrange(Theme theme, View view) {
        if (!theme.in(view.codebook())) {
            throw new Missing("This programme has no figures '" + theme.code() + "'");
        }
    }

    static Answer answer(View view, Theme theme) {
        Period period = theme.ofYear() ? view.chosen().around() : view.chosen().period();
        return view.ask(theme.measures(view.codebook()), theme.by(view.codebook()), theme.where(view.codebook()), period);
    }

    static String caption(View view, Theme theme) {
        String when = theme.ofYear() ? String.valueOf(view.chosen().year() == null ? view.page().say("publication.all-years") : view.chosen().year())
                : view.chosen().name(view.page());
        return view.say("publication.theme." + theme.code() + ".caption", when);
    }

    private Optional<Picture> picture(View view, Theme theme, Answer answer, String caption) {
        Pictures pictures = new Pictures(view);
        return switch (theme.form()) {
            case MONTHS -> pictures.months(theme.leading(), List.of(), caption);
            case MAP -> maps.places(view, answer, theme.leading(), caption).or(() -> pictures.bars(answer, theme.leading(), caption));
            case BARS -> answer.question().by().size() == 2 ? Optional.empty() : pictures.bars(answer, theme.leading(), caption);
        };
    }

    private static Optional<Picture> months(View view, Theme theme) {
        String caption = view.say("publication.theme." + theme.code() + ".months", String.valueOf(view.chosen().year()));
        return new Pictures(view).months(theme.leading(), theme.where(view.codebook()), caption);
    }
}
