package org.stele.vault;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.security.GeneralSecurityException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.stele.fixity.Digest;

/**
 * Reads a source once, in pieces of 1 MiB: digest of the plain bytes, encryption, digest of the ciphertext, file. While one piece is
 * encrypted and written, the next is read and digested; while a segment of ciphertext is written, another thread digests it. What fits one
 * piece is done on the caller's thread alone.
 */
final class Encrypting {

    private final Executor threads;
    private final Digest.Sum plain = new Digest.Sum();
    private final Digest.Sum cipher = new Digest.Sum();
    private long length;
    private long cipherLength;

    Encrypting(Executor threads) {
        this.threads = threads;
    }

    /** @param progress told the plain bytes taken so far, on this thread */
    void run(InputStream source, BlobCipher key, long blob, Incoming target, LongConsumer progress) throws IOException {
        Pieces pieces = new Pieces();
        int filled = fill(pieces.get(0), source);
        Executor lane = filled < BlobCipher.SEGMENT ? Runnable::run : threads;
        try (WritableByteChannel encrypting = key.aead().newEncryptingChannel(ciphertext(target, lane), BlobCipher.bound(blob))) {
            Work writing = Work.NONE;
            try {
                for (int turn = 0; filled > 0; turn ^= 1) {
                    ByteBuffer piece = ByteBuffer.wrap(pieces.get(turn), 0, filled);
                    ByteBuffer seen = piece.duplicate();
                    writing = Work.begin(lane, writing, () -> writeAll(encrypting, piece));
                    plain.add(seen);
                    length += filled;
                    progress.accept(length);
                    filled = filled < BlobCipher.SEGMENT ? 0 : fill(pieces.get(turn ^ 1), source);
                }
            } finally {
                // Also after a failure: nobody may still be writing to a channel that is being closed.
                writing.end();
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Encryption cannot begin", e);
        }
        // Not after a failure: somebody may still read them then.
        pieces.giveBack((int) Math.min(length, BlobCipher.SEGMENT));
    }

    String sha256() {
        return plain.end().sha256();
    }

    BlobName name() {
        return new BlobName(cipher.end().sha256());
    }

    long length() {
        return length;
    }

    long cipherLength() {
        return cipherLength;
    }

    /** Takes a segment of ciphertext: to the file on this thread, to the digest on another. */
    private WritableByteChannel ciphertext(Incoming target, Executor lane) {
        return new WritableByteChannel() {
            @Override
            public int write(ByteBuffer segment) throws IOException {
                int count = segment.remaining();
                ByteBuffer seen = segment.duplicate();
                Work digesting = Work.begin(lane, Work.NONE, () -> cipher.add(seen));
                try {
                    target.write(segment);
                } finally {
                    digesting.end();
                }
                cipherLength += count;
                return count;
            }

            @Override
            public boolean isOpen() {
                return target.isOpen();
            }

            @Override
            public void close() {
                // The file is kept or dropped by who opened it.
            }
        };
    }

    /** How many bytes the piece got; fewer than it has only at the end of the source. */
    private static int fill(byte[] piece, InputStream source) throws IOException {
        int filled = 0;
        while (filled < piece.length) {
            int read = source.read(piece, filled, piece.length - filled);
            if (read < 0) {
                break;
            }
            filled += read;
        }
        return filled;
    }

    private static void writeAll(WritableByteChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** A step under way on another thread. */
    private record Work(@Nullable FutureTask<?> task) {

        static final Work NONE = new Work(null);

        interface Step {
            void take() throws IOException;
        }

        /** Begins a step when the one before has ended well. */
        static Work begin(Executor lane, Work before, Step step) throws IOException {
            before.end();
            FutureTask<?> task = new FutureTask<>(() -> {
                step.take();
                return null;
            });
            lane.execute(task);
            return new Work(task);
        }

        /** Waits for the end. */
        void end() throws IOException {
            if (task == null) {
                return;
            }
            try {
                task.get();
            } catch (ExecutionException e) {
                switch (e.getCause()) {
                    case IOException failure -> throw failure;
                    case RuntimeException failure -> throw failure;
                    case Error failure -> throw failure;
                    case null, default -> throw new IllegalStateException(e.getCause());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("Broken off while writing; nothing was kept");
            }
        }
    }
}
