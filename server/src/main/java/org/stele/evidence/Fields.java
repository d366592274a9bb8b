package org.stele.evidence;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stele.access.Reader;

/** What the desk's form, or a program in its place, says of a file. */
final class Fields {

    private Fields() {
    }

    /** Of a form without files; a field that came several times has its values on lines of their own. */
    static Map<String, String> of(HttpServletRequest request) {
        Map<String, String> fields = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> fields.put(name, String.join("\n", values)));
        return fields;
    }

    /** @throws Unsound naming every field that is missing or wrong */
    static Submission submission(Reader reader, Map<String, String> fields, @Nullable String fileName) {
        String form = fields.getOrDefault("form", "");
        String reason = fields.getOrDefault("reason", "");
        return new Submission(Provenance.of(fields, fileName), form.isBlank() ? null : Form.of(form), fields.get("title"),
                fields.containsKey("confidential"), Arrays.stream(fields.getOrDefault("attach", "").split("[\\s,;،]+")).filter(each -> !each.isEmpty())
                        .map(Reference::of).toList(), reader.name(), reason.isBlank() ? "evidence received" : reason.strip());
    }
}
