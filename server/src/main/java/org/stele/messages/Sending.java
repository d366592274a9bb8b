package org.stele.messages;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.stele.language.Language;

/**
 * One sending of the public form. The text is durable before the first byte of a file is read: if the line breaks amid a video, what was told is
 * there, and sending once more goes on with it.
 */
final class Sending {

    private final Language language;
    private final Reception reception;
    private final ObjectProvider<FormFiles> files;
    private final List<Sent.NotKept> notKept = new ArrayList<>();
    private @Nullable Message message;
    private int kept;

    Sending(Language language, Reception reception, ObjectProvider<FormFiles> files) {
        this.language = language;
        this.reception = reception;
        this.files = files;
    }

    /** @throws Held if it is not taken yet */
    Message text(Typed typed) {
        if (message == null) {
            message = reception.take(typed, language);
        }
        return message;
    }

    void file(Typed typed, String name, InputStream bytes) throws IOException {
        String why = files.getObject().take(text(typed), name, bytes);
        if (why == null) {
            kept++;
        } else {
            notKept.add(new Sent.NotKept(name, why));
        }
    }

    Sent sent() {
        return new Sent(kept, List.copyOf(notKept));
    }
}
