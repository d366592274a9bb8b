package org.stele.access;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.LockedException;

class AttemptsTest {
    Instant now = Instant.parse("2020-11-01T00:00:00Z");
    final Attempts attempts = new Attempts(() -> now);

    void fail(int times, String account, String address) {
        for (int i = 0; i < times; i++) {
            attempts.failed(account, address);
        }
    }

    @Test
    void fiveFailuresCloseTheDoorForAQuarterOfAnHour() {
        fail(4, "amal", "10.0.0.1");
        assertThatCode(() -> attempts.check("amal", "10.0.0.1")).doesNotThrowAnyException();
        fail(1, "amal", "10.0.0.1");
        assertThatThrownBy(() -> attempts.check("amal", "10.0.0.1")).isInstanceOf(LockedException.class);

        now = now.plus(Duration.ofMinutes(16));
        assertThatCode(() -> attempts.check("amal", "10.0.0.1")).doesNotThrowAnyException();
    }

    @Test
    void aStrangerElsewhereDoesNotLockAColleagueOut() {
        fail(20, "amal", "10.0.0.9");

        assertThatCode(() -> attempts.check("amal", "10.0.0.1")).doesNotThrowAnyException();
    }

    @Test
    void oneAddressTryingManyNamesIsHeldUp() {
        for (int i = 0; i < 30; i++) {
            attempts.failed("name" + i, "10.0.0.9");
        }

        assertThatThrownBy(() -> attempts.check("another", "10.0.0.9")).isInstanceOf(LockedException.class);
        assertThatCode(() -> attempts.check("another", "10.0.0.1")).doesNotThrowAnyException();
    }

    @Test
    void aSuccessForgetsTheSlipsBefore() {
        fail(4, "amal", "10.0.0.1");
        attempts.succeeded("amal", "10.0.0.1");
        fail(4, "amal", "10.0.0.1");

        assertThatCode(() -> attempts.check("amal", "10.0.0.1")).doesNotThrowAnyException();
    }
}
