package org.stele.sealing;

import java.util.Optional;
import org.stele.tlog.Checkpoint;
import org.stele.tlog.Note;
import org.stele.tlog.VerifierKey;

/**
 * A checkpoint that somebody else kept: printed, in a drawer, at a partner's witness, on a published page. Against one of these even
 * whoever holds the log's key cannot write the history anew unseen.
 *
 * @param name       what it is called in sentences, for example {@code the checkpoint in court.txt}
 * @param checkpoint what it states
 * @param note       it with its signatures; empty where only the bare text was kept, as witnesses keep it
 */
public record OutsideCheckpoint(String name, Checkpoint checkpoint, Optional<Note> note) {

    /** @throws IllegalArgumentException if the text is no checkpoint, signed or bare */
    public static OutsideCheckpoint read(String name, String text) {
        if (!text.contains("\n\n")) {
            return new OutsideCheckpoint(name, Checkpoint.parse(text), Optional.empty());
        }
        Note note = Note.parse(text);
        return new OutsideCheckpoint(name, Checkpoint.parse(note.text()), Optional.of(note));
    }

    /** Why nothing can be concluded from it about the log of that key, but that one of the two is not what it should be; empty if all is well. */
    Optional<String> strange(VerifierKey key) {
        if (!checkpoint.origin().equals(key.name())) {
            return Optional.of("%s is of the log '%s', but the log of this register is called '%s': it belongs to another register, or this register's log was exchanged for another."
                    .formatted(begun(), checkpoint.origin(), key.name()));
        }
        if (note.isPresent() && !note.get().signedBy(key)) {
            return Optional.of(("%s bears the name of this log but is not signed with the key that the database states: the checkpoint was altered,"
                    + " or the log's key was exchanged for another.").formatted(begun()));
        }
        return Optional.empty();
    }

    /** Its name as a sentence begins. */
    String begun() {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
