package org.stele.witnessing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stele.ReferenceData;

class TimeStampTest {

    private static final byte[] BYTES = "a checkpoint\n".getBytes();

    @Test
    void aStampStatesItsTimeAndAuthority() throws Exception {
        try (TestAuthority authority = new TestAuthority("Example", KeyPurposeId.id_kp_timeStamping)) {
            TimeStamp stamp = TimeStamp.checked(reply(authority), BYTES, List.of(authority.root));
            assertThat(stamp).isEqualTo(new TimeStamp(authority.at, "CN=Example"));
        }
    }

    @Test
    void aStampOfOtherBytesOrFromAStrangerOrByACertificateForSomethingElseDoesNotHold() throws Exception {
        try (TestAuthority authority = new TestAuthority("Example", KeyPurposeId.id_kp_timeStamping);
                TestAuthority stranger = new TestAuthority("Example", KeyPurposeId.id_kp_timeStamping);
                TestAuthority webServer = new TestAuthority("Example", KeyPurposeId.id_kp_serverAuth)) {
            byte[] reply = reply(authority);
            assertThatThrownBy(() -> TimeStamp.checked(reply, "another\n".getBytes(), List.of(authority.root))).isInstanceOf(NotStamped.class).hasMessageContaining("other bytes");
            assertThatThrownBy(() -> TimeStamp.checked(reply, BYTES, List.of(stranger.root))).isInstanceOf(NotStamped.class);
            assertThatThrownBy(() -> TimeStamp.checked(reply, BYTES, List.of())).isInstanceOf(NotStamped.class);
            assertThatThrownBy(() -> reply(webServer)).as("not even given").isNotNull();
        }
    }

    @Test
    void anyBitOfAReplyThatIsChangedIsEitherFoundOrSaysTheSame() throws Exception {
        try (TestAuthority authority = new TestAuthority("Example", KeyPurposeId.id_kp_timeStamping)) {
            byte[] reply = reply(authority);
            TimeStamp good = TimeStamp.checked(reply, BYTES, List.of(authority.root));
            for (int i = 0; i < reply.length; i++) {
                byte[] bent = reply.clone();
                bent[i] ^= (byte) (1 << i % 8);
                try {
                    assertThat(TimeStamp.checked(bent, BYTES, List.of(authority.root)).at()).as("byte " + i).isEqualTo(good.at());
                } catch (NotStamped found) {
                    assertThat(found).hasMessageContaining(" ");
                }
            }
        }
    }

    @Test
    void opensslAgrees(@TempDir Path folder) throws Exception {
        Assumptions.assumeTrue(Stream.of(System.getenv("PATH").split(":")).anyMatch(each -> Files.isExecutable(Path.of(each, "openssl"))), "Skipped: no openssl on this machine");
        try (TestAuthority authority = new TestAuthority("Example", KeyPurposeId.id_kp_timeStamping)) {
            Files.write(folder.resolve("data"), BYTES);
            Files.write(folder.resolve("stamp.tsr"), reply(authority));
            Files.writeString(folder.resolve("root.pem"), authority.rootAsPem());
            assertThat(openssl(folder)).isZero();
            Files.write(folder.resolve("data"), "another\n".getBytes());
            assertThat(openssl(folder)).isNotZero();
        }
    }

    /** Replies of authorities of the real world; what they stamped is not with them, so the digest in them is given back to them. */
    @Test
    @Tag("reference-data")
    void repliesOfRealAuthoritiesAreUnderstood() throws Exception {
        Path folder = ReferenceData.path("rfc3161/tests/data/timestamping");
        int understood = 0;
        for (String name : List.of("digicert.tsr", "rfc3161-client-issue-104.tsr", "self_signed.tsr", "valid_timestamp.tsr")) {
            byte[] reply = Files.readAllBytes(folder.resolve(name));
            TimeStampResponse response = new TimeStampResponse(reply);
            List<X509Certificate> certificates = new ArrayList<>();
            for (var each : response.getTimeStampToken().getCertificates().getMatches(null)) {
                certificates.add(new JcaX509CertificateConverter().getCertificate((org.bouncycastle.cert.X509CertificateHolder) each));
            }
            assertThat(certificates).as(name).isNotEmpty();
            assertThatThrownBy(() -> TimeStamp.checked(reply, BYTES, certificates)).as(name).isInstanceOf(NotStamped.class).hasMessageContaining("other bytes");
            understood++;
        }
        assertThat(understood).isEqualTo(4);
    }

    private static byte[] reply(TestAuthority authority) throws Exception {
        TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
        generator.setCertReq(true);
        return authority.reply(generator.generate(TSPAlgorithms.SHA256, MessageDigest.getInstance("SHA-256").digest(BYTES), java.math.BigInteger.TEN).getEncoded());
    }

    private static int openssl(Path folder) throws Exception {
        return new ProcessBuilder("openssl", "ts", "-verify", "-in", "stamp.tsr", "-data", "data", "-CAfile", "root.pem", "-attime",
                Long.toString(java.time.Instant.parse("2026-03-02T00:00:00Z").getEpochSecond())).directory(folder.toFile())
                .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
    }
}
