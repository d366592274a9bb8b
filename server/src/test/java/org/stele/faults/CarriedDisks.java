package org.stele.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.stele.database.TestDatabase;
import org.stele.evidence.Carried;
import org.stele.evidence.Carrying;
import org.stele.evidence.Derivative;
import org.stele.evidence.Form;
import org.stele.evidence.Items;
import org.stele.evidence.Receiving;
import org.stele.evidence.Wrapping;
import org.stele.vault.Act;

/** An archive of two items carried to a disk, and after that a third and something made from the first: the next carry adds and extends. */
final class CarriedDisks implements AutoCloseable {

    private final TestDatabase database = TestDatabase.fresh();
    private final OpenArchive archive;
    private final Path data;
    private final Path before;
    private final Map<Long, Sample> items = new TreeMap<>();
    private final long extended;
    private final String derived;
    private final List<Long> added;

    /** @param last the number of the third item's sample: how large it is depends on it */
    CarriedDisks(Path folder, long last) throws IOException {
        data = Files.createDirectory(folder.resolve("data"));
        before = folder.resolve("carried-before");
        archive = new OpenArchive(database.login(), data);
        extended = add(new Sample(7001));
        add(new Sample(7002));
        assertThat(carry(before).added()).isEqualTo(2);
        long third = add(new Sample(last));
        byte[] still = new Sample(8001).bytes();
        derived = Sample.sha256(still);
        long made = archive.get(Receiving.class).derive(new Derivative(extended, Form.PHOTO, "sample-8001.jpg",
                "one frame, by hand", "amal", "fault suite"),
                new ByteArrayInputStream(still)).item();
        added = List.of(third, made);
    }

    private long add(Sample sample) throws IOException {
        long item = sample.addTo(archive.get(Receiving.class)).item();
        items.put(item, sample);
        return item;
    }

    /** Another program on the same archive. */
    Victim victim() throws IOException {
        return new Victim(data, database);
    }

    /** The disk as it was carried before. */
    Path copyOfDisk(Path to) throws IOException {
        try (Stream<Path> all = Files.walk(before)) {
            for (Path each : all.toList()) {
                Files.copy(each, to.resolve(before.relativize(each)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        return to;
    }

    Carried carry(Path disk) throws IOException {
        return archive.get(Carrying.class).carry(disk, new Wrapping.Clear(), disk.getFileName().toString(), "amal", "fault suite",
                (at, of) -> { });
    }

    /**
     * What was carried before has its bytes still, and nothing that stands on the disk is unsound but for one thing: the description of the
     * item that is being extended is two files, the inventory and its digest, which cannot be put in place in one step.
     *
     * @return whether it stood between those steps
     */
    boolean assertCarriedBeforeStands(Path disk, String when) throws IOException {
        Map<String, String> found = digests(disk);
        items.values().stream().limit(2)
                .forEach(each -> assertThat(found).as(when).containsEntry("sample-" + each.number() + ".jpg", each.sha256()));
        List<String> faults = Carrying.check(disk, done -> { });
        assertThat(faults).as(when).allMatch(each -> each.contains(":ev:" + extended + ":"))
                .allMatch(each -> each.contains("inventory.json") || each.contains("v2"));
        return !faults.isEmpty();
    }

    /** The next carry brings all to its end: every item, what was made from one, and the chain of custody says that they were copied. */
    void assertNextCarryEndsIt(Path disk, String when) throws IOException {
        assertThat(carry(disk).failed()).as(when).isEmpty();
        assertAllCarried(disk, when);
        assertThat(disk.resolve(".stele-writing")).as("what was being written %s", when).doesNotExist();
    }

    /** Every item and what was made from one is on the disk and sound, and the chain of custody says once that it was copied. */
    void assertAllCarried(Path disk, String when) throws IOException {
        assertThat(Carrying.check(disk, done -> { })).as(when).isEmpty();
        Map<String, String> found = digests(disk);
        Items register = archive.get(Items.class);
        items.values().forEach(each -> assertThat(found).as(when).containsEntry("sample-" + each.number() + ".jpg", each.sha256()));
        assertThat(found).as(when).containsValue(derived);
        for (long fresh : added) {
            assertThat(register.chain(register.current(fresh))).as("custody of item %d, %s", fresh, when)
                    .filteredOn(each -> each.act() == Act.COPIED && ("disk " + disk.getFileName()).equals(each.location())).hasSize(1);
        }
    }

    /** The SHA-256 of every original and of everything made from one, by the sample's name. */
    private static Map<String, String> digests(Path disk) throws IOException {
        Map<String, String> found = new TreeMap<>();
        try (Stream<Path> all = Files.walk(disk)) {
            for (Path each : all.filter(file -> Files.isRegularFile(file) && file.getFileName().toString().contains("sample-")
                    && !file.startsWith(disk.resolve(".stele-writing"))).toList()) {
                found.put(each.getFileName().toString(), Sample.sha256(Files.readAllBytes(each)));
            }
        }
        return found;
    }

    @Override
    public void close() {
        archive.close();
        database.close();
    }
}
