package org.stele.evidence;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.stele.access.Reader;
import org.stele.history.Version;
import org.stele.page.Missing;
import org.stele.page.Page;

/** The desk's form by which a provenance is corrected. */
@Controller
class CorrectionPages {

    private final ObjectProvider<Corrections> corrections;
    private final Items items;
    private final Shelf shelf;

    CorrectionPages(ObjectProvider<Corrections> corrections, Items items, Shelf shelf) {
        this.corrections = corrections;
        this.items = items;
        this.shelf = shelf;
    }

    @GetMapping("/{language:en|ar}/desk/evidence/{id:[0-9]+}/provenances/{provenance:[0-9]+}")
    String form(@ModelAttribute("page") Page page, @ModelAttribute("reader") Reader reader, @PathVariable long id, @PathVariable long provenance, Model model) {
        Version<Provenance> now = current(reader, id, provenance);
        return form(page, id, now.number(), now.record().fields(), Map.of(), model);
    }

    @PostMapping("/{language:en|ar}/desk/evidence/{id:[0-9]+}/provenances/{provenance:[0-9]+}")
    String correct(@ModelAttribute("page") Page page, @ModelAttribute("reader") Reader reader, @PathVariable long id, @PathVariable long provenance,
            @RequestParam(defaultValue = "0") int version, @RequestParam(defaultValue = "") String reason, HttpServletRequest request, HttpServletResponse response,
            Model model) {
        current(reader, id, provenance);
        Map<String, String> fields = Fields.of(request);
        try {
            corrections.getObject().correct(id, provenance, version, fields, reader.name(), reason);
            return "redirect:" + page.to("/desk/evidence/" + id + "#provenance");
        } catch (Unsound e) {
            response.setStatus(422);
            return form(page, id, version, fields, Answers.texts(e.faults(), page.language()), model);
        }
    }

    /** Only for who may know the item's sources. */
    private Version<Provenance> current(Reader reader, long id, long provenance) {
        boolean open = items.find(id).map(version -> Shelf.mayKnow(version.record(), reader)).orElse(false);
        try {
            if (open) {
                return corrections.getObject().current(id, provenance);
            }
        } catch (Unsound e) {
            // As for an item that is not there.
        }
        throw new Missing("There is no such provenance");
    }

    private String form(Page page, long id, int version, Map<String, String> fields, Map<String, String> faults, Model model) {
        model.addAttribute("id", id);
        model.addAttribute("version", version);
        model.addAttribute("fields", fields);
        model.addAttribute("faults", faults);
        model.addAttribute("kinds", shelf.kinds(page));
        return "evidence/correct";
    }
}
