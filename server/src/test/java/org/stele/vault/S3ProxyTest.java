package org.stele.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three locations in another maker's store, which checks our signatures and digests by its own code. */
class S3ProxyTest {

    @TempDir
    static Path data;

    static S3Proxy proxy;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        proxy = S3Proxy.start(Files.createDirectories(data.resolve("proxy")), "key", "secret");
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (proxy != null) {
            proxy.close();
        }
    }

    @Test
    void copiesInThreeBucketsAreWrittenReadBackMendedAndRestored() throws IOException {
        List<Path> buckets = List.of(proxy.bucket("one"), proxy.bucket("two"), proxy.bucket("three"));
        try (Archive archive = new Archive(Files.createDirectories(data.resolve("archive")))) {
            Copies copies = archive.copies(plan(proxy.endpoint()), java.time.Duration.ofSeconds(30));
            archive.add(5, 1);
            byte[] video = new byte[2 * Bucket.PART + 777];
            new Random(1).nextBytes(video);
            Blob large = archive.add(video);

            assertThat(archive.replicate(copies).troubles()).isEmpty();

            assertThat(copies.status().well()).as(copies.status().troubles().toString()).isTrue();
            for (Path bucket : buckets) {
                for (Blob blob : archive.blobs) {
                    assertThat(Archive.right(bucket.resolve("vault"), blob)).isTrue();
                }
            }
            Archive.rot(Archive.file(buckets.get(1).resolve("vault"), large), new Random(2));
            Files.delete(Archive.file(buckets.get(2).resolve("vault"), archive.blobs.getFirst()));
            for (Blob blob : archive.blobs) {
                Files.delete(Archive.file(archive.main.path(), blob));
            }

            CopyReport report = archive.checkAll(copies);

            assertThat(report.troubles()).isEmpty();
            assertThat(report.work().get("main").repaired()).isEqualTo(6);
            assertThat(report.work().get("two").repaired()).isEqualTo(1);
            assertThat(report.work().get("three").repaired()).isEqualTo(1);
            for (Blob blob : archive.blobs) {
                assertThat(Archive.right(archive.main.path(), blob)).isTrue();
            }
            try (Stream<Path> kept = Files.list(buckets.get(1).resolve("vault/quarantine"))) {
                assertThat(kept).hasSize(1);
            }
        }
    }

    @Test
    void wrongCredentialsAreAwayWithAReason() throws IOException {
        proxy.bucket("one");
        try (Archive archive = new Archive(Files.createDirectories(data.resolve("archive-2")))) {
            Copies copies = archive.copies(plan(proxy.endpoint()).replace("env:STORE}", "env:OTHER}"));
            archive.add(1, 3);
            assertThat(archive.replicate(copies).away().get("one")).contains("403");
        }
    }

    /** One store that knows one key stands for three: the plan would refuse the same key twice, so it is named by three variables. */
    private static String plan(String endpoint) {
        StringBuilder plan = new StringBuilder("policy: {copies: 4, places: 3, offline: 0}\nmain: {place: office}\nlocations:\n");
        String[] names = {"one", "two", "three"};
        String[] keys = {"STORE", "STORE2", "STORE3"};
        for (int i = 0; i < names.length; i++) {
            plan.append("  - {name: %s, kind: s3, endpoint: \"%s\", bucket: %s, prefix: vault, place: %s, credentials: env:%s}\n"
                    .formatted(names[i], endpoint, names[i], "town-" + names[i], keys[i]));
        }
        return plan.toString();
    }
}
