package org.stele.publication;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.WebRequest;
import org.stele.codebook.Codebook;
import org.stele.language.Text;
import org.stele.page.Page;

/** What is counted and how, as the codebook says it: nobody writes this page. */
@Controller
class MethodologyPage {

    /** The declared rules in the order in which a reader needs them; a programme that leaves one out has one paragraph less. */
    private static final List<List<String>> RULES = List.of(
            List.of("scope", "civilians-only", "police-and-former-fighters", "unidentified-victims", "bare-minimum"),
            List.of("counting-date", "counting-place", "children-and-women", "torture-subset", "massacre-definition", "unknown-is-a-value"),
            List.of("attribution-rule", "joint-attribution", "other-categories", "landmine-attribution", "legal-qualification"),
            List.of("source-ladder", "two-person-rule", "media-archive"));

    private final Views views;

    MethodologyPage(Views views) {
        this.views = views;
    }

    @GetMapping("/{language:en|ar}/methodology")
    @Nullable String show(@ModelAttribute("page") Page page, @RequestParam(name = "as-of", defaultValue = "") String asOf,
            WebRequest request, HttpServletResponse response, Model model) {
        View view = views.view(page, "", asOf);
        if (Fresh.known(view, request, response)) {
            return null;
        }
        model.addAttribute("view", view);
        model.addAttribute("rules", RULES.stream().map(names -> names.stream().filter(view.codebook().wording().texts()::containsKey)
                .map(name -> filled(view, name)).toList()).toList());
        return "publication/methodology";
    }

    /** Wording may name the codebook's own numbers, so that no number stands in it twice. */
    private static String filled(View view, String name) {
        Codebook codebook = view.codebook();
        Text text = codebook.wording().get(name);
        String filled = view.page().say(text);
        for (var slot : Map.of("{adult-age}", codebook.counting().adultAge(), "{massacre-threshold}", codebook.counting().massacreThreshold()).entrySet()) {
            filled = filled.replace(slot.getKey(), String.valueOf(slot.getValue()));
        }
        return filled;
    }
}
