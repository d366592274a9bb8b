package org.stele.messages;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stele.language.Language;

/**
 * A message as it comes.
 *
 * @param key        the channel's own mark: a form's token, an OpenRosa instanceID, a feed's guid; what comes twice is one message
 * @param sourceKind code of the codebook's source kinds: who tells
 * @param locator    address or file it was taken from; for a correction the public page it is about; none for what a person wrote to us
 * @param contact    none where the sender wants to stay unknown
 * @param consent    what was said of each use; a use that is absent was not asked about
 * @param receipt    the code by which the sender can come back; none for what was not sent to us
 * @param items      ids of the evidence items that came with it
 */
public record NewMessage(Channel channel, String key, Language language, String sourceKind, @Nullable String locator, Telling telling,
        @Nullable Contact contact, Map<Use, Boolean> consent, @Nullable Receipt receipt, List<Long> items) {

    public NewMessage {
        consent = Map.copyOf(consent);
        items = items.stream().distinct().toList();
        contact = contact == null || contact.empty() ? null : contact;
        if (telling.empty()) {
            throw new IllegalArgumentException("The message tells nothing");
        }
    }
}
