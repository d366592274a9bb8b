package org.stele.evidence;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
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
import org.stele.access.ContentPolicy;
import org.stele.access.Reader;
import org.stele.page.Page;
import org.stele.page.Problem;
import org.stele.uploading.UploadRefused;
import org.stele.uploading.Uploads;
import org.stele.vault.VaultClosed;
import org.stele.vault.VaultFull;

/**
 * The desk's form by which originals are sent in. Their bytes go from the wire into the vault and nowhere else, but for files that are one
 * thing, which wait encrypted until the last has come. A program that asks for JSON is answered in it.
 */
@Controller
class UploadPages {

    private final ObjectProvider<Receiving> receiving;
    private final ObjectProvider<Uploads> uploads;
    private final Shelf shelf;

    UploadPages(ObjectProvider<Receiving> receiving, ObjectProvider<Uploads> uploads, Shelf shelf) {
        this.receiving = receiving;
        this.uploads = uploads;
        this.shelf = shelf;
    }

    @GetMapping("/{language:en|ar}/desk/evidence/new")
    String form(@ModelAttribute("page") Page page, @ModelAttribute("reader") Reader reader, @RequestParam(defaultValue = "") String attach,
            HttpServletResponse response, Model model) {
        return form(page, response, Map.of("attach", attach, "obtained-by", reader.name(), "obtained-at", LocalDate.now(ZoneOffset.UTC).toString()), Map.of(),
                List.of(), model);
    }

    @PostMapping("/{language:en|ar}/desk/evidence")
    @Nullable String take(@ModelAttribute("page") Page page, @ModelAttribute("reader") Reader reader, HttpServletRequest request, HttpServletResponse response,
            Model model) throws IOException {
        List<Received> taken = new ArrayList<>();
        Map<String, String> fields = new HashMap<>();
        Problem problem;
        try (Together together = new Together(uploads.getObject().hold())) {
            Map<String, String> all = UploadStream.read(request, (before, field, name, bytes) -> {
                fields.putAll(before);
                confirm(reader, fields);
                if (before.containsKey("as-one") || field.equals("folder")) {
                    wait(together, asOne(reader, before), name, bytes);
                } else {
                    taken.add(receiving.getObject().add(Fields.submission(reader, before, name), bytes, sofar -> { }));
                }
            });
            fields.putAll(all);
            confirm(reader, fields);
            if (!together.isEmpty()) {
                taken.add(together.take(receiving.getObject(), asOne(reader, fields)));
            }
            if (taken.isEmpty()) {
                Fields.submission(reader, fields, null);
                throw new Unsound(Map.of("file", Fault.of("missing.file")));
            }
            return answer(page, taken, request, response, model);
        } catch (Unsound e) {
            problem = Answers.unsound(e.faults(), taken, page);
        } catch (OtherBytes e) {
            problem = Answers.otherBytes(e, taken, page);
        } catch (VaultFull e) {
            problem = Answers.full(taken, page);
        } catch (VaultClosed e) {
            problem = Answers.closing(taken, page);
        } catch (UploadRefused e) {
            if (e.why() != UploadRefused.Why.NO_ROOM) {
                throw e;
            }
            problem = Answers.full(taken, page);
        }
        UploadStream.drain(request);
        if (Answers.wanted(request)) {
            problem.answer(response, page.language());
            return null;
        }
        response.setStatus(problem.status());
        return form(page, response, fields, problem.errors().isEmpty() ? Map.of("file", problem.detail()) : problem.errors(), taken, model);
    }

    private static @Nullable String answer(Page page, List<Received> taken, HttpServletRequest request, HttpServletResponse response, Model model) throws IOException {
        if (Answers.wanted(request)) {
            Problem.none(response, HttpServletResponse.SC_CREATED, Map.of("items", taken.stream().map(each -> Answers.of(each, page)).toList()));
            return null;
        }
        if (taken.size() == 1) {
            return "redirect:" + page.to("/desk/evidence/" + taken.getFirst().item());
        }
        model.addAttribute("taken", taken);
        return "evidence/received";
    }

    /** Before the first byte is kept, what is said of them all is looked at. */
    private void wait(Together together, Submission said, String name, InputStream bytes) throws IOException {
        if (together.isEmpty()) {
            receiving.getObject().check(said);
        }
        together.add(name, bytes);
    }

    private static Submission asOne(Reader reader, Map<String, String> fields) {
        return Fields.submission(reader, fields, null).pageUnlessSaid();
    }

    /** Before anything of a file is read: a form that another site forged has not this session's token. */
    private static void confirm(Reader reader, Map<String, String> fields) {
        if (!reader.confirms(fields.get(reader.tokenField()))) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }

    private String form(Page page, HttpServletResponse response, Map<String, String> fields, Map<String, String> faults, List<Received> taken, Model model) {
        ContentPolicy.allowOwnScript(response);
        model.addAttribute("fields", fields);
        model.addAttribute("faults", faults);
        model.addAttribute("taken", taken);
        model.addAttribute("kinds", shelf.kinds(page));
        model.addAttribute("days", PiecewisePages.KEPT.toDays());
        return "evidence/new";
    }
}
