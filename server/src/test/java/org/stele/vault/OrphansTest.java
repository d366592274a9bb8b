package org.stele.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stele.database.TestDatabase;
import org.stele.history.Changes;
import org.stele.keys.Compartment;
import org.stele.keys.Keyring;

class OrphansTest {

    static final TestDatabase DATABASE = TestDatabase.fresh();

    @TempDir
    Path data;

    @Test
    void whatNobodyAcknowledgedIsSetAsideAfterItsTimeAndWhatWasAcknowledgedNever() throws IOException {
        Folder folder = new Folder("main", Files.createDirectories(data.resolve("vault")), 0);
        AtomicLong clock = new AtomicLong();
        Orphans orphans = new Orphans(folder, new Blobs(DATABASE.source()), Duration.ofHours(24), clock::get);
        try (Vault vault = new Vault(DATABASE.source(), Keyring.open(data), folder)) {
            Deposit kept = vault.deposit(Compartment.CONFIDENTIAL, new ByteArrayInputStream("kept".getBytes()), taken -> { });
            Blob blob = new Changes(DATABASE.source()).make("test", "to keep", change -> vault.register(change, kept));
            Deposit left = vault.deposit(Compartment.CONFIDENTIAL, new ByteArrayInputStream("left by a killed process".getBytes()), taken -> { });
            Path half = Files.writeString(folder.path().resolve(Folder.INCOMING).resolve("half"), "half");
            for (Path each : new Path[] {folder.file(blob.name()), folder.file(left.blob().name()), half}) {
                Files.setLastModifiedTime(each, java.nio.file.attribute.FileTime.from(Instant.parse("2001-01-01T00:00:00Z")));
            }

            assertThat(orphans.look()).as("however old the files say they are").isEmpty();
            clock.addAndGet(Duration.ofHours(23).toNanos());
            assertThat(orphans.look()).isEmpty();
            clock.addAndGet(Duration.ofHours(2).toNanos());
            assertThat(orphans.look()).containsExactlyInAnyOrder(half, folder.file(left.blob().name()));

            assertThat(folder.path().resolve(Orphans.ASIDE).resolve(left.blob().name().sha256())).as("set aside, not destroyed").exists();
            assertThat(half).doesNotExist();
            assertThat(folder.file(blob.name())).exists();
        }
    }

    @Test
    void whatStillGrowsHasItsTimeBeginAnew() throws IOException {
        Folder folder = new Folder("main", Files.createDirectories(data.resolve("vault")), 0);
        AtomicLong clock = new AtomicLong();
        Orphans orphans = new Orphans(folder, new Blobs(DATABASE.source()), Duration.ofHours(24), clock::get);
        folder.makeDurable(folder.path().resolve(Folder.INCOMING));
        Path growing = Files.writeString(folder.path().resolve(Folder.INCOMING).resolve("growing"), "a");

        assertThat(orphans.look()).isEmpty();
        clock.addAndGet(Duration.ofHours(25).toNanos());
        Files.writeString(growing, "ab");
        assertThat(orphans.look()).isEmpty();
        clock.addAndGet(Duration.ofHours(25).toNanos());
        assertThat(orphans.look()).containsExactly(growing);
    }
}
