package org.stele.evidence;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stele.fixity.Digest;
import org.stele.history.Changes;
import org.stele.history.Version;
import org.stele.keys.LockedCompartment;
import org.stele.ocfl.Content;
import org.stele.ocfl.Deed;
import org.stele.ocfl.StorageRoot;
import org.stele.vault.Act;
import org.stele.vault.Blob;
import org.stele.vault.Custody;
import org.stele.vault.Vault;

/**
 * Writes items to a disk that stands alone: without this program, its database or its keys whoever may read the disk finds every original,
 * where it came from, and digests to prove it by. A second run adds what is new and leaves what is there.
 */
public final class Carrying {
    private static final int PAGE = 200;
    private static final int MOST_FAILURES_IN_A_ROW = 10;
    private static final String CRATE = "ro-crate-metadata.json";
    private static final String CONTENT = "content.json.age";
    private static final String SOURCE = "provenance/source.json";

    private final JdbcClient sql;
    private final Changes changes;
    private final Vault vault;
    private final Custody custody;
    private final Items items;
    private final Reading reading;

    Carrying(DataSource source, Changes changes, Vault vault, Custody custody, Items items, Reading reading) {
        this.sql = JdbcClient.create(source);
        this.changes = changes;
        this.vault = vault;
        this.custody = custody;
        this.items = items;
        this.reading = reading;
    }

    /**
     * Writes what the disk does not hold yet. Every item read for it is recorded before its bytes leave, every one written when it is on the disk.
     *
     * @param label  what the disk is called in the chain of custody
     * @param reason why, for the same
     * @throws org.stele.ocfl.NotAStorageRoot if the folder holds other things
     * @throws IOException if the disk cannot be written to at all; what stands on it is whole
     * @throws LockedCompartment if this machine may not read what it holds
     */
    public Carried carry(Path folder, Wrapping wrapping, String label, String by, String reason, Carried.Progress progress) throws IOException {
        String archive = archive(by, reason);
        try (StorageRoot root = StorageRoot.open(folder, CarriedDisk.readme(wrapping))) {
            String claimed = CarriedDisk.claim(folder, archive, wrapping, label);
            Run run = new Run(root, archive, wrapping, label, claimed, by, reason);
            long total = items.count();
            long below = 0;
            long done = 0;
            for (List<Version<Item>> page = items.latest(below, PAGE); !page.isEmpty(); page = items.latest(below, PAGE)) {
                for (Version<Item> item : page) {
                    run.item(item);
                    progress.at(++done, Math.max(total, done));
                    below = below == 0 ? item.id() : Math.min(below, item.id());
                }
            }
            return run.carried();
        }
    }

    /** The archive's name, made when something is carried for the first time. */
    private String archive(String by, String reason) {
        Optional<String> known = sql.sql("select id from archive").query(String.class).optional();
        return known.orElseGet(() -> changes.make(by, reason, change -> {
            if (change.sql().sql("insert into archive default values on conflict do nothing").update() == 1) {
                change.written("archive", List.of(List.of(true)));
            }
            return change.sql().sql("select id from archive").query(String.class).single();
        }));
    }

    /** One run over all items. */
    private final class Run {
        private final StorageRoot root;
        private final String archive;
        private final Wrapping wrapping;
        private final String label;
        private final Set<String> names;
        private final String by;
        private final String reason;
        private final List<String> failed = new ArrayList<>();
        private int added;
        private int extended;
        private int unchanged;
        private int deleted;
        private int failuresInARow;
        private long bytes;

        Run(StorageRoot root, String archive, Wrapping wrapping, String label, String claimed, String by, String reason) {
            this.root = root;
            this.archive = archive;
            this.wrapping = wrapping;
            this.label = label;
            this.names = Stream.of(label, claimed).map(Run::location).collect(Collectors.toSet());
            this.by = by;
            this.reason = reason;
        }

        Carried carried() {
            return new Carried(added, extended, unchanged, deleted, bytes, failed);
        }

        void item(Version<Item> item) throws IOException {
            Blob blob = items.blob(item.record());
            if (vault.isDestroyed(blob)) {
                deleted++;
                return;
            }
            List<CarriedItem.Part> derived = items.madeFrom(item.id()).stream().map(each -> CarriedItem.derived(each, items.blob(each.record())))
                    .filter(part -> !vault.isDestroyed(part.blob())).toList();
            CarriedItem carried = new CarriedItem("urn:stele:" + archive + ":ev:" + item.id(), item, blob, items.provenances(item.id()), derived);
            try {
                write(carried);
                failuresInARow = 0;
            } catch (IOException e) {
                failed.add("item " + item.id() + ": " + e.getMessage());
                if (++failuresInARow >= MOST_FAILURES_IN_A_ROW || String.valueOf(e.getMessage()).contains("No space left")) {
                    throw new IOException("Item " + item.id() + " could not be written: " + e.getMessage() + ". What stands on the disk is whole; the next run goes on.", e);
                }
            }
        }

        private void write(CarriedItem item) throws IOException {
            Map<String, String> standing = root.names(item.id());
            List<CarriedItem.Part> fresh = item.parts().stream().filter(part -> !stands(part, standing)).toList();
            List<CarriedItem.Part> untold = item.parts().stream().filter(part -> stands(part, standing) && !told(part)).toList();
            List<Content> contents = new ArrayList<>();
            fresh.forEach(part -> contents.add(Content.fixed(path(part), wrapping.wrap(out -> copy(part, out)))));
            contents.addAll(descriptions(item, standing));
            if (contents.isEmpty() && untold.isEmpty()) {
                unchanged++;
                return;
            }
            boolean known = root.holds(item.id());
            boolean written = !contents.isEmpty() && root.write(item.id(), deed(), contents);
            if (!untold.isEmpty()) {
                root.confirm(item.id());
            }
            added += known ? 0 : 1;
            extended += known && written ? 1 : 0;
            unchanged += known && !written ? 1 : 0;
            String how = "OCFL object " + item.id() + (wrapping instanceof Wrapping.Sealed(var to) ? ", sealed to " + to : ", in clear");
            List<Custody.Entry> entries = new ArrayList<>();
            fresh.forEach(part -> entries.add(copied(part, (known ? "added to " : "as ") + how)));
            untold.forEach(part -> entries.add(copied(part, "found whole in " + how + ", as a run wrote it that was cut off")));
            changes.make(by, reason, change -> custody.add(change, entries));
        }

        private Custody.Entry copied(CarriedItem.Part part, String how) {
            return new Custody.Entry(part.blob().id(), part.item(), Act.COPIED, location(label), true, how);
        }

        /** Whether the chain of custody says that a part lies on this disk: not where a run was cut off between the disk and the database. */
        private boolean told(CarriedItem.Part part) {
            return custody.of(part.item(), part.blob().id()).stream()
                    .anyMatch(event -> event.act() == Act.COPIED && names.contains(String.valueOf(event.location())));
        }

        private static String location(String label) {
            return "disk " + label;
        }

        private String path(CarriedItem.Part part) {
            return wrapping instanceof Wrapping.Sealed ? part.sealedPath() : part.path();
        }

        /** What is sealed is never the same twice; but it was read back when it was written, and bytes under one number never change. */
        private boolean stands(CarriedItem.Part part, Map<String, String> standing) {
            String digest = standing.get(path(part));
            return wrapping instanceof Wrapping.Sealed ? digest != null : part.blob().sha256().equals(digest);
        }

        private void copy(CarriedItem.Part part, OutputStream out) throws IOException {
            try (Opened opened = reading.open(part.item(), Act.EXPORTED, by, reason)) {
                Digest.Sum sum = new Digest.Sum();
                byte[] piece = new byte[1 << 20];
                var in = Channels.newInputStream(opened.bytes());
                for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
                    sum.add(piece, 0, count);
                    out.write(piece, 0, count);
                    bytes += count;
                }
                if (!sum.end().sha256().equals(part.blob().sha256())) {
                    throw new IOException("its bytes are no longer those that were received");
                }
            }
        }

        private List<Content> descriptions(CarriedItem item, Map<String, String> standing) throws IOException {
            List<Content> contents = new ArrayList<>();
            if (wrapping instanceof Wrapping.Clear) {
                for (Map.Entry<String, byte[]> each : Map.of(SOURCE, item.source(), CRATE, item.crate()).entrySet()) {
                    if (!Digest.of(each.getValue()).sha256().equals(standing.get(each.getKey()))) {
                        contents.add(Content.description(each.getKey(), each.getValue()));
                    }
                }
            } else if (!marked(item)) {
                byte[] random = new byte[16];
                new SecureRandom().nextBytes(random);
                String salt = HexFormat.of().formatHex(random);
                contents.add(new Content(SOURCE + ".age", true, wrapping.wrap(out -> out.write(item.source()))));
                contents.add(new Content(CONTENT, true, wrapping.wrap(out -> out.write(item.crate()))));
                contents.add(Content.description(CRATE, item.sealedCrate(mark(item, salt))));
            }
            return contents;
        }

        /** Whether the sealed descriptions on the disk are of the item as it is now: a salted digest says so, and tells nobody else anything. */
        private boolean marked(CarriedItem item) throws IOException {
            Optional<Path> crate = root.file(item.id(), CRATE);
            return crate.isPresent() && CarriedDisk.version(Files.readAllBytes(crate.get())).map(mark -> mark.equals(mark(item, mark.split(":")[0]))).orElse(false);
        }

        private static String mark(CarriedItem item, String salt) {
            return salt + ":" + Digest.of((salt + Digest.of(item.crate()).sha256() + Digest.of(item.source()).sha256()).getBytes(StandardCharsets.UTF_8)).sha256();
        }

        /** Who and why stand in the chain of custody; on a sealed disk they would stand open. */
        private Deed deed() {
            boolean sealed = wrapping instanceof Wrapping.Sealed;
            return new Deed(Instant.now().truncatedTo(ChronoUnit.SECONDS), sealed ? "Carried" : reason, sealed ? "Stele" : by, "urn:stele:" + archive);
        }
    }

    /**
     * Reads a whole disk again.
     *
     * @param progress told the number of objects read
     * @return every fault, in words; none if the disk is sound
     */
    public static List<String> check(Path folder, LongConsumer progress) throws IOException {
        return CarriedDisk.check(folder, progress);
    }
}
