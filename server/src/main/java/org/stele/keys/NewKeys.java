package org.stele.keys;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stele.database.DataPlace;
import org.stele.database.Durable;
import org.stele.database.Refusal;

/** Makes a key folder where there is none. It appears whole or not at all. */
final class NewKeys {
    private static final String MAKING = "keys-making-";

    private NewKeys() {
    }

    static void make(Path dataFolder, Map<String, String> environment) {
        Optional<Identity> given = ServiceIdentity.fromEnvironment(environment);
        Identity service = given.orElseGet(Identity::generate);
        KeyFolder making = new KeyFolder(new DataPlace(dataFolder).folder(MAKING + ProcessHandle.current().pid() + "-" + System.nanoTime()));
        var recipients = new Recipients(Optional.of(service.recipient()), List.of());
        if (given.isEmpty()) {
            making.write(ServiceIdentity.FILE, service.fileText("The service identity of a Stele register. Secret: whoever has it and the key files reads everything."));
        }
        making.write(Recipients.FILE, recipients.text());
        for (Compartment each : Compartment.values()) {
            write(making, PrivatePart.generate(each, 1), recipients.all());
        }
        try {
            Durable.rename(making.path(), KeyFolder.in(dataFolder).path());
        } catch (DirectoryNotEmptyException | FileAlreadyExistsException anotherWasQuicker) {
            remove(making);
        } catch (IOException e) {
            throw new Refusal("The key folder " + KeyFolder.in(dataFolder).path() + " cannot be made: " + e, e);
        }
    }

    /** The private part first: a public part that is there can be wrapped for. */
    static void write(KeyFolder folder, PrivatePart key, List<Recipient> recipients) {
        PublicPart known = key.publicPart();
        byte[] json = key.json();
        try {
            folder.write(KeyFolder.privateName(known.compartment(), known.version()), Age.sealed(json, recipients));
        } finally {
            Arrays.fill(json, (byte) 0);
        }
        folder.write(KeyFolder.publicName(known.compartment(), known.version()), known.json());
    }

    private static void remove(KeyFolder made) {
        try {
            for (String name : made.names()) {
                Files.deleteIfExists(made.path().resolve(name));
            }
            Files.deleteIfExists(made.path());
        } catch (IOException e) {
            // Keys that nothing was wrapped with: only space.
        }
    }
}
