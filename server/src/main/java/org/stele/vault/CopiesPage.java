package org.stele.vault;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.stele.access.Reader;
import org.stele.database.Refusal;
import org.stele.page.Page;

/** The desk's page of copies: where they lie, what needs somebody, and what is to be deleted. Nothing of what is in them. */
@Controller
class CopiesPage {

    private final ObjectProvider<Copies> copies;
    private final ObjectProvider<BytesOfItems> items;
    private final ObjectProvider<BackupNews> backups;

    CopiesPage(ObjectProvider<Copies> copies, ObjectProvider<BytesOfItems> items, ObjectProvider<BackupNews> backups) {
        this.copies = copies;
        this.items = items;
        this.backups = backups;
    }

    @GetMapping("/{language:en|ar}/desk/copies")
    String copies(Model model) {
        return shown(model, "");
    }

    @PostMapping("/{language:en|ar}/desk/copies/deletions")
    String ask(@ModelAttribute("page") Page page, @ModelAttribute("reader") Reader reader, @RequestParam(defaultValue = "") String item,
            @RequestParam(defaultValue = "") String reason, Model model, HttpServletResponse response) {
        return decided(page, model, response, () -> {
            long number = number(item);
            return copies.getObject().deletions().ask(number, items.getObject().of(number), reader.name(), reason);
        });
    }

    @PostMapping("/{language:en|ar}/desk/copies/deletions/{id:[0-9]+}/{step:agree|withdraw}")
    String decide(@ModelAttribute("page") Page page, @ModelAttribute("reader") Reader reader, @PathVariable String id, @PathVariable String step, Model model,
            HttpServletResponse response) {
        return decided(page, model, response, () -> {
            Deletions deletions = copies.getObject().deletions();
            return step.equals("agree") ? deletions.agree(number(id), reader.name()) : deletions.withdraw(number(id), reader.name(), "");
        });
    }

    private interface Decision {
        Deletion take();
    }

    private String decided(Page page, Model model, HttpServletResponse response, Decision decision) {
        try {
            decision.take();
            return "redirect:" + page.to("/desk/copies");
        } catch (Refusal e) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            return shown(model, String.valueOf(e.getMessage()));
        }
    }

    private String shown(Model model, String problem) {
        Copies open = copies.getObject();
        model.addAttribute("status", open.status());
        model.addAttribute("plan", open.plan());
        model.addAttribute("deletions", open.deletions().underWay());
        model.addAttribute("backups", backups.getObject().now());
        model.addAttribute("problem", problem);
        return "vault/copies";
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text.strip());
        } catch (NumberFormatException e) {
            throw new Refusal("'" + text + "' is not the number of an item.");
        }
    }
}
