package org.stele.ocfl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ocfl.api.OcflRepository;
import io.ocfl.api.model.ObjectVersionId;
import io.ocfl.api.model.ValidationResults;
import io.ocfl.core.OcflRepositoryBuilder;
import io.ocfl.core.extension.storage.layout.config.HashedNTupleLayoutConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stele.fixity.Digest;

class StorageRootTest {
    private static final String ID = "urn:stele:ev:0190b6a2-6d1c-7f00-8000-000000000001";
    private static final Deed DEED = new Deed(Instant.parse("2020-12-01T10:00:00Z"), "Taken to the disk in the safe", "amal", "urn:stele:account:amal");

    @TempDir
    Path folder;

    @Test
    void anotherProgramFindsEveryObjectSoundAndReadsTheSameBytes() throws IOException {
        byte[] video = new byte[3_000_001];
        new Random(1).nextBytes(video);
        try (StorageRoot root = StorageRoot.open(folder.resolve("disk"), "what this is")) {
            assertThat(root.write(ID, DEED, List.of(Content.fixed("original/فيديو حلب.mp4", out -> out.write(video)),
                    Content.fixed("original/empty", out -> { }),
                    Content.description("provenance/source.json", text("{}")), Content.description("ro-crate-metadata.json", text("{}"))))).isTrue();
            assertThat(root.check(ID)).isEmpty();
        }
        OcflRepository oracle = oracle();
        assertSound(oracle);
        assertThat(oracle.containsObject(ID)).isTrue();
        assertThat(oracle.getObject(ObjectVersionId.head(ID)).getFile("original/فيديو حلب.mp4").getStream().readAllBytes()).isEqualTo(video);
        assertThat(oracle.listObjectIds().toList()).containsExactly(ID);
    }

    @Test
    void aLaterVersionAddsAndTheFirstOneStands() throws IOException {
        try (StorageRoot root = StorageRoot.open(folder.resolve("disk"), "what this is")) {
            root.write(ID, DEED, List.of(Content.fixed("original/a.jpg", out -> out.write(1)), Content.description("ro-crate-metadata.json", text("one"))));
            assertThat(root.write(ID, DEED, List.of(Content.fixed("original/a.jpg", out -> out.write(1)),
                    Content.description("ro-crate-metadata.json", text("one"))))).as("nothing new").isFalse();
            assertThat(root.write(ID, DEED, List.of(Content.fixed("derived/a-small.jpg", out -> out.write(2)),
                    Content.description("ro-crate-metadata.json", text("two"))))).isTrue();
            assertThat(root.names(ID)).containsKeys("original/a.jpg", "derived/a-small.jpg")
                    .containsEntry("ro-crate-metadata.json", Digest.of(text("two")).sha256());
            assertThat(root.check(ID)).isEmpty();
        }
        OcflRepository oracle = oracle();
        assertSound(oracle);
        assertThat(oracle.getObject(ObjectVersionId.version(ID, "v1")).getFiles()).hasSize(2);
        assertThat(new String(oracle.getObject(ObjectVersionId.version(ID, "v1")).getFile("ro-crate-metadata.json").getStream().readAllBytes(),
                StandardCharsets.UTF_8)).isEqualTo("one");
        assertThat(oracle.getObject(ObjectVersionId.version(ID, "v2")).getFiles()).hasSize(3);
    }

    @Test
    void anOriginalIsNeverReplaced() throws IOException {
        try (StorageRoot root = StorageRoot.open(folder.resolve("disk"), "what this is")) {
            root.write(ID, DEED, List.of(Content.fixed("original/a.jpg", out -> out.write(1))));
            assertThatThrownBy(() -> root.write(ID, DEED, List.of(Content.fixed("original/a.jpg", out -> out.write(2)))))
                    .isInstanceOf(IOException.class).hasMessageContaining("cannot become");
            assertThat(root.check(ID)).isEmpty();
            assertThat(root.names(ID)).containsEntry("original/a.jpg", Digest.of(new byte[] {1}).sha256());
        }
        assertSound(oracle());
    }

    @Test
    void aWriteThatFailsHalfWayLeavesNothing() throws IOException {
        try (StorageRoot root = StorageRoot.open(folder.resolve("disk"), "what this is")) {
            assertThatThrownBy(() -> root.write(ID, DEED, List.of(Content.fixed("original/a.jpg", out -> {
                out.write(1);
                throw new IOException("the source went away");
            })))).hasMessageContaining("went away");
            assertThat(root.holds(ID)).isFalse();
            assertThat(root.write(ID, DEED, List.of(Content.fixed("original/a.jpg", out -> out.write(1))))).isTrue();
        }
        assertThat(folder.resolve("disk/.stele-writing")).doesNotExist();
        assertSound(oracle());
    }

    @Test
    void aVersionCutOffAtItsLastStepIsBroughtToItsEnd() throws IOException {
        Path object;
        byte[] inventory;
        byte[] sidecar;
        try (StorageRoot root = StorageRoot.open(folder.resolve("disk"), "what this is")) {
            root.write(ID, DEED, List.of(Content.fixed("original/a.jpg", out -> out.write(1))));
            object = root.object(ID);
            inventory = Files.readAllBytes(object.resolve("inventory.json"));
            sidecar = Files.readAllBytes(object.resolve("inventory.json.sha256"));
            root.write(ID, DEED, List.of(Content.fixed("derived/b.jpg", out -> out.write(2))));
        }
        for (boolean sidecarToo : List.of(true, false)) {
            Files.write(object.resolve("inventory.json"), inventory);
            if (sidecarToo) {
                Files.write(object.resolve("inventory.json.sha256"), sidecar);
            }
            try (StorageRoot root = StorageRoot.open(folder.resolve("disk"), "what this is")) {
                assertThat(root.check(ID)).isNotEmpty();
                assertThat(root.names(ID)).containsKeys("original/a.jpg", "derived/b.jpg");
                assertThat(root.check(ID)).isEmpty();
            }
            assertSound(oracle());
        }
    }

    /** Each is a fault that the other program finds as well. */
    @Test
    void everyKindOfDamageIsFound() throws IOException {
        Map<String, Damage> damages = Map.of(
                "a byte turned", object -> turn(object.resolve("v1/content/original/a.jpg")),
                "a file lost", object -> Files.delete(object.resolve("v1/content/original/a.jpg")),
                "a file added", object -> Files.writeString(object.resolve("v1/content/original/b.jpg"), "b"),
                "a file added beside", object -> Files.writeString(object.resolve("note.txt"), "b"),
                "the inventory changed", object -> Files.writeString(object.resolve("inventory.json"),
                        Files.readString(object.resolve("inventory.json")).replace("amal", "omar")),
                "the sidecar changed", object -> turn(object.resolve("inventory.json.sha256")),
                "the sidecar lost", object -> Files.delete(object.resolve("inventory.json.sha256")),
                "the declaration lost", object -> Files.delete(object.resolve("0=ocfl_object_1.1")),
                "the inventory lost", object -> Files.delete(object.resolve("inventory.json")),
                "a version lost", object -> {
                    try (Stream<Path> all = Files.walk(object.resolve("v2"))) {
                        for (Path each : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                            Files.delete(each);
                        }
                    }
                });
        int number = 0;
        for (Map.Entry<String, Damage> damage : damages.entrySet()) {
            Path disk = folder.resolve("disk-" + number++);
            try (StorageRoot root = StorageRoot.open(disk, "what this is")) {
                root.write(ID, DEED, List.of(Content.fixed("original/a.jpg", out -> out.write("some bytes of a picture".getBytes(StandardCharsets.UTF_8)))));
                root.write(ID, DEED, List.of(Content.fixed("derived/a.jpg", out -> out.write("fewer".getBytes(StandardCharsets.UTF_8)))));
                damage.getValue().to(root.object(ID));
                assertThat(root.check(ID)).as(damage.getKey()).isNotEmpty();
                assertThat(foundByTheOther(disk)).as("the other program on: " + damage.getKey()).isTrue();
            }
        }
    }

    @Test
    void aFolderOfOtherThingsIsRefusedAndLeftAsItWas() throws IOException {
        Path photos = Files.createDirectory(folder.resolve("photos"));
        Files.writeString(photos.resolve("holiday.jpg"), "x");
        assertThatThrownBy(() -> StorageRoot.open(photos, "")).isInstanceOf(NotAStorageRoot.class).hasMessageContaining("holiday.jpg");
        try (Stream<Path> left = Files.list(photos)) {
            assertThat(left).hasSize(1);
        }
    }

    @Test
    void twoAtOnceAreRefused() throws IOException {
        try (StorageRoot root = StorageRoot.open(folder.resolve("disk"), "")) {
            assertThatThrownBy(() -> StorageRoot.open(folder.resolve("disk"), "")).isInstanceOf(NotAStorageRoot.class).hasMessageContaining("another process");
            assertThat(root.ids()).isEmpty();
        }
    }

    @Test
    void namesAreMadeFitForEveryDisk() {
        assertThat(PortableName.of("../../etc/passwd")).isEqualTo("_.._etc_passwd");
        assertThat(PortableName.of("CON.txt")).isEqualTo("_CON.txt");
        assertThat(PortableName.of("a\u202egpj.exe")).isEqualTo("a_gpj.exe");
        assertThat(PortableName.of(" . ")).isEqualTo("file");
        assertThat(PortableName.of("شهادة.pdf")).isEqualTo("شهادة.pdf");
        assertThat(PortableName.of("x".repeat(500) + ".mp4").length()).isEqualTo(150);
        assertThat(PortableName.of("ش".repeat(500) + ".mp4")).endsWith(".mp4");
        Random random = new Random(5);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder name = new StringBuilder();
            for (int j = random.nextInt(90); j > 0; j--) {
                name.append((char) (random.nextInt(4) == 0 ? random.nextInt(0x10000) : random.nextInt(0x80)));
            }
            String fit = PortableName.of(name.toString());
            assertThat(PortableName.of(fit)).as("made fit once is fit: %s", name).isEqualTo(fit);
            assertThat(fit).doesNotContain("/", "\\", "\0").isNotEmpty();
            assertThat(fit.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(152);
        }
    }

    private interface Damage {
        void to(Path object) throws IOException;
    }

    private static void turn(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 4;
        Files.write(file, bytes);
    }

    private OcflRepository oracle() throws IOException {
        return oracle(folder.resolve("disk"));
    }

    private OcflRepository oracle(Path disk) throws IOException {
        return new OcflRepositoryBuilder().defaultLayoutConfig(new HashedNTupleLayoutConfig()).storage(storage -> storage.fileSystem(disk))
                .workDir(Files.createDirectories(folder.resolve("oracle-work"))).build();
    }

    private static void assertSound(OcflRepository oracle) {
        ValidationResults results = oracle.validateObject(ID, true);
        assertThat(results.getErrors()).isEmpty();
        // SHA-512 is what the layout would rather see; SHA-256 is what the rest of the archive is proven by.
        assertThat(results.getWarnings().stream().map(issue -> issue.getCode().name()).toList()).isSubsetOf("W004");
    }

    private boolean foundByTheOther(Path disk) throws IOException {
        try {
            return oracle(disk).validateObject(ID, true).hasErrors();
        } catch (RuntimeException e) {
            return true;
        }
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
