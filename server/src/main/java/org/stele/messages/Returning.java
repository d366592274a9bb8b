package org.stele.messages;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.stele.messages.Held.Fault;

/** One sending of somebody who came back: an addition with its files, a change of what is allowed, or a withdrawal. */
final class Returning {

    private final Return back;
    private final ObjectProvider<FormFiles> files;
    private final List<Sent.NotKept> notKept = new ArrayList<>();
    private @Nullable Message admitted;
    private String done = "";
    private int kept;

    Returning(Return back, ObjectProvider<FormFiles> files) {
        this.back = back;
        this.files = files;
    }

    /** Files stand last in their form: what is said with them is durable before their first byte is read. */
    void file(Typed typed, String name, InputStream bytes) throws IOException {
        if (admitted == null) {
            admitted = added(typed);
        }
        String why = files.getObject().take(admitted, name, bytes);
        if (why == null) {
            kept++;
            done = "added";
        } else {
            notKept.add(new Sent.NotKept(name, why));
        }
    }

    /** Does what the pressed button says, when the form was read to its end. */
    void finish(Typed typed) {
        switch (typed.of("do")) {
            case "add" -> {
                if (admitted == null && typed.of("words").isEmpty()) {
                    throw Held.fields(Map.of("words", new Fault("empty", 0)));
                }
                if (admitted == null) {
                    admitted = added(typed);
                }
            }
            case "change" -> {
                back.change(back.admit(typed), typed);
                done = "changed";
            }
            case "withdraw" -> {
                back.withdraw(back.admit(typed), typed);
                done = "withdrawn";
            }
            default -> { }
        }
    }

    private Message added(Typed typed) {
        Message message = back.admit(typed);
        if (!typed.of("words").isEmpty()) {
            back.say(message, typed);
            done = "added";
        }
        return message;
    }

    /** Code of the words for what was done; empty for nothing. */
    String done() {
        return done;
    }

    Sent sent() {
        return new Sent(kept, List.copyOf(notKept));
    }
}
