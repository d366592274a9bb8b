package org.stele.uploading;

import java.io.IOException;
import java.io.UncheckedIOException;
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

/** While the server runs: clears abandoned uploads every hour. */
class UploadClearing implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(UploadClearing.class);
    private static final Duration FIRST = Duration.ofMinutes(2);
    private static final Duration BETWEEN = Duration.ofHours(1);

    private final Supplier<Uploads> uploads;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("uploads").factory());

    UploadClearing(Supplier<Uploads> uploads) {
        this.uploads = uploads;
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof WebServerApplicationContext) {
            clock.scheduleWithFixedDelay(this::clear, FIRST.toSeconds(), BETWEEN.toSeconds(), TimeUnit.SECONDS);
        }
    }

    private void clear() {
        try {
            uploads.get().clear();
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("The parts of abandoned uploads could not be cleared; it is tried again: {}", e.toString());
        } catch (RuntimeException e) {
            // One that is thrown further would end all clearings in silence.
            LOG.error("Clearing abandoned uploads failed; it is tried again", e);
        }
    }

    @Override
    public void destroy() {
        clock.shutdownNow();
    }
}
