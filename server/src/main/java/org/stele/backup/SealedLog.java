package org.stele.backup;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.stele.fixity.Digest;
import org.stele.tlog.Checkpoint;
import org.stele.tlog.FileTiles;
import org.stele.tlog.Note;

/**
 * How the sealed log stood: what a checkpoint says of it.
 *
 * @param size number of entries
 * @param root of the tree over them, in base64
 * @param checkpoint SHA-256 of the signed checkpoint's file
 */
public record SealedLog(long size, String root, String checkpoint) {

    /** The log in a data folder; nothing where none was published, or its checkpoint cannot be read. */
    static Optional<SealedLog> in(Path data) {
        return new FileTiles(data.resolve("log")).read("checkpoint").flatMap(SealedLog::of);
    }

    private static Optional<SealedLog> of(byte[] note) {
        try {
            Checkpoint checkpoint = Checkpoint.parse(Note.parse(new String(note, StandardCharsets.UTF_8)).text());
            return Optional.of(new SealedLog(checkpoint.size(), checkpoint.root().base64(), Digest.of(note).sha256()));
        } catch (IllegalArgumentException damaged) {
            // What is wrong with it is for 'stele verify' to say; a backup is all the more wanted then.
            return Optional.empty();
        }
    }
}
