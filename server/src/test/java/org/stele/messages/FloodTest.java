package org.stele.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** What holds off floods, at a clock of the test's. */
class FloodTest {

    Instant now = Instant.parse("2020-11-24T10:15:00Z");
    final InstantSource clock = () -> now;
    final FormLimits limits = new FormLimits(3, 1_000, 10_000, 120, 1_200, 8, Duration.ofSeconds(3), Duration.ofHours(12));

    @RepeatedTest(200)
    void noAllowanceEverGivesMoreThanItsBurstAndItsRate() {
        long seed = System.nanoTime();
        Random dice = new Random(seed);
        double most = 1 + dice.nextInt(50);
        double perHour = 1 + dice.nextInt(2_000);
        Allowance allowance = new Allowance(most, perHour, clock);
        Instant start = now;
        double taken = 0;
        for (int step = 0; step < 500; step++) {
            now = now.plusMillis(dice.nextInt(20_000));
            double amount = 1 + dice.nextInt(3);
            Duration wait = allowance.until(amount);
            boolean given = allowance.take(amount);
            assertThat(given).as("seed %d", seed).isEqualTo(wait.isZero());
            taken += given ? amount : 0;
            double hours = Duration.between(start, now).toNanos() / (double) TimeUnit.HOURS.toNanos(1);
            assertThat(taken).as("seed %d after %d steps", seed, step).isLessThanOrEqualTo(most + perHour * hours + 1e-5);
        }
    }

    @RepeatedTest(100)
    void whoWaitsAsLongAsToldIsLetIn() {
        Random dice = new Random();
        Allowance allowance = new Allowance(5, 1 + dice.nextInt(500), clock);
        for (int i = 0; i < 20; i++) {
            now = now.plus(allowance.until(1));
            assertThat(allowance.take(1)).isTrue();
        }
    }

    @Test
    void aClockThatIsSetBackGivesNothingAndDoesNotStopTheAllowance() {
        Allowance allowance = new Allowance(2, 3_600, clock);
        assertThat(allowance.take(2)).isTrue();
        now = now.minus(Duration.ofDays(1));
        assertThat(allowance.take(1)).isFalse();
        now = now.plusSeconds(1);
        assertThat(allowance.take(1)).isTrue();
    }

    @Test
    void aFloodOfWorkersLeavesTheLaneOfThoseWithoutScriptsFree() {
        Flood flood = new Flood(limits, clock);
        int entered = 0;
        for (int i = 0; i < 10_000; i++) {
            entered += flood.enter(true).isZero() ? 1 : 0;
        }
        assertThat(entered).isEqualTo(120);
        assertThat(flood.enter(true)).isPositive();
        for (int i = 0; i < 12; i++) {
            assertThat(flood.enter(false)).isZero();
        }
        Duration wait = flood.enter(false);
        assertThat(wait).isPositive().isLessThanOrEqualTo(Duration.ofSeconds(30));
        now = now.plus(wait);
        assertThat(flood.enter(false)).isZero();
    }

    @Test
    void theWorkGrowsWithTheLoadAndShrinksWhenItIsOver() {
        Flood flood = new Flood(limits, clock);
        int before = flood.bits();
        for (int last = before; flood.enter(true).isZero(); last = flood.bits()) {
            assertThat(flood.bits()).isGreaterThanOrEqualTo(last);
        }
        assertThat(before).isEqualTo(8);
        assertThat(flood.bits()).isBetween(15, 16);
        now = now.plus(Duration.ofHours(1));
        assertThat(flood.bits()).isEqualTo(8);
    }

    @Test
    void aTokenIsGoodFromSomeSecondsToSomeHoursAfterItWasIssuedAndForItsReceiptAlone() {
        FormTokens tokens = new FormTokens(new byte[32], clock);
        Receipt receipt = Receipt.fresh();
        FormToken token = tokens.issue(receipt, 8);
        Instant opened = now;

        assertThat(tokens.read(token.text(), receipt)).contains(token);
        assertThat(token.age(opened.plusMillis(2_999), limits)).isEqualTo(FormToken.Age.TOO_SOON);
        assertThat(token.age(opened.plusSeconds(3), limits)).isEqualTo(FormToken.Age.RIGHT);
        assertThat(token.age(opened.plus(Duration.ofHours(12)), limits)).isEqualTo(FormToken.Age.RIGHT);
        assertThat(token.age(opened.plus(Duration.ofHours(12)).plusSeconds(1), limits)).isEqualTo(FormToken.Age.TOO_OLD);
        assertThat(tokens.read(token.text(), Receipt.fresh())).as("for another receipt").isEmpty();
        assertThat(new FormTokens(new byte[] {1, 2, 3}, clock).read(token.text(), receipt)).as("of another register").isEmpty();
    }

    @RepeatedTest(50)
    void aTokenOfWhichAnythingWasChangedIsNone() {
        FormTokens tokens = new FormTokens(new byte[32], clock);
        Receipt receipt = Receipt.fresh();
        String text = tokens.issue(receipt, 14).text();
        Random dice = new Random();
        int at = dice.nextInt(text.length() - 1);
        char other = text.charAt(at) == '7' ? '8' : '7';
        String changed = text.substring(0, at) + other + text.substring(at + 1);
        assertThat(tokens.read(changed, receipt)).as(changed).isEmpty();
        assertThat(tokens.read(text + " ", receipt)).isEmpty();
        assertThat(tokens.read("", receipt)).isEmpty();
    }

    @Test
    void workIsDoneForOneTokenAndHardlyEverByChance() {
        FormTokens tokens = new FormTokens(new byte[32], clock);
        FormToken token = tokens.issue(Receipt.fresh(), 10);
        long number = 0;
        while (!Work.isDone(token, String.valueOf(number))) {
            number++;
        }
        assertThat(Work.isDone(token, String.valueOf(number))).isTrue();
        assertThat(Work.isDone(token, "")).isFalse();
        assertThat(Work.isDone(token, "-1")).isFalse();
        int byChance = 0;
        for (int i = 0; i < 10_000; i++) {
            byChance += Work.isDone(tokens.issue(Receipt.fresh(), 10), "17") ? 1 : 0;
        }
        assertThat(byChance).as("of 10,000 at one in 1,024").isBetween(0, 40);
    }
}
