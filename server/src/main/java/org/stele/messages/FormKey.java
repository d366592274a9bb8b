package org.stele.messages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.stele.database.DataPlace;
import org.stele.database.Durable;
import org.stele.database.Refusal;

/**
 * The file of the key that forms are signed with. Losing it loses nothing: whoever has a form open is asked to send it once more. It is kept so
 * that a restart, and a second server on the same data folder, need not ask.
 */
final class FormKey {

    private static final int LENGTH = 32;

    private FormKey() {
    }

    static byte[] in(DataPlace place) {
        Path file = place.folder("keys-form").resolve("form.key");
        try {
            byte[] kept = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
            if (kept.length == LENGTH) {
                return kept;
            }
            byte[] fresh = new byte[LENGTH];
            new SecureRandom().nextBytes(fresh);
            Durable.replace(file, fresh);
            return fresh;
        } catch (IOException e) {
            throw new Refusal("The key of the public form cannot be kept in " + file + ": " + e, e);
        }
    }
}
