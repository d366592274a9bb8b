package org.stele.page;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.stele.language.Language;
import tools.jackson.databind.json.JsonMapper;

/**
 * What went wrong, told to a program: a problem document (RFC 9457), in the language of the address.
 *
 * @param code   one word that a program may decide by; the document's type is {@code urn:stele:problem:<code>}
 * @param title  the same for every problem of this code
 * @param detail what happened this time, what was kept, and what to do
 * @param errors what is wrong with each field, by the field's name
 * @param more   further members of the document
 */
public record Problem(String code, int status, String title, String detail, Map<String, String> errors, Map<String, ?> more) {

    public Problem(String code, int status, String title, String detail) {
        this(code, status, title, detail, Map.of(), Map.of());
    }

    /** Answers with it. */
    public void answer(HttpServletResponse response, Language language) throws IOException {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("type", "urn:stele:problem:" + code);
        document.put("title", title);
        document.put("status", status);
        document.put("detail", detail);
        if (!errors.isEmpty()) {
            document.put("errors", errors.entrySet().stream().map(each -> Map.of("field", each.getKey(), "detail", each.getValue())).toList());
        }
        document.putAll(more);
        response.setStatus(status);
        response.setHeader("Content-Language", language.tag());
        send(response, "application/problem+json", document);
    }

    /** Answers with a JSON value that is no problem. */
    public static void none(HttpServletResponse response, int status, Object value) throws IOException {
        response.setStatus(status);
        send(response, "application/json", value);
    }

    private static void send(HttpServletResponse response, String type, Object value) throws IOException {
        response.setContentType(type);
        response.setHeader("Cache-Control", "no-store");
        response.getOutputStream().write(JsonMapper.builder().build().writeValueAsString(value).getBytes(StandardCharsets.UTF_8));
    }
}
