package org.stele.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ProofsTest {
    static final Instant NINE = Instant.parse("2020-11-30T09:00:00Z");
    static final Instant TEN = Instant.parse("2020-11-30T10:00:00Z");

    @Test
    void aPasskeyLetsInAndAPasswordOnlyWithACode() {
        assertThat(Proofs.of(Proof.PASSKEY, NINE).areEnough()).isTrue();
        assertThat(Proofs.of(Proof.PASSWORD, NINE).areEnough()).isFalse();
        assertThat(Proofs.of(Proof.CODE, NINE).areEnough()).isFalse();
        assertThat(Proofs.of(Proof.PASSWORD, NINE).and(Proof.CODE, NINE).areEnough()).isTrue();
    }

    @Test
    void aFurtherProofIsAddedAndTakesNoneAway() {
        Proofs all = Proofs.of(Proof.PASSWORD, NINE).and(Proof.CODE, NINE).and(Proof.PASSKEY, TEN);

        assertThat(all.at()).containsEntry(Proof.PASSWORD, NINE).containsEntry(Proof.CODE, NINE).containsEntry(Proof.PASSKEY, TEN);
        assertThat(all.began()).isEqualTo(NINE);
    }

    @Test
    void onlyTheDeviceOfTheLastTenMinutesIsFresh() {
        Proofs proofs = Proofs.of(Proof.PASSWORD, NINE).and(Proof.CODE, NINE);

        assertThat(proofs.areFresh(NINE.plus(Duration.ofMinutes(10)))).isTrue();
        assertThat(proofs.areFresh(NINE.plus(Duration.ofMinutes(10)).plusMillis(1))).isFalse();
        assertThat(proofs.and(Proof.PASSWORD, TEN).areFresh(TEN)).as("a password alone").isFalse();
        assertThat(proofs.and(Proof.CODE, TEN).areFresh(TEN)).isTrue();
        assertThat(Proofs.of(Proof.CODE, TEN).areFresh(TEN)).as("what would not let in").isFalse();
    }

    @Test
    void twelveHoursAreTheLongestHoweverBusy() {
        Proofs busy = Proofs.of(Proof.PASSKEY, NINE).and(Proof.PASSKEY, NINE.plus(Duration.ofHours(11)));

        assertThat(busy.haveRunOut(NINE.plus(Duration.ofHours(12)))).isFalse();
        assertThat(busy.haveRunOut(NINE.plus(Duration.ofHours(12)).plusMillis(1))).isTrue();
    }
}
