package org.stele.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {

    /** RFC 6238, appendix B: the secrets are these digits, as many as the digest has bytes. */
    static final String DIGITS = "1234567890".repeat(7);

    @ParameterizedTest
    @CsvSource({
        "59,94287082,46119246,90693936", "1111111109,07081804,68084774,25091201", "1111111111,14050471,67062674,99943326",
        "1234567890,89005924,91819424,93441116", "2000000000,69279037,90698825,38618901", "20000000000,65353130,77737706,47863826"})
    void givesTheCodesOfTheStandard(long second, String sha1, String sha256, String sha512) {
        long step = Totp.step(Instant.ofEpochSecond(second));

        assertThat(Totp.code(secret(20), step, 8, "HmacSHA1")).isEqualTo(sha1);
        assertThat(Totp.code(secret(32), step, 8, "HmacSHA256")).isEqualTo(sha256);
        assertThat(Totp.code(secret(64), step, 8, "HmacSHA512")).isEqualTo(sha512);
        assertThat(Totp.code(secret(20), step)).isEqualTo(sha1.substring(2));
    }

    @ParameterizedTest
    @CsvSource({"'',''", "f,MY", "fo,MZXQ", "foo,MZXW6", "foob,MZXW6YQ", "fooba,MZXW6YTB", "foobar,MZXW6YTBOI"})
    void writesSecretsAsRfc4648Does(String text, String base32) {
        assertThat(Totp.base32(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(base32);
    }

    @RepeatedTest(100)
    void aCodeIsKnownHalfAMinuteEarlyAndLateAndNoLonger(RepetitionInfo run) {
        Random random = new Random(run.getCurrentRepetition());
        byte[] secret = new byte[20];
        random.nextBytes(secret);
        long step = random.nextLong(60_000_000);
        Instant now = Instant.ofEpochSecond(step * Totp.SECONDS + random.nextInt(Totp.SECONDS));
        List<String> known = List.of(Totp.code(secret, step - 1), Totp.code(secret, step), Totp.code(secret, step + 1));

        assertThat(known).allSatisfy(code -> assertThat(Authenticators.stepOf(secret, code, now)).isPresent());
        for (long away : new long[] {-3, -2, 2, 3}) {
            String far = Totp.code(secret, step + away);
            assertThat(Authenticators.stepOf(secret, far, now).isPresent()).isEqualTo(known.contains(far));
        }
    }

    @Test
    void anAppReadsTheSecretFromTheQrCode() throws Exception {
        byte[] secret = secret(20);
        String address = SecondFactors.address("amal", secret);

        assertThat(address).isEqualTo("otpauth://totp/Stele:amal?secret=" + Totp.base32(secret) + "&issuer=Stele");
        assertThat(QrReader.read(QrCode.svg(address, "a \"title\" <b>"))).isEqualTo(address);
    }

    private static byte[] secret(int bytes) {
        return DIGITS.substring(0, bytes).getBytes(StandardCharsets.US_ASCII);
    }
}
