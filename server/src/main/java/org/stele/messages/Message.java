package org.stele.messages;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.stele.language.Language;

/**
 * A message as anybody at the desk may know of it: not what is told, nor by whom.
 *
 * @param sourceKind  code of the codebook's source kinds
 * @param locator     address or file it was taken from; for a correction the public page it is about; none for what a person wrote to us
 * @param reachable   whether the sender left a way to be reached, or has a receipt code to come back with
 */
public record Message(long id, Instant receivedAt, Channel channel, Language language, String sourceKind, @Nullable String locator,
        boolean reachable) {
}
