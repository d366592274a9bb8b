package org.stele.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.security.authentication.LockedException;

/**
 * Holds up guessing. Five failures for one account from one address, thirty from one address or a hundred for one account close
 * that door for a quarter of an hour; so a stranger elsewhere cannot easily lock a colleague out. Kept in memory: a restart forgets.
 */
final class Attempts {

    private static final Duration REST = Duration.ofMinutes(15);
    private static final int REMEMBERED = 50_000;

    private final InstantSource clock;
    private final Map<String, Failures> failures = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > REMEMBERED;
        }
    };

    private record Failures(int number, Instant last) {
    }

    Attempts(InstantSource clock) {
        this.clock = clock;
    }

    /** @throws LockedException while the door is closed */
    synchronized void check(String account, String address) {
        if (number(account + " " + address) >= 5 || number(" " + address) >= 30 || number(account) >= 100) {
            throw new LockedException("Too many attempts");
        }
    }

    synchronized void failed(String account, String address) {
        for (String key : new String[] {account + " " + address, " " + address, account}) {
            Failures next = new Failures(number(key) + 1, clock.instant());
            failures.remove(key);
            failures.put(key, next);
        }
    }

    synchronized void succeeded(String account, String address) {
        failures.remove(account + " " + address);
    }

    private int number(String key) {
        Failures known = failures.get(key);
        return known == null || known.last.plus(REST).isBefore(clock.instant()) ? 0 : known.number;
    }
}
