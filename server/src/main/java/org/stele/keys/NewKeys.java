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
            making.write(ServiceIdentity.FILE, service.fileText(ServiceIdentity.COMMENT));
        }
        making.write(Recipients.FILE, recipients.text());
        for (Compartment each : Compartment.values()) {
            PrivatePart key = PrivatePart.generate(each, 1);
            writePrivate(making, key, recipients.all());
            writePublic(making, key.publicPart());
            seal(making, KeyFolder.fieldsName(each), SealedFields.generate(), recipients.all());
        }
        try {
            Durable.rename(making.path(), KeyFolder.in(dataFolder).path());
        } catch (DirectoryNotEmptyException | FileAlreadyExistsException anotherWasQuicker) {
            remove(making);
        } catch (IOException e) {
            throw new Refusal("The key folder " + KeyFolder.in(dataFolder).path() + " cannot be made: " + e, e);
        }
    }

    /** Before its public part: a public part that is there can be wrapped for. */
    static void writePrivate(KeyFolder folder, PrivatePart key, List<Recipient> recipients) {
        seal(folder, KeyFolder.privateName(key.publicPart().compartment(), key.publicPart().version()), key.json(), recipients);
    }

    static void writePublic(KeyFolder folder, PublicPart key) {
        folder.write(KeyFolder.publicName(key.compartment(), key.version()), key.json());
    }

    private static void seal(KeyFolder folder, String name, byte[] secret, List<Recipient> recipients) {
        try {
            folder.write(name, Age.sealed(secret, recipients));
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
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
