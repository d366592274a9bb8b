package org.stele.evidence;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.stele.access.Reader;
import org.stele.page.Page;
import org.stele.vault.VaultFull;

/** The desk's form by which originals are sent in. Their bytes go from the wire into the vault and nowhere else. */
@Controller
class UploadPages {

    private final ObjectProvider<Receiving> receiving;
    private final Shelf shelf;

    UploadPages(ObjectProvider<Receiving> receiving, Shelf shelf) {
        this.receiving = receiving;
        this.shelf = shelf;
    }

    @GetMapping("/{language:en|ar}/desk/evidence/new")
    String form(@ModelAttribute("page") Page page, @ModelAttribute("reader") Reader reader, @RequestParam(defaultValue = "") String attach, Model model) {
        return form(page, Map.of("attach", attach, "obtained-by", reader.name(), "obtained-at", LocalDate.now(ZoneOffset.UTC).toString()), Map.of(),
                List.of(), model);
    }

    @PostMapping("/{language:en|ar}/desk/evidence")
    String take(@ModelAttribute("page") Page page, @ModelAttribute("reader") Reader reader, HttpServletRequest request, HttpServletResponse response,
            Model model) throws IOException {
        List<Received> taken = new ArrayList<>();
        Map<String, String> fields = new HashMap<>();
        try {
            Map<String, String> all = UploadStream.read(request, (before, name, bytes) -> {
                fields.putAll(before);
                taken.add(take(reader, before, name, bytes));
            });
            fields.putAll(all);
            confirm(reader, fields);
            if (taken.isEmpty()) {
                submission(reader, fields, null);
                throw new Unsound(Map.of("file", "is missing: choose at least one file"));
            }
        } catch (Unsound e) {
            return refused(page, response, 422, fields, e.faults(), taken, request, model);
        } catch (OtherBytes e) {
            return refused(page, response, 422, fields, Map.of("sha256", String.valueOf(e.getMessage())), taken, request, model);
        } catch (VaultFull e) {
            return refused(page, response, HttpStatus.INSUFFICIENT_STORAGE.value(), fields, Map.of("file", page.say("evidence.full")), taken, request, model);
        }
        if (taken.size() == 1) {
            return "redirect:" + page.to("/desk/evidence/" + taken.getFirst().item());
        }
        model.addAttribute("taken", taken);
        return "evidence/received";
    }

    private Received take(Reader reader, Map<String, String> fields, @Nullable String name, InputStream bytes) throws IOException {
        confirm(reader, fields);
        return receiving.getObject().add(submission(reader, fields, name), bytes, sofar -> { });
    }

    /** Before anything of a file is read: a form that another site forged has not this session's token. */
    private static void confirm(Reader reader, Map<String, String> fields) {
        if (!reader.confirms(fields.get(reader.tokenField()))) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }

    private static Submission submission(Reader reader, Map<String, String> fields, @Nullable String fileName) {
        String form = fields.getOrDefault("form", "");
        String reason = fields.getOrDefault("reason", "");
        return new Submission(Provenance.of(fields, fileName), form.isBlank() ? null : Form.of(form), fields.get("title"),
                fields.containsKey("confidential"), Arrays.stream(fields.getOrDefault("attach", "").split("[\\s,;،]+")).filter(each -> !each.isEmpty())
                        .map(Reference::of).toList(), reader.name(), reason.isBlank() ? "evidence received" : reason.strip());
    }

    private String refused(Page page, HttpServletResponse response, int status, Map<String, String> fields, Map<String, String> faults,
            List<Received> taken, HttpServletRequest request, Model model) {
        UploadStream.drain(request);
        response.setStatus(status);
        return form(page, fields, faults, taken, model);
    }

    private String form(Page page, Map<String, String> fields, Map<String, String> faults, List<Received> taken, Model model) {
        model.addAttribute("fields", fields);
        model.addAttribute("faults", faults);
        model.addAttribute("taken", taken);
        model.addAttribute("kinds", shelf.kinds(page));
        return "evidence/new";
    }
}
