package org.stele.vault;

import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/** The two pieces of memory that a source is read into in turns. To make and clear them anew would cost more than a small source does. */
final class Pieces {
    private static final BlockingQueue<byte[]> IDLE = new ArrayBlockingQueue<>(2 * Ahead.MOST);

    private final byte @Nullable [][] two = new byte[2][];

    /** Made or found when it is first asked for: a small source needs one. */
    byte[] get(int turn) {
        byte[] piece = two[turn];
        if (piece == null) {
            byte[] idle = IDLE.poll();
            piece = idle != null ? idle : new byte[BlobCipher.SEGMENT];
            two[turn] = piece;
        }
        return piece;
    }

    /**
     * Leaves them for the next source, without what was in them.
     *
     * @param used so many bytes of each were written at most
     */
    void giveBack(int used) {
        for (byte[] piece : two) {
            if (piece != null) {
                Arrays.fill(piece, 0, used, (byte) 0);
                IDLE.offer(piece);
            }
        }
        Arrays.fill(two, null);
    }
}
