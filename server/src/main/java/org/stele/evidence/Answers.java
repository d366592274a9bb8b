package org.stele.evidence;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.stele.language.Language;
import org.stele.page.Page;
import org.stele.page.Problem;
import org.stele.uploading.UploadRefused;

/** What a program that sends files is answered, in JSON. */
final class Answers {

    private Answers() {
    }

    /** Whether the sender would rather have JSON than a page. */
    static boolean wanted(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        return accept != null && accept.contains("json") && !accept.contains("text/html");
    }

    /** An item that was taken in: its number, digest, length, whether its bytes are new, and where it is shown. */
    static Map<String, Object> of(Received received, Page page) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", received.item());
        json.put("sha256", received.sha256());
        json.put("length", received.length());
        json.put("status", received.known() ? "known" : "kept");
        json.put("address", page.to("/desk/evidence/" + received.item()));
        return json;
    }

    static Problem unsound(Map<String, Fault> faults, List<Received> taken, Page page) {
        return new Problem("unsound", 422, page.say("evidence.problem.unsound"), page.say("evidence.problem.unsound.more"), texts(faults, page.language()), items(taken, page));
    }

    static Problem otherBytes(OtherBytes other, List<Received> taken, Page page) {
        return new Problem("other-bytes", 422, page.say("evidence.problem.other-bytes"), other.fault().in(page.language()),
                texts(Map.of("sha256", other.fault()), page.language()), items(taken, page));
    }

    static Problem full(List<Received> taken, Page page) {
        return new Problem("full", 507, page.say("evidence.problem.full"), page.say("evidence.full"), Map.of(), items(taken, page));
    }

    static Problem closing(List<Received> taken, Page page) {
        return new Problem("closing", 503, page.say("evidence.problem.closing"), page.say("evidence.problem.closing.more"), Map.of(), items(taken, page));
    }

    static Problem of(UploadRefused refused, Page page) {
        String code = refused.why().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        return new Problem(code, refused.why().status(), page.say("evidence.problem." + code),
                page.language() == Language.EN ? String.valueOf(refused.getMessage()) : page.say("evidence.problem." + code + ".more"));
    }

    /** Each fault in the reader's language. */
    static Map<String, String> texts(Map<String, Fault> faults, Language language) {
        return faults.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().in(language), (one, other) -> one, LinkedHashMap::new));
    }

    private static Map<String, ?> items(List<Received> taken, Page page) {
        return taken.isEmpty() ? Map.of() : Map.of("items", taken.stream().map(each -> of(each, page)).toList());
    }
}
