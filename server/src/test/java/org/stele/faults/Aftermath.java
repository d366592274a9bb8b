package org.stele.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.stele.evidence.Items;
import org.stele.evidence.Opened;
import org.stele.evidence.Reading;
import org.stele.vault.Act;
import org.stele.vault.Copies;
import org.stele.vault.CopyProgress;
import org.stele.vault.CopyReport;
import org.stele.vault.CustodyEvent;

/** Looks at an archive after something happened to it. */
public final class Aftermath {

    private final OpenArchive archive;
    private final Path vault;

    public Aftermath(OpenArchive archive, Path data) {
        this.archive = archive;
        this.vault = data.resolve("vault");
    }

    /** Every acknowledged item is there and gives back exactly the bytes that were brought. @param kept sample and item */
    public void assertNothingAcknowledgedIsLost(Map<Long, Long> kept) throws IOException {
        for (Map.Entry<Long, Long> each : kept.entrySet()) {
            assertThat(Sample.sha256(read(each.getValue()))).as("sample %d, item %d", each.getKey(), each.getValue())
                    .isEqualTo(new Sample(each.getKey()).sha256());
        }
    }

    /**
     * Every item of which the register knows, acknowledged or not, is whole: provenance, chain of custody, key and bytes.
     *
     * @param after items up to this number were looked at before
     * @return the last item's number
     */
    public long assertNothingIsHalf(long after) throws IOException {
        Items items = archive.get(Items.class);
        List<Long> ids = archive.sql().sql("select distinct id from evidence_item where id > :after order by id").param("after", after).query(Long.class).list();
        for (long id : ids) {
            var item = items.current(id);
            var blob = items.blob(item.record());
            assertThat(items.provenances(id)).as("item %d", id).hasSize(1);
            assertThat(items.chain(item)).as("item %d", id).extracting(CustodyEvent::act).startsWith(Act.RECEIVED, Act.STORED);
            String name = String.valueOf(items.provenances(id).getFirst().record().fileName());
            String sha256 = Sample.sha256(read(id));
            assertThat(sha256).as("item %d", id).isEqualTo(blob.sha256())
                    .isEqualTo(new Sample(Long.parseLong(name.replaceAll("\\D+", ""))).sha256());
        }
        assertThat(archive.sql().sql("""
                select count(*) from blob b where not exists (select from evidence_item e where e.blob = b.id)
                    or not exists (select from blob_key k where k.blob = b.id)""").query(Long.class).single()).as("blobs without an item or a key").isZero();
        return ids.isEmpty() ? after : ids.getLast();
    }

    /** What the rounds of copying and of reading find wrong: nothing. Reads every byte of every copy. Returns how many were read. */
    public long assertNoAlarm() {
        Copies copies = archive.get(Copies.class);
        List<CopyReport> rounds = List.of(copies.replicate(null, "amal", "fault suite", CopyProgress.NONE),
                copies.check(null, true, Duration.ofMinutes(30), "amal", "fault suite", CopyProgress.NONE));
        for (CopyReport each : rounds) {
            assertThat(each.troubles()).isEmpty();
            assertThat(each.work().values()).allSatisfy(work -> {
                assertThat(work.bad()).isZero();
                assertThat(work.repaired()).isZero();
            });
        }
        assertThat(copies.status().lost()).isZero();
        return rounds.getLast().work().values().stream().mapToLong(CopyReport.Work::checked).sum();
    }

    /** Files in the vault that no blob of the register names: they cost room and hurt nobody. */
    public long strays() throws IOException {
        long known = archive.sql().sql("select count(*) from blob").query(Long.class).single();
        try (Stream<Path> all = Files.walk(vault)) {
            return all.filter(Files::isRegularFile).count() - known;
        }
    }

    /** Files that were being written. */
    public long incoming() throws IOException {
        Path incoming = vault.resolve("incoming");
        if (!Files.exists(incoming)) {
            return 0;
        }
        try (Stream<Path> all = Files.list(incoming)) {
            return all.count();
        }
    }

    public byte[] read(long item) throws IOException {
        try (Opened opened = archive.get(Reading.class).open(item, Act.READ, "amal", "fault suite")) {
            return Channels.newInputStream(opened.bytes()).readAllBytes();
        }
    }
}
