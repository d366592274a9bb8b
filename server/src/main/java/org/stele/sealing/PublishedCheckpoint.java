package org.stele.sealing;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.stele.database.DataPlace;
import org.stele.tlog.Checkpoint;
import org.stele.tlog.FileTiles;
import org.stele.tlog.Note;

/** The last checkpoint as it is published, read from its file; whether it is sound is for {@link Verification} to find out. */
public final class PublishedCheckpoint {

    private PublishedCheckpoint() {
    }

    /** Empty where nothing was ever published, or what lies there is no checkpoint. */
    public static Optional<Checkpoint> in(DataPlace place) {
        try {
            return new FileTiles(place.path().resolve(Sequencer.FOLDER)).read("checkpoint")
                    .map(bytes -> Checkpoint.parse(Note.parse(new String(bytes, StandardCharsets.UTF_8)).text()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
