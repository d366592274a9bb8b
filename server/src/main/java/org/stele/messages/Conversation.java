package org.stele.messages;

import java.util.List;
import java.util.Map;

/**
 * What somebody sees who came back with a receipt code.
 *
 * @param lines    what was said since; empty where it cannot be read here
 * @param locked   whether it cannot be read here
 * @param consents what was said of each use; a use nobody answered is absent
 * @param files    how many came with the message and later
 */
public record Conversation(Message message, List<Line> lines, boolean locked, Map<Use, Consent.State> consents, int files, boolean withdrawn) {

    /** Code of the words for what was said of a use. */
    public String state(Use use) {
        Consent.State state = consents.get(use);
        return "messages.state." + (state == null ? "none" : state.code());
    }

    /** Whether the last word is a question of ours. */
    public boolean asked() {
        return !lines.isEmpty() && lines.getLast().kind() == Line.Kind.QUESTION;
    }

    /** The public page it is about, without the language; empty for none. */
    public String about() {
        return message.channel() == Channel.CORRECTION && message.locator() != null ? message.locator() : "";
    }
}
