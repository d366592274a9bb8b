package org.stele.messages;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.stele.evidence.Unsound;
import org.stele.evidence.UploadStream;
import org.stele.messages.Held.Why;

/** A form as a browser sent it, with files or without. */
final class SentForm {

    private SentForm() {
    }

    /** Takes a file that came with the form; every field that stands before it in the form is there. */
    interface Files {
        void file(Typed typed, String name, java.io.InputStream bytes) throws IOException;
    }

    /**
     * Reads a form to its end.
     *
     * @param fields filled as they are read, so that they are there whatever happens later
     * @throws Held if it cannot be read
     */
    static Typed read(HttpServletRequest request, Map<String, String> fields, Files files) throws IOException {
        String type = request.getContentType();
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("multipart/")) {
            request.getParameterMap().forEach((name, values) -> fields.put(name, String.join("\n", values)));
            return new Typed(fields);
        }
        try {
            fields.putAll(UploadStream.read(request, (before, field, name, bytes) -> {
                fields.putAll(before);
                files.file(new Typed(before), name == null ? "" : name, bytes);
            }));
            return new Typed(fields);
        } catch (Unsound e) {
            throw Held.because(Why.UNREADABLE);
        }
    }

    /** A map for the fields of one form. */
    static Map<String, String> fields() {
        return new HashMap<>();
    }
}
