package org.stele.reports;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.stele.history.Version;
import org.stele.page.Missing;
import org.stele.page.Page;
import org.stele.review.CaseFile;
import org.stele.review.Cases;

/** The desk's page of what the last decision on a case means for editions that are out. */
@Controller
class CaseEditionPages {

    private final Cases cases;
    private final EditionEffects effects;

    CaseEditionPages(Cases cases, EditionEffects effects) {
        this.cases = cases;
        this.effects = effects;
    }

    @GetMapping("/{language:en|ar}/desk/cases/{id:[0-9]+}/editions")
    String editions(@ModelAttribute("page") Page page, @PathVariable long id, Model model) {
        CaseFile file = file(id);
        Instant decided = file.steps().stream().filter(each -> !each.record().state().open()).map(Version::from).reduce((one, next) -> next).orElse(null);
        List<Long> persons = file.victims().stream().map(each -> each.record().record()).filter(Objects::nonNull).toList();
        model.addAttribute("id", id);
        model.addAttribute("decided", decided);
        model.addAttribute("touched", decided == null ? List.of() : effects.of(decided, persons));
        return "reports/case-editions";
    }

    private CaseFile file(long id) {
        try {
            return cases.file(id);
        } catch (CaseFile.NoSuchCase e) {
            throw new Missing(String.valueOf(e.getMessage()));
        }
    }
}
