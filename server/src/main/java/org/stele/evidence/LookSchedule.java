package org.stele.evidence;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.stele.keys.LockedCompartment;

/** While the server runs: looks at every item soon after it came, one after the other, beside whatever else is done. */
class LookSchedule implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(LookSchedule.class);
    private static final Duration FIRST = Duration.ofSeconds(10);
    private static final Duration BETWEEN = Duration.ofSeconds(3);
    private static final Duration AGAIN = Duration.ofMinutes(10);
    private static final int AT_ONCE = 50;

    private final Supplier<Looking> opened;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("looking").factory());
    private final Map<Long, Instant> failed = new HashMap<>();
    private boolean lockedTold;

    /** @param opened opened when there is a first item to look at and not at the start */
    LookSchedule(Supplier<Looking> opened) {
        this.opened = opened;
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof WebServerApplicationContext) {
            clock.scheduleWithFixedDelay(this::round, FIRST.toMillis(), BETWEEN.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void round() {
        try {
            Looking looking = opened.get();
            long last = 0;
            for (List<Long> waiting = looking.waiting(0, AT_ONCE); !waiting.isEmpty(); waiting = looking.waiting(last, AT_ONCE)) {
                for (long item : waiting) {
                    if (Thread.currentThread().isInterrupted()) {
                        return;
                    }
                    one(looking, item);
                    last = item;
                }
            }
        } catch (LockedCompartment locked) {
            if (!lockedTold) {
                LOG.info("Items are not looked at on this machine: {}", locked.getMessage());
                lockedTold = true;
            }
        } catch (RuntimeException e) {
            // The next round tries again; one that is thrown further would end them all in silence.
            LOG.error("Looking at items failed; it is tried again", e);
        }
    }

    private void one(Looking looking, long item) {
        Instant notBefore = failed.get(item);
        if (notBefore != null && Instant.now().isBefore(notBefore)) {
            return;
        }
        try {
            looking.look(item);
            failed.remove(item);
        } catch (IOException e) {
            failed.put(item, Instant.now().plus(AGAIN));
            LOG.warn("Item {} could not be read to be looked at; it is tried again in {} minutes: {}", item, AGAIN.toMinutes(), e.getMessage());
        }
    }

    @Override
    public void destroy() throws InterruptedException {
        clock.shutdownNow();
        clock.awaitTermination(5, TimeUnit.SECONDS);
    }
}
