package org.stele.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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

/** While the server runs: four times a day a look for bytes that nobody acknowledged. */
class OrphanSchedule implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(OrphanSchedule.class);
    private static final Duration FIRST = Duration.ofMinutes(10);
    private static final Duration BETWEEN = Duration.ofHours(6);

    private final Supplier<Orphans> opened;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("orphans").factory());

    OrphanSchedule(Supplier<Orphans> opened) {
        this.opened = opened;
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof WebServerApplicationContext) {
            clock.scheduleWithFixedDelay(this::look, FIRST.toSeconds(), BETWEEN.toSeconds(), TimeUnit.SECONDS);
        }
    }

    private void look() {
        try {
            List<Path> aside = opened.get().look();
            if (!aside.isEmpty()) {
                LOG.warn("Bytes that nobody acknowledged were set aside in the vault's folder 'orphans', or removed where they were not whole: {}", aside);
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("The vault's folder could not be looked through: {}", e.toString());
        } catch (RuntimeException e) {
            // One that is thrown further would end all looks in silence.
            LOG.error("The look for unacknowledged bytes failed; it is tried again", e);
        }
    }

    @Override
    public void destroy() {
        clock.shutdownNow();
    }
}
