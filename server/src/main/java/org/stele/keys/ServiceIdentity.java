package org.stele.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.stele.database.Refusal;

/**
 * The private age key by which the running service opens its compartments. It comes from the environment ({@code STELE_SERVICE_IDENTITY},
 * or {@code STELE_SERVICE_IDENTITY_FILE}, for instance a secret that systemd or a container mounts), else from the key folder.
 */
final class ServiceIdentity {
    static final String FILE = "service.identity";
    static final String COMMENT = "The service identity of a Stele register. Secret: whoever has it and the key files reads everything.";
    static final String VARIABLE = "STELE_SERVICE_IDENTITY";

    private ServiceIdentity() {
    }

    /** Empty in drop-box mode: there is none on this machine. */
    static Optional<Identity> find(KeyFolder folder, Map<String, String> environment) {
        return fromEnvironment(environment).or(() -> folder.secretText(FILE).map(text -> named(text, folder.path().resolve(FILE).toString())));
    }

    static Optional<Identity> fromEnvironment(Map<String, String> environment) {
        String text = environment.get(VARIABLE);
        if (text != null && !text.isBlank()) {
            return Optional.of(named(text, VARIABLE));
        }
        String file = environment.get(VARIABLE + "_FILE");
        if (file == null || file.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(named(Files.readString(Path.of(file)), file));
        } catch (IOException e) {
            throw new Refusal("The service identity cannot be read from " + file + " (" + VARIABLE + "_FILE): " + e, e);
        }
    }

    private static Identity named(String text, String where) {
        try {
            return Identity.parse(text);
        } catch (IllegalArgumentException e) {
            throw new Refusal(e.getMessage() + " (" + where + ").");
        }
    }
}
