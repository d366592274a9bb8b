package org.stele.uploading;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far an upload has come.
 *
 * @param length    bytes it will have
 * @param received  bytes that are durable: where the next piece begins
 * @param told      what its sender said of it at the beginning, as it was sent
 * @param keptUntil when it counts as abandoned if nothing comes
 * @param outcome   what came of it; absent as long as nothing has
 */
public record Upload(long id, long length, long received, String told, Instant keptUntil, State state, @Nullable String outcome) {

    /** What became of it. */
    public enum State {
        /** It waits for its next piece, or, when whole, to be taken. */
        OPEN,
        /** It was taken whole into the register. */
        TAKEN,
        /** Its bytes were not those its sender announced. */
        REFUSED,
        /** Its sender stopped it. */
        STOPPED,
        /** Nothing came for so long that its parts were cleared. */
        ABANDONED,
        /** Parts were lost or altered on the disk. */
        DAMAGED
    }

    public boolean isWhole() {
        return received == length;
    }
}
