package org.stele.vault;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/**
 * Waits for a location as long as it moves. Disks that are going, network mounts and stores do not always fail: some say nothing at all,
 * for ever. However large a copy is, it may take its time; a location that moves not a byte for so long is given up.
 *
 * @param longest without a byte
 */
record Patience(Duration longest) {

    /** Something that may hang. */
    @FunctionalInterface
    interface Work<T> {
        /** @param moved to be told whenever bytes have moved, and how many */
        T run(LongConsumer moved) throws IOException;
    }

    /** The location moved nothing for too long. */
    static final class Stalled extends IOException {
        Stalled(String what, Duration longest) {
            super("%s moved nothing for %d s".formatted(what, longest.toSeconds()));
        }
    }

    /** @throws Stalled if nothing moved for too long; what the work holds is then left to the system */
    <T> T with(String what, Work<T> work) throws IOException {
        AtomicLong last = new AtomicLong(System.nanoTime());
        FutureTask<T> task = new FutureTask<>(() -> work.run(count -> last.set(System.nanoTime())));
        // A virtual thread gives up a socket when it is interrupted, which a platform thread does not.
        Thread thread = Thread.ofVirtual().name("location-" + what).start(task);
        try {
            while (true) {
                try {
                    return task.get(Math.min(longest.toMillis(), 500), TimeUnit.MILLISECONDS);
                } catch (TimeoutException e) {
                    if (System.nanoTime() - last.get() > longest.toNanos()) {
                        thread.interrupt();
                        throw new Stalled(what, longest);
                    }
                }
            }
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Waiting for " + what + " was interrupted");
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException failure -> throw failure;
                case RuntimeException failure -> throw failure;
                case Error failure -> throw failure;
                default -> throw new IOException(e.getCause());
            }
        }
    }
}
