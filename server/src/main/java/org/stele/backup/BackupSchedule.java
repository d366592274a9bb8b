package org.stele.backup;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.stele.database.Refusal;

/**
 * Writes backups by itself while the server runs, if it was told to: {@code stele.backup.every}, {@code stele.backup.to},
 * {@code stele.backup.keep} and {@code stele.backup.originals}.
 */
class BackupSchedule implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(BackupSchedule.class);
    private static final String EVERY = "stele.backup.every";
    private static final String TO = "stele.backup.to";
    private static final String KEEP = "stele.backup.keep";
    private static final String ORIGINALS = "stele.backup.originals";
    private static final Duration LONGEST_LOOK = Duration.ofMinutes(1);

    private final BackupWork work;
    private final BackupState.@Nullable Plan plan;
    private final Backup.Originals originals;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("backups")
            .factory());

    /** @throws Refusal if what it is told makes no sense: known at the start and not when the first backup is missed */
    BackupSchedule(BackupWork work, Environment environment) {
        this.work = work;
        this.plan = plan(environment);
        this.originals = originals(environment.getProperty(ORIGINALS, "new"));
    }

    static BackupState.@Nullable Plan plan(Environment environment) {
        String every = environment.getProperty(EVERY, "");
        String to = environment.getProperty(TO, "");
        if (every.isBlank()) {
            if (!to.isBlank()) {
                throw new Refusal(TO + " is set, but not how often: set " + EVERY + " too, for example 24h.");
            }
            return null;
        }
        if (to.isBlank()) {
            throw new Refusal(EVERY + " is set, but not where to: set " + TO
                    + " to a folder's path or to location:NAME for a location of vault.yaml.");
        }
        Duration between = value(environment, EVERY, Duration.class, "a time such as 24h or 7d");
        int keep = environment.containsProperty(KEEP) ? value(environment, KEEP, Integer.class, "how many backups stay, 1 or more") : 0;
        if (between.compareTo(Duration.ofSeconds(1)) < 0 || environment.containsProperty(KEEP) && keep < 1) {
            throw new Refusal((keep < 1 ? KEEP + " must be 1 or more: so many backups stay." : EVERY + " must be a second at least.")
                    + " Leave it out to keep all.");
        }
        return new BackupState.Plan(between, BackupPlaces.whole(to), keep, Instant.now());
    }

    private static <T> T value(Environment environment, String name, Class<T> type, String what) {
        try {
            return environment.getRequiredProperty(name, type);
        } catch (RuntimeException e) {
            throw new Refusal(name + " is '" + environment.getProperty(name) + "', but must be " + what + ".", e);
        }
    }

    private static Backup.Originals originals(String word) {
        try {
            return Backup.Originals.valueOf(word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new Refusal(ORIGINALS + " takes all, new or none, not '" + word + "'.", e);
        }
    }

    @EventListener
    void ready(ApplicationReadyEvent event) throws IOException {
        if (event.getApplicationContext() instanceof WebServerApplicationContext) {
            work.state().planned(plan);
            if (plan != null) {
                long look = Math.min(plan.every().toMillis(), LONGEST_LOOK.toMillis());
                clock.scheduleWithFixedDelay(this::look, Math.min(look, 20_000), look, TimeUnit.MILLISECONDS);
            }
        }
    }

    private void look() {
        BackupState.Plan wanted = plan;
        try {
            if (wanted != null && work.state().read().isToBeWritten(Instant.now())) {
                BackupResult result = work.run(new BackupOrder(wanted.to(), originals, List.of(), wanted.keep()), true, line -> { });
                result.lines().forEach(LOG::info);
                result.warnings().forEach(LOG::warn);
            }
        } catch (IOException | SQLException | RuntimeException e) {
            LOG.error("The backup that is due was not written; it is tried again: {}", e.getMessage());
            tell(String.valueOf(e.getMessage()));
        }
    }

    private void tell(String why) {
        try {
            work.state().failed(new BackupState.Failed(Instant.now(), why));
        } catch (IOException e) {
            LOG.error("Nor could that be written down", e);
        }
    }

    @Override
    public void destroy() throws InterruptedException {
        clock.shutdownNow();
        clock.awaitTermination(5, TimeUnit.SECONDS);
    }
}
