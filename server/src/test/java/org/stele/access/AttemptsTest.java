package org.stele.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.LockedException;

class AttemptsTest {
    Instant now = Instant.parse("2020-11-01T00:00:00Z");
    final Attempts attempts = new Attempts(() -> now);

    /** Tries in vain, and says how often the door let it try. */
    int fail(int times, String account, String address) {
        int let = 0;
        for (int i = 0; i < times; i++) {
            try {
                attempts.begin(account, address);
                let++;
            } catch (LockedException closed) {
                // the door stays closed
            }
        }
        return let;
    }

    @Test
    void fiveFailuresCloseTheDoorForAQuarterOfAnHour() {
        assertThat(fail(9, "amal", "10.0.0.1")).isEqualTo(5);
        assertThatThrownBy(() -> attempts.begin("amal", "10.0.0.1")).isInstanceOf(LockedException.class);

        now = now.plus(Duration.ofMinutes(16));
        assertThatCode(() -> attempts.begin("amal", "10.0.0.1")).doesNotThrowAnyException();
    }

    @Test
    void attemptsMadeAtOnceAreCountedBeforeThePasswordsAreCompared() {
        // Comparing takes a tenth of a second: whoever sends a hundred requests at once must not get a hundred guesses.
        for (int i = 0; i < 5; i++) {
            attempts.begin("amal", "10.0.0.1");
        }
        assertThatThrownBy(() -> attempts.begin("amal", "10.0.0.1")).isInstanceOf(LockedException.class);
    }

    @Test
    void aStrangerElsewhereDoesNotLockAColleagueOut() {
        fail(20, "amal", "10.0.0.9");

        assertThatCode(() -> attempts.begin("amal", "10.0.0.1")).doesNotThrowAnyException();
    }

    @Test
    void aNameThatEndsInAnAddressDoesNotLockOutWhoComesFromThere() {
        fail(20, "amal 10.0.0.1", "10.0.0.9");

        assertThatCode(() -> attempts.begin("amal", "10.0.0.1")).doesNotThrowAnyException();
    }

    @Test
    void oneAddressTryingManyNamesIsHeldUp() {
        for (int i = 0; i < 30; i++) {
            attempts.begin("name" + i, "10.0.0.9");
        }

        assertThatThrownBy(() -> attempts.begin("another", "10.0.0.9")).isInstanceOf(LockedException.class);
        assertThatCode(() -> attempts.begin("another", "10.0.0.1")).doesNotThrowAnyException();
    }

    @Test
    void aHundredFailuresFromManyAddressesCloseAnAccount() {
        int let = 0;
        for (int i = 0; i < 60; i++) {
            let += fail(4, "amal", "10.0.1." + i);
        }
        assertThat(let).isEqualTo(100);
    }

    @Test
    void aSuccessForgetsTheSlipsBefore() {
        fail(4, "amal", "10.0.0.1");
        attempts.begin("amal", "10.0.0.1");
        attempts.succeeded("amal", "10.0.0.1");

        assertThat(fail(9, "amal", "10.0.0.1")).isEqualTo(5);
    }

    @Test
    void whoeverSignsInOftenIsNotHeldUp() {
        for (int i = 0; i < 500; i++) {
            attempts.begin("amal", "10.0.0.1");
            attempts.succeeded("amal", "10.0.0.1");
        }
    }
}
