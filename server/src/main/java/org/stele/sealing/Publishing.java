package org.stele.sealing;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stele.database.DataPlace;
import org.stele.tlog.Log;
import org.stele.witnessing.Attestation;
import org.stele.witnessing.Witnessing;

/** Publishes the log while the program runs, some seconds after each write, and once more when it ends; shows it to the outsiders. */
public final class Publishing implements AutoCloseable {

    /** So long after outsiders were not all there they are asked again, also if nothing was written since. */
    private static final Duration ASK_AGAIN = Duration.ofMinutes(1);

    /** A checkpoint is owed within a minute of a write; this leaves room for a slow disk. */
    private static final Duration EVERY = Duration.ofSeconds(15);

    private final Sealing sealing;
    private final Sequencer sequencer;
    private final DataPlace place;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("publish-log").daemon().factory());

    private long published = -1;
    private @Nullable Witnessing witnessing;
    private volatile @Nullable String trouble;
    private volatile List<String> missing = List.of();
    private long asked;

    Publishing(Sealing sealing, Sequencer sequencer, DataPlace place) {
        this.sealing = sealing;
        this.sequencer = sequencer;
        this.place = place;
        clock.scheduleWithFixedDelay(this::tick, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** What kept the last round from publishing, in words for a person. */
    public Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    /** The same, and why witnesses or authorities did not vouch when they were last asked; a sentence each. */
    public List<String> troubles() {
        return Stream.concat(trouble().map(each -> "The sealed log is not published: " + each).stream(), missing.stream()).toList();
    }

    /** Shows the published log to the declared witnesses and time-stamp authorities; each has twenty seconds. Nothing where none is declared. */
    public synchronized Optional<Attestation> show(Log log) throws InterruptedException {
        if (witnessing == null) {
            witnessing = new Witnessing(place.path(), InstantSource.system());
        }
        if (!witnessing.declared()) {
            return Optional.empty();
        }
        Attestation attestation = witnessing.show(log);
        missing = List.copyOf(attestation.missing());
        asked = System.nanoTime();
        return Optional.of(attestation);
    }

    private void tick() {
        try {
            Optional<Log> log = publishNew();
            if (log.isEmpty() && !missing.isEmpty() && System.nanoTime() - asked > ASK_AGAIN.toNanos()) {
                log = sequencer.publish();
            }
            if (log.isPresent()) {
                show(log.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            tell(e);
        }
    }

    private synchronized Optional<Log> publishNew() {
        long size = sealing.size();
        if (size == published) {
            return Optional.empty();
        }
        Optional<Log> log = sequencer.publish();
        published = size;
        trouble = null;
        return log;
    }

    private void tell(RuntimeException e) {
        if (!String.valueOf(e.getMessage()).equals(trouble)) {
            trouble = String.valueOf(e.getMessage());
            System.err.println("stele: the sealed log is not published: " + trouble);
        }
    }

    /** Publishes what is committed and not yet published; then nothing more. */
    @Override
    public void close() {
        clock.shutdownNow();
        try {
            if (clock.awaitTermination(60, TimeUnit.SECONDS)) {
                publishNew();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            tell(e);
        }
    }
}
