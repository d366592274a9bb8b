package org.stele.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stele.fixity.Digest;

/** Whoever has one site, its machine and its credentials, destroys what is there and nothing elsewhere: the other site mends it. */
class OneSiteTest {
    static final Map<String, String> KEYS = Map.of("STORE_KEY", "key", "STORE_SECRET", "secret", "OTHER_KEY", "other", "OTHER_SECRET", "secret2");

    @TempDir
    Path data;

    @Test
    void whoHoldsOneSitesCredentialsCanNeitherDeleteNorChangeAtTheOther() throws Exception {
        try (S3Proxy one = S3Proxy.start(Files.createDirectories(data.resolve("one")), "key", "secret");
                S3Proxy two = S3Proxy.start(Files.createDirectories(data.resolve("two")), "other", "secret2");
                Archive archive = new Archive(Files.createDirectories(data.resolve("archive")))) {
            Path here = one.bucket("copies");
            Path there = two.bucket("copies");
            Copies copies = archive.copies("""
                    policy: {copies: 3, places: 3, offline: 0}
                    main: {place: office}
                    locations:
                      - {name: one, kind: s3, endpoint: "%s", bucket: copies, place: berlin, credentials: env:STORE}
                      - {name: two, kind: s3, endpoint: "%s", bucket: copies, place: paris, credentials: env:OTHER}
                    """.formatted(one.endpoint(), two.endpoint()), Duration.ofSeconds(30));
            List<Blob> blobs = archive.add(4, 1);
            assertThat(archive.replicate(copies).troubles()).isEmpty();

            try (Bucket theirs = bucket(one, "STORE"); Bucket notTheirs = bucket(two, "STORE")) {
                for (Blob each : blobs) {
                    assertThatThrownBy(() -> notTheirs.remove(each.name())).isInstanceOf(IOException.class).hasMessageContaining("403");
                    assertThatThrownBy(() -> notTheirs.setAside(each.name(), "gone")).isInstanceOf(IOException.class).hasMessageContaining("403");
                    theirs.remove(each.name());
                }
                byte[] other = new byte[10];
                assertThatThrownBy(() -> notTheirs.put(new BlobName(Digest.of(other).sha256()), 10, new ByteArrayInputStream(other)))
                        .isInstanceOf(IOException.class).hasMessageContaining("403");
            }
            wipe(archive.main.path());
            for (Blob each : blobs) {
                assertThat(Archive.file(here, each)).doesNotExist();
                assertThat(Archive.right(there, each)).as("the other site has them all").isTrue();
            }

            CopyReport report = archive.checkAll(copies);
            assertThat(report.troubles()).isEmpty();
            for (Blob each : blobs) {
                assertThat(Archive.right(archive.main.path(), each)).isTrue();
                assertThat(Archive.right(here, each)).isTrue();
            }
        }
    }

    private static Bucket bucket(S3Proxy proxy, String credentials) {
        return Buckets.open("tried", new PlannedLocation.InBucket(URI.create(proxy.endpoint()), "us-east-1", "copies", "", "env:" + credentials, null), KEYS,
                new Patience(Duration.ofSeconds(30)));
    }

    private static void wipe(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.filter(each -> !each.equals(folder)).sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
