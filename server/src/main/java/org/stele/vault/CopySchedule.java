package org.stele.vault;

import java.time.Duration;
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
import org.stele.database.Refusal;

/**
 * While the server runs: new copies every minute, and every ten minutes some reading of old ones and mending of bad ones. Reading ends
 * after a while so that new copies need not wait for terabytes to be read.
 */
class CopySchedule implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(CopySchedule.class);
    private static final Duration FIRST = Duration.ofSeconds(20);
    private static final Duration BETWEEN = Duration.ofMinutes(1);
    private static final Duration READING = Duration.ofMinutes(8);
    private static final int ROUNDS_BETWEEN_READINGS = 10;
    private static final String BY = "stele";

    private final Supplier<Copies> opened;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("copies").factory());
    private long rounds;
    private String told = "";

    /** @param opened the copies, opened when they are first worked on and not at the start */
    CopySchedule(Supplier<Copies> opened) {
        this.opened = opened;
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof WebServerApplicationContext) {
            clock.scheduleWithFixedDelay(this::round, FIRST.toSeconds(), BETWEEN.toSeconds(), TimeUnit.SECONDS);
        }
    }

    private void round() {
        try {
            Copies copies = opened.get();
            CopyReport report = copies.replicateNew(BY, "scheduled copying");
            tell(report);
            if (rounds++ % ROUNDS_BETWEEN_READINGS == 0) {
                tell(copies.check(null, false, READING, BY, "scheduled reading of copies", CopyProgress.NONE));
            }
        } catch (Refusal e) {
            LOG.info("No work on copies this time: {}", e.getMessage());
        } catch (RuntimeException e) {
            // The next round tries again; one that is thrown further would end them all in silence.
            LOG.error("Work on copies failed; it is tried again in a minute", e);
        }
    }

    /** What is not well is told when it changes, not every minute. */
    private void tell(CopyReport report) {
        String now = String.join("\n", report.troubles());
        if (!now.equals(told) && !now.isEmpty()) {
            LOG.warn("Copies need somebody ('stele evidence status' says more):\n{}", now);
        }
        told = now;
    }

    @Override
    public void destroy() throws InterruptedException {
        clock.shutdownNow();
        clock.awaitTermination(5, TimeUnit.SECONDS);
    }
}
