package org.stele.linkage;

import java.util.ArrayDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Runs numbered pieces of work on some threads and hands their results on in order, a few at a time in memory. */
final class Pieces {

    /** Takes the result of one piece. */
    interface Result<T> {
        void take(int at, T result);
    }

    private Pieces() {
    }

    static <T> void run(int count, int threads, IntFunction<T> work, Result<T> results) {
        if (threads < 1) {
            throw new IllegalArgumentException("Work needs at least one thread, not " + threads);
        }
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            var running = new ArrayDeque<Future<T>>();
            int next = 0;
            for (int at = 0; at < count; at++) {
                while (next < count && running.size() < threads * 4) {
                    int piece = next++;
                    running.add(pool.submit(() -> work.apply(piece)));
                }
                results.take(at, running.remove().get());
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException("A piece of the linkage failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The linkage was interrupted", e);
        }
    }
}
