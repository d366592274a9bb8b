package org.stele.statistics;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Reads the versions as soon as the site is up, so that its first reader need not wait for a million of them. */
@Component
class Warming {

    private static final Logger LOG = LoggerFactory.getLogger(Warming.class);

    private final Statistics statistics;

    Warming(Statistics statistics) {
        this.statistics = statistics;
    }

    /** Not for a command that may never count. */
    @EventListener
    void ready(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof WebServerApplicationContext && statistics instanceof RegisterStatistics counting) {
            Thread.ofPlatform().daemon().name("read-versions").start(() -> {
                try {
                    counting.warm();
                } catch (RuntimeException e) {
                    LOG.warn("The versions could not be read in advance; the first question reads them: {}", e.getMessage());
                }
            });
        }
    }
}
