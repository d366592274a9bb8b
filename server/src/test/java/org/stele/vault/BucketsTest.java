package org.stele.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.RepeatedTest;

class BucketsTest {

    /** Else a store that refuses for a moment would be told as one that says nothing, and why it refused would be lost. */
    @RepeatedTest(20)
    void askingAStoreAgainTakesLessThanThePatienceItIsGiven() {
        for (Duration patience : new Duration[] {Duration.ofMillis(200), Duration.ofSeconds(3), Duration.ofSeconds(60), Duration.ofMinutes(10)}) {
            var again = Buckets.askingAgain(patience);
            Duration waited = Duration.ZERO;
            for (int attempt = 1; attempt < again.maxAttempts(); attempt++) {
                waited = waited.plus(Buckets.pause(patience).computeDelay(attempt));
            }
            assertThat(waited).isPositive().isLessThanOrEqualTo(patience.dividedBy(4));
        }
    }
}
