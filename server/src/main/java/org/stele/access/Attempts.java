package org.stele.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.LockedException;

/**
 * Holds up guessing. Five failures for one account from one address, thirty from one address or a hundred for one account close
 * that door for a quarter of an hour; so a stranger elsewhere cannot easily lock a colleague out. Kept in memory: a restart forgets.
 */
final class Attempts {

    private static final Duration REST = Duration.ofMinutes(15);
    private static final int REMEMBERED = 50_000;
    private static final int LONGEST_NAME = 40;

    private final InstantSource clock;
    private final Map<Door, Failures> failures = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Door, Failures> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** Whose failures are counted together; an absent part stands for any. */
    private record Door(@Nullable String account, @Nullable String address, int most) {

        /** A name too long for any account is nobody's, and not worth remembering. */
        static List<Door> of(String account, String address) {
            Door anyAccount = new Door(null, address, 30);
            return account.length() > LONGEST_NAME ? List.of(anyAccount) : List.of(new Door(account, address, 5), anyAccount, new Door(account, null, 100));
        }
    }

    private record Failures(int number, Instant last) {
    }

    Attempts(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Counts an attempt as failed until {@link #succeeded} takes it back: were it counted only when the password was found wrong,
     * any number of attempts could be under way at once.
     *
     * @throws LockedException while the door is closed; the attempt is not counted then
     */
    synchronized void begin(String account, String address) {
        List<Door> doors = Door.of(account, address);
        if (doors.stream().anyMatch(door -> number(door) >= door.most)) {
            throw new LockedException("Too many attempts");
        }
        for (Door door : doors) {
            Failures next = new Failures(number(door) + 1, clock.instant());
            failures.remove(door);
            failures.put(door, next);
        }
    }

    synchronized void succeeded(String account, String address) {
        for (Door door : Door.of(account, address)) {
            boolean ownDoor = door.account != null && door.address != null;
            failures.computeIfPresent(door, (same, known) -> ownDoor || known.number <= 1 ? null : new Failures(known.number - 1, known.last));
        }
    }

    private int number(Door door) {
        Failures known = failures.get(door);
        return known == null || known.last.plus(REST).isBefore(clock.instant()) ? 0 : known.number;
    }
}
