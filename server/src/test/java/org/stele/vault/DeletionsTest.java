package org.stele.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stele.database.Refusal;

class DeletionsTest {

    @TempDir
    Path data;

    Archive archive;
    LyingStore store;
    Path nas;
    Path disk;
    Copies copies;
    Blob blob;

    @BeforeEach
    void open() throws IOException {
        archive = new Archive(data);
        store = new LyingStore();
        nas = archive.folder("nas");
        disk = archive.folder("disk");
        copies = archive.copies("""
                policy: {copies: 4, places: 3, offline: 1, deletion-days: 14}
                main: {place: office}
                locations:
                  - {name: nas, kind: folder, path: %s, place: office}
                  - {name: safe, kind: disk, path: %s, place: bank}
                  - {name: far, kind: s3, endpoint: "%s", bucket: copies, place: abroad, credentials: env:STORE, lock-days: 30}
                """.formatted(nas, disk, store.endpoint()));
        copies.prepare("safe", false);
        archive.add(3, 1);
        archive.replicate(copies);
        blob = archive.blobs.getFirst();
    }

    @AfterEach
    void close() {
        store.close();
        archive.close();
    }

    @Test
    void oneWhoAsksCannotAgree() {
        Deletion asked = copies.deletions().ask(null, java.util.List.of(blob.id()), "amal", "judgement 12/2020");
        for (String same : new String[] {"amal", " Amal ", "AMAL"}) {
            assertThatThrownBy(() -> copies.deletions().agree(asked.id(), same)).isInstanceOf(Refusal.class).hasMessageContaining("Another person");
        }
        // Not even past the program: the database itself refuses.
        assertThatThrownBy(() -> archive.database.sql().sql("update deletion set agreed_by = 'Amal', agreed_at = now(), due_at = now() + interval '1 day'").update());
        assertThatThrownBy(() -> copies.deletions().ask(null, java.util.List.of(blob.id()), "omar", "the same again")).isInstanceOf(Refusal.class);
    }

    @Test
    void nothingHappensBeforeTheDayAndWhoThinksAgainStopsIt() {
        Deletion asked = copies.deletions().ask(null, java.util.List.of(blob.id()), "amal", "judgement 12/2020");
        archive.replicate(copies);
        assertThat(everywhere()).isTrue();
        Deletion agreed = copies.deletions().agree(asked.id(), "omar");
        assertThat(agreed.due()).isAfter(agreed.agreedAt().plusSeconds(13 * 86400L));
        archive.replicate(copies);
        assertThat(everywhere()).isTrue();
        assertThat(archive.database.sql().sql("select count(*) from blob_key where blob = :id").param("id", blob.id()).query(Long.class).single()).isEqualTo(1);

        copies.deletions().withdraw(asked.id(), "huda", "the judgement was lifted");
        pass(asked.id());
        archive.replicate(copies);
        assertThat(everywhere()).isTrue();
        assertThat(copies.deletions().find(asked.id()).orElseThrow().stage()).isEqualTo("withdrawn");
        assertThat(copies.deletions().ask(null, java.util.List.of(blob.id()), "amal", "another judgement").stage()).isEqualTo("asked");
    }

    @Test
    void whenTheDayHasComeTheKeyGoesAndThenEveryCopyThatCanBeReached() throws IOException {
        Deletion asked = copies.deletions().ask(null, java.util.List.of(blob.id()), "amal", "judgement 12/2020");
        copies.deletions().agree(asked.id(), "omar");
        pass(asked.id());
        Path hidden = data.resolve("away");
        java.nio.file.Files.move(disk, hidden);

        CopyReport report = archive.replicate(copies);

        assertThatThrownBy(() -> archive.vault.open(blob)).isInstanceOf(IOException.class).hasMessageContaining("key").hasMessageContaining("destroyed");
        assertThat(Archive.file(archive.main.path(), blob)).doesNotExist();
        assertThat(Archive.file(nas, blob)).doesNotExist();
        assertThat(report.troubles()).as("locked for a month").anyMatch(each -> each.startsWith("far") && each.contains("could not be destroyed"));
        assertThat(copies.deletions().find(asked.id()).orElseThrow().stage()).isEqualTo("begun");
        assertThat(copies.status().blobs()).isEqualTo(2);

        java.nio.file.Files.move(hidden, disk);
        store.lie(LyingStore.Lie.IGNORES_LOCKS);
        archive.replicate(copies);
        assertThat(Archive.file(disk, blob)).doesNotExist();
        assertThat(store.held()).doesNotContainKey(blob.name().path());
        assertThat(copies.deletions().find(asked.id()).orElseThrow().stage()).isEqualTo("done");
        assertThat(archive.custody.of(blob.id())).filteredOn(event -> event.act() == Act.ERASED).extracting(CustodyEvent::location)
                .containsExactlyInAnyOrder(null, "main", "nas", "safe", "far");
        archive.replicate(copies);
        assertThat(Archive.file(nas, blob)).as("not copied again").doesNotExist();
        assertThat(Archive.right(nas, archive.blobs.get(1))).isTrue();
    }

    @Test
    void anOriginalAndWhatWasMadeFromItAreDecidedOnAsOne() {
        Blob made = archive.blobs.get(1);
        Deletion asked = copies.deletions().ask(7L, java.util.List.of(blob.id(), made.id()), "amal", "judgement 12/2020");
        assertThat(copies.deletions().underWay()).singleElement().matches(each -> each.id() == asked.id() && Long.valueOf(7).equals(each.item()));
        assertThatThrownBy(() -> copies.deletions().ask(null, java.util.List.of(made.id()), "omar", "again")).isInstanceOf(Refusal.class);
        copies.deletions().agree(asked.id(), "omar");
        archive.database.sql().sql("update deletion set agreed_at = agreed_at - interval '20 days', due_at = due_at - interval '20 days'").update();
        archive.replicate(copies);
        for (Blob each : java.util.List.of(blob, made)) {
            assertThatThrownBy(() -> archive.vault.open(each)).isInstanceOf(IOException.class);
            assertThat(Archive.file(nas, each)).doesNotExist();
        }
    }

    private boolean everywhere() {
        try {
            return Archive.right(archive.main.path(), blob) && Archive.right(nas, blob) && Archive.right(disk, blob) && store.held().containsKey(blob.name().path());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The days pass. */
    private void pass(long deletion) {
        archive.database.sql().sql("update deletion set agreed_at = agreed_at - interval '20 days', due_at = due_at - interval '20 days' where batch = :id")
                .param("id", deletion).update();
    }
}
