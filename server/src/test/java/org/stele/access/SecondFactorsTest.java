package org.stele.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.stele.database.TestDatabase;
import org.stele.keys.Keyring;

class SecondFactorsTest {
    static final TestDatabase DATABASE = TestDatabase.fresh();
    static final String PASSWORD = "four words apart here";

    @TempDir
    static Path folder;

    Instant now = Instant.parse("2020-11-30T12:00:10Z");
    final By by = new By("the tester", "to try it");
    final Accounts accounts = new Accounts(DATABASE.source());
    final SecondFactors factors = new SecondFactors(accounts, DATABASE.source(), new StaticListableBeanFactory(java.util.Map.of("keys", Keyring.open(folder)))
            .getBeanProvider(Keyring.class), () -> now);

    byte[] secret(String account) {
        accounts.add(account, Role.RESEARCHER, PASSWORD, by);
        byte[] secret = SecondFactors.newSecret();
        factors.confirm(account, secret, Totp.code(secret, Totp.step(now)), by);
        now = now.plus(Duration.ofMinutes(5));
        return secret;
    }

    @Test
    void aCodeIsGoodOnceAndNoneBeforeItIsGoodAfterIt() {
        byte[] secret = secret("second-once");
        String before = Totp.code(secret, Totp.step(now) - 1);
        String code = Totp.code(secret, Totp.step(now));

        assertThat(factors.takes("second-once", code)).isTrue();
        assertThat(factors.takes("second-once", code)).isFalse();
        assertThat(factors.takes("second-once", before)).as("one that somebody saw and was not used").isFalse();
        now = now.plusSeconds(30);
        assertThat(factors.takes("second-once", Totp.code(secret, Totp.step(now)))).isTrue();
    }

    @Test
    void theCodeThatSetsAnAppUpDoesNotLetInAsWell() {
        accounts.add("second-setup", Role.RESEARCHER, PASSWORD, by);
        byte[] secret = SecondFactors.newSecret();
        String code = Totp.code(secret, Totp.step(now));

        assertThatThrownBy(() -> factors.confirm("second-setup", secret, "12345", by)).isInstanceOf(NotDone.class);
        assertThat(accounts.find("second-setup").orElseThrow().enrolled()).isFalse();
        assertThat(factors.confirm("second-setup", secret, code, by).enrolled()).isTrue();
        assertThat(factors.takes("second-setup", code)).isFalse();
    }

    @Test
    void sentManyTimesAtOnceACodeLetsInOnce() throws Exception {
        byte[] secret = secret("second-race");
        List<String> codes = factors.newRecoveryCodes("second-race", by);

        assertThat(taken("second-race", Totp.code(secret, Totp.step(now)))).isEqualTo(1);
        assertThat(taken("second-race", codes.getFirst())).isEqualTo(1);
        assertThat(factors.recoveryCodesLeft("second-race")).isEqualTo(RecoveryCodes.NUMBER - 1);
    }

    private long taken(String account, String code) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Callable<Boolean>> attempts = IntStream.range(0, 24).mapToObj(n -> (Callable<Boolean>) () -> factors.takes(account, code)).toList();
            long taken = 0;
            for (var each : threads.invokeAll(attempts)) {
                taken += each.get() ? 1 : 0;
            }
            return taken;
        }
    }

    @Test
    void codesOfOneAccountLetNobodyElseIn() {
        byte[] secret = secret("second-mine");
        List<String> codes = factors.newRecoveryCodes("second-mine", by);
        secret("second-other");

        assertThat(factors.takes("second-other", Totp.code(secret, Totp.step(now)))).isFalse();
        assertThat(factors.takes("second-other", codes.getFirst())).isFalse();
        assertThat(factors.takes("second-nobody", codes.getFirst())).isFalse();
        assertThat(factors.takes("second-mine", " " + codes.getFirst().replace("-", "").toUpperCase())).as("typed without care").isTrue();
    }

    @Test
    void theDatabaseHoldsNeitherSecretsNorCodes() {
        byte[] secret = secret("second-kept");
        List<String> codes = factors.newRecoveryCodes("second-kept", by);

        byte[] kept = DATABASE.sql().sql("select secret from authenticator where account = 'second-kept'").query(byte[].class).single();
        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain(new String(secret, StandardCharsets.ISO_8859_1))
                .doesNotContain(java.util.Base64.getEncoder().encodeToString(secret)).doesNotContain(Totp.base32(secret));
        assertThat(DATABASE.sql().sql("select string_agg(code_sha256, ' ') from recovery_code").query(String.class).single()).doesNotContain(codes);
        assertThat(accounts.events("second-kept").toString()).doesNotContain(codes).doesNotContain(Totp.base32(secret));
    }

    @Test
    void aSecretThatWasCopiedToAnotherAccountOpensNothing() {
        secret("second-from");
        byte[] mine = secret("second-to");
        DATABASE.sql().sql("update authenticator set secret = (select secret from authenticator where account = 'second-from') where account = 'second-to'").update();

        assertThatThrownBy(() -> factors.takes("second-to", Totp.code(mine, Totp.step(now)))).isInstanceOf(org.stele.keys.WrongKey.class);
    }

    @Test
    void everyChangeEndsTheSessionsBegunBefore() {
        secret("second-change");
        int before = accounts.find("second-change").orElseThrow().generation();
        SecondFactors.Enrolled enrolled = factors.enrol("second-change", by);

        assertThat(accounts.find("second-change").orElseThrow().generation()).isGreaterThan(before);
        assertThat(enrolled.address()).contains(enrolled.key());
        assertThat(factors.takes("second-change", enrolled.recoveryCodes().getLast())).isTrue();
        assertThat(accounts.events("second-change")).extracting(AccountEvent::what).containsExactly("added as researcher", "set up an authenticator",
                "given an authenticator and recovery codes", "used a recovery code, 9 left");
    }
}
