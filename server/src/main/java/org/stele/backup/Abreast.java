package org.stele.backup;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.IntConsumer;

/**
 * Does the same to many files, several at once: what waits for a disk or a store together waits once, for file systems commit in one
 * go what is forced together.
 */
final class Abreast {
    /** So many files at a time. */
    private static final int AT_ONCE = 8;
    private static final int TOLD_EVERY = 100;

    private Abreast() {
    }

    /**
     * Ends early at the first failure, which is thrown; what is under way then is ended first.
     *
     * @param progress told now and then how many are done; by the calling thread
     * @return what each gave, in the order of the files
     */
    static <A, B> List<B> each(Collection<A> files, Function<A, B> work, IntConsumer progress) {
        List<B> done = new ArrayList<>();
        try (ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE, Thread.ofPlatform().daemon().name("backup-", 0).factory())) {
            List<Future<B>> all = files.stream().map(each -> workers.submit(() -> work.apply(each))).toList();
            try {
                for (Future<B> each : all) {
                    done.add(each.get());
                    if (done.size() % TOLD_EVERY == 0) {
                        progress.accept(done.size());
                    }
                }
            } finally {
                // No effect where all are done.
                all.forEach(each -> each.cancel(false));
            }
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException failure -> throw failure;
                case Error failure -> throw failure;
                default -> throw new IllegalStateException(e.getCause());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new InterruptedIOException("Interrupted"));
        }
        return done;
    }

    /** What may fail with an {@link IOException}. */
    interface Work<A, B> {
        B on(A file) throws IOException;
    }

    /** Such work for {@link #each}; its failure comes out as an {@link UncheckedIOException}. */
    static <A, B> Function<A, B> io(Work<A, B> work) {
        return file -> {
            try {
                return work.on(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e.getMessage(), e);
            }
        };
    }
}
