package org.stele.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Reads and maps on one thread while the one that called writes: neither waits for the other as long as both have work. */
final class Pipeline {

    /** Rows of one change. Larger batches gained nothing when tried; smaller ones leave less to be done again after a crash. */
    static final int BATCH = 10_000;

    /** Takes batches in order. */
    interface Sink {
        void write(List<Draft> drafts) throws IOException;
    }

    /** @param drafts empty at the end
     *  @param failure what stopped the reading */
    private record Handed(List<Draft> drafts, @Nullable Throwable failure) {
    }

    /** One batch waits, one is read and one written: reading is far ahead, and every batch in memory is moved by the collector. */
    private final BlockingQueue<Handed> queue = new ArrayBlockingQueue<>(1);
    private volatile boolean stopped;

    private Pipeline() {
    }

    static void run(Rows rows, RowReading reading, Sink sink) throws IOException {
        new Pipeline().start(rows, reading, sink);
    }

    private void start(Rows rows, RowReading reading, Sink sink) throws IOException {
        Thread reader = Thread.ofPlatform().name("import-reader").start(() -> hand(rows, reading));
        try {
            for (Handed handed = take(); handed.failure() != null || !handed.drafts().isEmpty(); handed = take()) {
                if (handed.failure() instanceof IOException e) {
                    throw e;
                }
                if (handed.failure() != null) {
                    throw handed.failure() instanceof RuntimeException e ? e : new IllegalStateException(handed.failure());
                }
                sink.write(handed.drafts());
            }
        } finally {
            stopped = true;
            join(reader);
        }
    }

    private void hand(Rows rows, RowReading reading) {
        try {
            List<Draft> batch = new ArrayList<>(BATCH);
            for (Row row = rows.next(); row != null && !stopped; row = rows.next()) {
                batch.add(reading.of(row));
                if (batch.size() == BATCH) {
                    put(new Handed(batch, null));
                    batch = new ArrayList<>(BATCH);
                }
            }
            if (!batch.isEmpty()) {
                put(new Handed(batch, null));
            }
            put(new Handed(List.of(), null));
        } catch (Throwable failure) {
            put(new Handed(List.of(), failure));
        }
    }

    private void put(Handed handed) {
        try {
            while (!stopped && !queue.offer(handed, 100, TimeUnit.MILLISECONDS)) {
                // the writer is busy
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Handed take() {
        try {
            return queue.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The import was stopped; what it had acknowledged is in the register", e);
        }
    }

    private static void join(Thread reader) {
        try {
            reader.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
