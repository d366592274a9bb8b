package org.stele.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stele.evidence.Registering.Arrival;
import org.stele.history.Change;
import org.stele.history.Changes;
import org.stele.keys.Compartment;
import org.stele.vault.Ahead;
import org.stele.vault.Ahead.Done;
import org.stele.vault.Deposit;
import org.stele.vault.Vault;
import org.stele.vault.VaultClosed;
import org.stele.vault.VaultFull;

/**
 * Takes many files in. A small file spends its time waiting for the disk, and disks force many files in little more time than one: so
 * some are written side by side, and what is durable by then is committed in one change. Nothing is acknowledged before that.
 */
final class SideBySide {
    private static final Logger LOG = LoggerFactory.getLogger(SideBySide.class);

    private final Changes changes;
    private final Vault vault;
    private final Registering registering;
    private final LongConsumer progress;
    private final AtomicLong taken = new AtomicLong();

    /** @param progress told the bytes taken so far of all files, by one thread at a time */
    SideBySide(Changes changes, Vault vault, Registering registering, LongConsumer progress) {
        this.changes = changes;
        this.vault = vault;
        this.registering = registering;
        this.progress = progress;
    }

    /**
     * @param all  made by the same person for the same reason
     * @param told what became of each, in their order, when it is committed
     */
    void take(List<Sent> all, Consumer<Outcome> told) throws VaultFull, VaultClosed {
        try (Ahead<Sent, Deposit> deposits = new Ahead<>(all, Sent::length, this::deposit)) {
            try {
                while (deposits.hasNext()) {
                    commit(deposits.ready(), told);
                }
            } finally {
                deposits.left().forEach(SideBySide::drop);
            }
        }
    }

    private Deposit deposit(Sent sent) throws IOException {
        try (InputStream bytes = sent.bytes().open()) {
            AtomicLong before = new AtomicLong();
            return vault.deposit(Compartment.CONFIDENTIAL, bytes, sofar -> {
                synchronized (taken) {
                    progress.accept(taken.addAndGet(sofar - before.getAndSet(sofar)));
                }
            });
        }
    }

    private void commit(List<Done<Sent, Deposit>> ended, Consumer<Outcome> told) throws VaultFull, VaultClosed {
        List<Outcome> outcomes = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        List<Arrival> arrivals = new ArrayList<>();
        List<Arrival> others = new ArrayList<>();
        @Nullable Exception fatal = null;
        try {
            for (Done<Sent, Deposit> each : ended) {
                try {
                    Arrival arrival = new Arrival(each.thing().submission(), each.get());
                    if (arrival.isOther()) {
                        others.add(arrival);
                        outcomes.add(new Outcome.Failed(each.thing(), new OtherBytes(arrival)));
                    } else {
                        places.add(outcomes.size());
                        arrivals.add(arrival);
                        outcomes.add(new Outcome.Failed(each.thing(), new IOException("It was not committed")));
                    }
                } catch (ExecutionException e) {
                    fatal = fatal(e.getCause());
                    if (fatal != null) {
                        // What came before it is whole and is kept.
                        break;
                    }
                    outcomes.add(new Outcome.Failed(each.thing(), (IOException) e.getCause()));
                }
            }
            List<Received> received = new ArrayList<>();
            if (arrivals.size() + others.size() > 0) {
                Submission any = ended.getFirst().thing().submission();
                received.addAll(changes.make(any.by(), any.reason(), change -> write(change, arrivals, others)));
            }
            for (int n = 0; n < arrivals.size(); n++) {
                outcomes.set(places.get(n), new Outcome.Taken(outcomes.get(places.get(n)).sent(), received.get(n)));
            }
        } finally {
            ended.forEach(SideBySide::drop);
        }
        outcomes.forEach(told);
        switch (fatal) {
            case VaultFull full -> throw full;
            case VaultClosed closed -> throw closed;
            case RuntimeException failure -> throw failure;
            case null, default -> { }
        }
    }

    private List<Received> write(Change change, List<Arrival> arrivals, List<Arrival> others) {
        others.forEach(each -> registering.refuse(change, each));
        return registering.on(change, arrivals);
    }

    /** What the next file would meet too; none for what is the matter with this one only. */
    private static @Nullable Exception fatal(Throwable why) {
        return switch (why) {
            case VaultFull full -> full;
            case VaultClosed closed -> closed;
            case IOException its -> null;
            case RuntimeException failure -> failure;
            default -> new IllegalStateException(why);
        };
    }

    /** Lets go of a deposit; what was registered stays. */
    private static void drop(Done<Sent, Deposit> done) {
        try {
            done.get().close();
        } catch (ExecutionException e) {
            // There is nothing to let go of.
        } catch (IOException e) {
            LOG.warn("Bytes that the register does not know could not be removed; they are set aside later: {}", e.getMessage());
        }
    }
}
