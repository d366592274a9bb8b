package org.stele.vault;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.ToLongFunction;

/**
 * Works on several things side by side and gives the results in the order of the things. Disks and stores take many small requests at
 * once in little more time than one; large things fill them alone, so those are worked on one by one.
 *
 * <p>Nothing is begun long before its result is taken: who stops taking has at most {@link #MOST} results to let go of. For one taker.
 *
 * @param <T> what is worked on
 * @param <R> what comes of it
 */
public final class Ahead<T, R> implements AutoCloseable {

    /** So many at once at most. */
    public static final int MOST = 8;

    /** Together no more bytes than this, unless one alone has more. */
    private static final long BYTES = 16L << 20;

    /** To start one for each small thing would cost a good part of the work on it. */
    private static final Executor THREADS = Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("ahead-", 1).factory());

    private final Work<T, R> work;
    private final ToLongFunction<T> length;
    private final Deque<T> waiting;
    private final Deque<Begun<T, R>> begun = new ArrayDeque<>();
    private long bytes;

    /** What is done with one thing, on a thread of its own. */
    @FunctionalInterface
    public interface Work<T, R> {
        /** Does it. */
        R on(T thing) throws Exception;
    }

    private record Begun<T, R>(T thing, long length, FutureTask<R> result) {
    }

    /**
     * A thing and what came of it.
     *
     * @param result ended
     */
    public record Done<T, R>(T thing, Future<R> result) {
        /** What the work gave.
         *  @throws ExecutionException with what the work has thrown */
        public R get() throws ExecutionException {
            try {
                return result.get();
            } catch (InterruptedException e) {
                throw new IllegalStateException("It has ended, so nobody waits for it", e);
            }
        }
    }

    /** @param length bytes of a thing */
    public Ahead(List<T> things, ToLongFunction<T> length, Work<T, R> work) {
        this.waiting = new ArrayDeque<>(things);
        this.length = length;
        this.work = work;
    }

    /** Whether there is a result to be waited for. */
    public boolean hasNext() {
        return !begun.isEmpty() || !waiting.isEmpty();
    }

    /** The next result, waited for. */
    public Done<T, R> next() {
        begin();
        Begun<T, R> first = begun.remove();
        await(first.result());
        bytes -= first.length();
        begin();
        return new Done<>(first.thing(), first.result());
    }

    /** The next result, waited for, and those after it that have ended already. */
    public List<Done<T, R>> ready() {
        List<Done<T, R>> ready = new ArrayList<>();
        do {
            ready.add(next());
        } while (ready.size() < MOST * MOST && !begun.isEmpty() && begun.element().result().isDone());
        return ready;
    }

    private void begin() {
        while (!waiting.isEmpty() && begun.size() < MOST && (begun.isEmpty() || bytes + length.applyAsLong(waiting.element()) <= BYTES)) {
            T thing = waiting.remove();
            FutureTask<R> task = new FutureTask<>(() -> work.on(thing));
            begun.add(new Begun<>(thing, length.applyAsLong(thing), task));
            bytes += begun.getLast().length();
            THREADS.execute(task);
        }
    }

    /** Waits for what was begun, without breaking it off: what is amid a step on a disk is not to be left in it. Nothing more is begun. */
    @Override
    public void close() {
        waiting.clear();
        begun.forEach(each -> await(each.result()));
    }

    /** Results that were never taken, when all have ended. */
    public List<Done<T, R>> left() {
        close();
        List<Done<T, R>> left = begun.stream().map(each -> new Done<>(each.thing(), (Future<R>) each.result())).toList();
        begun.clear();
        return left;
    }

    private static void await(Future<?> result) {
        boolean interrupted = false;
        while (!result.isDone()) {
            try {
                result.get();
            } catch (InterruptedException e) {
                interrupted = true;
            } catch (ExecutionException e) {
                // Told by whoever takes it.
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
