package org.stele.evidence;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.stele.access.Reader;
import org.stele.page.Page;
import org.stele.page.Problem;
import org.stele.uploading.Metadata;
import org.stele.uploading.Terms;
import org.stele.uploading.Tus;
import org.stele.uploading.Upload;
import org.stele.uploading.UploadRefused;
import org.stele.uploading.UploadToken;
import org.stele.uploading.Uploads;
import org.stele.vault.VaultClosed;
import org.stele.vault.VaultFull;
import tools.jackson.databind.json.JsonMapper;

/**
 * Originals that accounts of the desk send in pieces (tus 1.0.0): the pieces first, then, at the address of the upload followed by
 * {@code /item}, what is said of them; only then they become an item. An account goes on with uploads of its own alone.
 */
@Controller
class PiecewisePages {

    /** How long a broken-off upload waits for the rest; said on the form. */
    static final Duration KEPT = Duration.ofDays(7);
    private static final Terms TERMS = new Terms(1L << 40, 100, KEPT);

    private final ObjectProvider<Tus> tus;
    private final ObjectProvider<Uploads> uploads;
    private final ObjectProvider<Receiving> receiving;

    PiecewisePages(ObjectProvider<Tus> tus, ObjectProvider<Uploads> uploads, ObjectProvider<Receiving> receiving) {
        this.tus = tus;
        this.uploads = uploads;
        this.receiving = receiving;
    }

    @RequestMapping(path = "/{language:en|ar}/desk/uploads", method = RequestMethod.OPTIONS)
    void describe(HttpServletResponse response) {
        tus.getObject().describe(response, TERMS);
    }

    /** Begins an upload. If the form's fields come along, what is wrong with them is told before a byte is sent. */
    @PostMapping("/{language:en|ar}/desk/uploads")
    void begin(@ModelAttribute("page") Page page, @ModelAttribute("reader") Reader reader, HttpServletRequest request, HttpServletResponse response) throws IOException {
        answered(page, response, () -> {
            Map<String, String> fields = Fields.of(request);
            if (fields.containsKey("kind")) {
                receiving.getObject().check(Fields.submission(reader, fields, Tus.metadata(request).fileName()));
            }
            tus.getObject().create(request, response, owner(reader), TERMS, page.to("/desk/uploads"));
        });
    }

    /** Asked by HEAD as the protocol has it, or by GET for the same as JSON. */
    @GetMapping("/{language:en|ar}/desk/uploads/{token:[A-Za-z0-9_-]+}")
    void tell(@ModelAttribute("page") Page page, @ModelAttribute("reader") Reader reader, @PathVariable String token, HttpServletRequest request,
            HttpServletResponse response) throws IOException {
        answered(page, response, () -> {
            Upload upload = tus.getObject().tell(request, response, new UploadToken(token), owner(reader));
            if (request.getMethod().equals("GET")) {
                Map<String, Object> json = new LinkedHashMap<>();
                json.put("offset", upload.received());
                json.put("length", upload.length());
                json.put("state", upload.state().name().toLowerCase(Locale.ROOT));
                json.put("keptUntil", upload.keptUntil().toString());
                Problem.none(response, HttpServletResponse.SC_OK, json);
            }
        });
    }

    @PatchMapping("/{language:en|ar}/desk/uploads/{token:[A-Za-z0-9_-]+}")
    void append(@ModelAttribute("page") Page page, @ModelAttribute("reader") Reader reader, @PathVariable String token, HttpServletRequest request,
            HttpServletResponse response) throws IOException {
        answered(page, response, () -> tus.getObject().append(request, response, new UploadToken(token), owner(reader)));
    }

    @DeleteMapping("/{language:en|ar}/desk/uploads/{token:[A-Za-z0-9_-]+}")
    void stop(@ModelAttribute("page") Page page, @ModelAttribute("reader") Reader reader, @PathVariable String token, HttpServletRequest request,
            HttpServletResponse response) throws IOException {
        answered(page, response, () -> tus.getObject().stop(request, response, new UploadToken(token), owner(reader)));
    }

    /** For senders behind something that lets only GET and POST through. */
    @PostMapping(path = "/{language:en|ar}/desk/uploads/{token:[A-Za-z0-9_-]+}", headers = "X-HTTP-Method-Override")
    void instead(@ModelAttribute("page") Page page, @ModelAttribute("reader") Reader reader, @PathVariable String token, HttpServletRequest request,
            HttpServletResponse response) throws IOException {
        switch (request.getHeader("X-HTTP-Method-Override")) {
            case "PATCH" -> append(page, reader, token, request, response);
            case "DELETE" -> stop(page, reader, token, request, response);
            case null, default -> response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        }
    }

    /** Takes a whole upload in as an item. Asked again, it answers the same. */
    @PostMapping("/{language:en|ar}/desk/uploads/{token:[A-Za-z0-9_-]+}/item")
    void take(@ModelAttribute("page") Page page, @ModelAttribute("reader") Reader reader, @PathVariable String token, HttpServletRequest request,
            HttpServletResponse response) throws IOException {
        answered(page, response, () -> {
            UploadToken of = new UploadToken(token);
            Upload upload = uploads.getObject().find(of, owner(reader));
            if (upload.state() == Upload.State.TAKEN) {
                answer(response, HttpServletResponse.SC_OK, upload.outcome());
                return;
            }
            Submission submission = announced(reader, Fields.of(request), Metadata.of(upload.told()).fileName());
            answer(response, HttpServletResponse.SC_CREATED, taken(of, owner(reader), submission, page));
        });
    }

    /** What came of it, as its sender is told now and whenever it is asked again. */
    private String taken(UploadToken token, String owner, Submission submission, Page page) throws IOException {
        try (InputStream bytes = uploads.getObject().read(token, owner)) {
            String outcome = JsonMapper.builder().build().writeValueAsString(Answers.of(receiving.getObject().add(submission, bytes, taken -> { }), page));
            uploads.getObject().end(token, owner, Upload.State.TAKEN, outcome);
            return outcome;
        } catch (OtherBytes e) {
            uploads.getObject().end(token, owner, Upload.State.REFUSED, null);
            throw e;
        } catch (UploadRefused e) {
            if (e.why() == UploadRefused.Why.DAMAGED) {
                uploads.getObject().end(token, owner, Upload.State.DAMAGED, null);
            }
            throw e;
        }
    }

    /** What comes in pieces comes with the digest of the whole, so that a piece of another file is found out. */
    private static Submission announced(Reader reader, Map<String, String> fields, @Nullable String fileName) {
        Map<String, Fault> faults = new TreeMap<>();
        if (fields.getOrDefault("sha256", "").isBlank()) {
            faults.put("sha256", Fault.of("missing.sha256"));
        }
        try {
            Submission submission = Fields.submission(reader, fields, fileName);
            if (faults.isEmpty()) {
                return submission;
            }
        } catch (Unsound e) {
            faults.putAll(e.faults());
        }
        throw new Unsound(faults);
    }

    private interface Step {
        void take() throws IOException;
    }

    /** Takes a step; what is refused is answered as a problem document. */
    private static void answered(Page page, HttpServletResponse response, Step step) throws IOException {
        try {
            step.take();
        } catch (UploadRefused e) {
            Answers.of(e, page).answer(response, page.language());
        } catch (Unsound e) {
            Answers.unsound(e.faults(), List.of(), page).answer(response, page.language());
        } catch (OtherBytes e) {
            Answers.otherBytes(e, List.of(), page).answer(response, page.language());
        } catch (VaultFull e) {
            Answers.full(List.of(), page).answer(response, page.language());
        } catch (VaultClosed e) {
            Answers.closing(List.of(), page).answer(response, page.language());
        }
    }

    private static void answer(HttpServletResponse response, int status, @Nullable String json) throws IOException {
        Problem.none(response, status, JsonMapper.builder().build().readTree(json == null ? "{}" : json));
    }

    private static String owner(Reader reader) {
        return "account:" + reader.name();
    }
}
