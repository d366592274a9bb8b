package org.stele.sealing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stele.database.DataPlace;
import org.stele.database.Durable;
import org.stele.database.Refusal;
import org.stele.tlog.Algorithm;
import org.stele.tlog.SignerKey;
import org.stele.tlog.VerifierKey;

/** The file that holds the key the log is signed with: two lines, the secret and the public half; readable by its owner alone. */
final class LogKey {

    private static final String FOLDER = "log-key";
    private static final String FILE = "key";

    private LogKey() {
    }

    static Optional<SignerKey> read(DataPlace place) {
        Path file = place.path().resolve(FOLDER).resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            List<String> lines = Files.readAllLines(file);
            return Optional.of(SignerKey.parse(lines.get(0), VerifierKey.parse(lines.get(1))));
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new Refusal("The key of the sealed log in " + file + " cannot be read: put it back from a backup. Nothing was changed.", e);
        }
    }

    /** A new key under a name that no other log has; durable when this returns. */
    static SignerKey make(DataPlace place) {
        byte[] random = new byte[6];
        new SecureRandom().nextBytes(random);
        SignerKey key = SignerKey.generate("stele/" + HexFormat.of().formatHex(random), Algorithm.ED25519);
        Path folder = place.folder(FOLDER);
        Path next = folder.resolve(FILE + ".new");
        try {
            Files.deleteIfExists(next);
            try (FileChannel channel = FileChannel.open(next, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
                ByteBuffer bytes = ByteBuffer.wrap((key.secret() + "\n" + key.verifier().toString() + "\n").getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Durable.rename(next, folder.resolve(FILE));
            return key;
        } catch (IOException e) {
            throw new Refusal("The key of the sealed log cannot be written into " + folder + ": " + e, e);
        }
    }
}
