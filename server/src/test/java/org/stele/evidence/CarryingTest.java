package org.stele.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ocfl.api.OcflRepository;
import io.ocfl.api.model.ObjectVersionId;
import io.ocfl.core.OcflRepositoryBuilder;
import io.ocfl.core.extension.storage.layout.config.HashedNTupleLayoutConfig;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.stele.database.Refusal;
import org.stele.database.TestDatabase;
import org.stele.keys.Age;
import org.stele.keys.Identity;
import org.stele.vault.Act;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(webEnvironment = WebEnvironment.NONE)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CarryingTest {

    static final TestDatabase DATABASE = TestDatabase.fresh();
    static final Map<String, String> TOLD = Map.of("kind", "witness", "source", "a neighbour of the family", "obtained-by", "amal", "obtained-at", "2020-11-24",
            "consent", "internal");
    static final String SECRET = "the bytes of a confidential video, which nobody on the road may read";

    @TempDir
    static Path folder;

    @Autowired
    Receiving receiving;

    @Autowired
    Items items;

    @Autowired
    Carrying carrying;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        DATABASE.register(registry);
        registry.add("stele.data", () -> folder.resolve("data").toString());
    }

    @Test
    @Order(1)
    void anotherProgramReadsInClearWhatWasCarriedAndASecondRunOnlyAdds() throws IOException {
        long first = add(SECRET, "شارع.mp4");
        add("a second one", "b.jpg");
        Path disk = folder.resolve("disk-clear");

        Carried carried = carry(disk, new Wrapping.Clear());

        assertThat(carried.added()).isEqualTo(2);
        assertThat(carried.failed()).isEmpty();
        OcflRepository oracle = oracle(disk);
        List<String> ids = oracle.listObjectIds().sorted().toList();
        assertThat(ids).hasSize(2).allSatisfy(id -> assertThat(oracle.validateObject(id, true).getErrors()).isEmpty());
        String id = ids.stream().filter(each -> each.endsWith(":ev:" + first)).findFirst().orElseThrow();
        assertThat(text(oracle, id, "original/شارع.mp4")).isEqualTo(SECRET);
        JsonNode source = JsonMapper.builder().build().readTree(text(oracle, id, "provenance/source.json"));
        assertThat(source.get("received").get(0).get("source").asString()).isEqualTo("a neighbour of the family");
        JsonNode crate = JsonMapper.builder().build().readTree(text(oracle, id, "ro-crate-metadata.json"));
        assertThat(crate.get("@graph").get(0).get("conformsTo").get("@id").asString()).isEqualTo("https://w3id.org/ro/crate/1.1");
        assertThat(crate.get("@graph").findValuesAsString("sha256")).contains(items.blob(items.current(first).record()).sha256());
        assertThat(items.chain(items.current(first))).extracting(event -> event.act() + " " + event.location())
                .containsSubsequence("EXPORTED null", "COPIED disk test");

        assertThat(carry(disk, new Wrapping.Clear())).matches(each -> each.unchanged() == 2 && each.added() + each.extended() == 0 && each.bytes() == 0);

        long made = derive(first);
        add("a third one", "c.jpg");
        Carried again = carry(disk, new Wrapping.Clear());
        assertThat(again.added()).isEqualTo(1);
        assertThat(again.extended()).isEqualTo(1);
        assertThat(again.unchanged()).isEqualTo(1);
        OcflRepository later = oracle(disk);
        assertThat(later.listObjectIds().toList()).hasSize(3).allSatisfy(each -> assertThat(later.validateObject(each, true).getErrors()).isEmpty());
        assertThat(later.getObject(ObjectVersionId.head(id)).getObjectVersionId().getVersionNum().toString()).isEqualTo("v2");
        assertThat(text(later, id, "original/شارع.mp4")).isEqualTo(SECRET);
        assertThat(text(later, id, "derived/" + made + "-a still")).isEqualTo("a still of it");
        assertThat(later.getObject(ObjectVersionId.version(id, "v1")).getFiles()).hasSize(3);
        assertThat(Carrying.check(disk, done -> { })).isEmpty();
        assertThatThrownBy(() -> carry(disk, new Wrapping.Sealed(List.of(Identity.generate().recipient())))).isInstanceOf(Refusal.class).hasMessageContaining("in clear");
    }

    @Test
    @Order(2)
    void aSealedDiskTellsNothingToWhoFindsItAndEverythingToWhomItIsFor() throws IOException {
        add(SECRET, "شارع.mp4");
        Identity trustee = Identity.generate();
        Path disk = folder.resolve("disk-sealed");

        Carried carried = carry(disk, new Wrapping.Sealed(List.of(trustee.recipient())));

        assertThat(carried.failed()).isEmpty();
        OcflRepository oracle = oracle(disk);
        assertThat(oracle.listObjectIds().toList()).isNotEmpty().allSatisfy(id -> assertThat(oracle.validateObject(id, true).getErrors()).isEmpty());
        String sha256 = items.blob(items.current(1).record()).sha256();
        try (Stream<Path> all = Files.walk(disk)) {
            for (Path each : all.filter(Files::isRegularFile).toList()) {
                String found = each + new String(Files.readAllBytes(each), StandardCharsets.UTF_8);
                assertThat(found).as(each.toString()).doesNotContain("neighbour", "شارع", SECRET, sha256, "amal", "for the safe");
            }
        }
        String id = oracle.listObjectIds().filter(each -> each.endsWith(":ev:1")).findFirst().orElseThrow();
        assertThat(opened(oracle, id, "original/1.age", trustee)).isEqualTo(SECRET);
        assertThat(opened(oracle, id, "provenance/source.json.age", trustee)).contains("a neighbour of the family");
        assertThat(opened(oracle, id, "content.json.age", trustee)).contains("شارع.mp4", sha256);
        assertThatThrownBy(() -> opened(oracle, id, "original/1.age", Identity.generate())).isInstanceOf(IOException.class);

        assertThat(carry(disk, new Wrapping.Sealed(List.of(trustee.recipient())))).matches(each -> each.added() + each.extended() == 0 && each.bytes() == 0);
        add("again from another", "x.jpg");
        assertThat(carry(disk, new Wrapping.Sealed(List.of(trustee.recipient()))).added()).isEqualTo(1);
        assertThat(Carrying.check(disk, done -> { })).isEmpty();
    }

    @Test
    @Order(3)
    void damageOnADiskIsFoundAndFoldersOfOtherThingsAreRefused() throws IOException {
        Path disk = folder.resolve("disk-clear");
        Path file;
        try (Stream<Path> all = Files.walk(disk)) {
            file = all.filter(each -> each.toString().contains("original/b.jpg")).findFirst().orElseThrow();
        }
        Files.writeString(file, "a secone one");
        assertThat(Carrying.check(disk, done -> { })).singleElement().asString().contains("original/b.jpg").contains("but was written with");
        assertThatThrownBy(() -> Carrying.check(folder, done -> { })).hasMessageContaining("no OCFL storage root");
        assertThatThrownBy(() -> carry(folder, new Wrapping.Clear())).hasMessageContaining("holds other things");
    }

    /** The fault suite cuts runs off in truth; here the chain of custody knows nothing of this disk, as after such a run. */
    @Test
    @Order(4)
    void whatARunLeftThatWasCutOffIsReadWholeAndToldByTheNextOne() throws IOException {
        long whole = add("carried, and not told of", "whole.jpg");
        long damaged = add("carried, and damaged since", "damaged.jpg");
        Path disk = folder.resolve("disk-cut-off");
        carry(disk, new Wrapping.Clear());
        Path claim = disk.resolve("stele-carried.json");
        Files.writeString(claim, Files.readString(claim).replace("\"test\"", "\"cut off\""));
        try (Stream<Path> all = Files.walk(disk)) {
            Files.writeString(all.filter(each -> each.endsWith("original/damaged.jpg")).findFirst().orElseThrow(), "carried, and damaged sinse");
        }

        Carried next = carrying.carry(disk, new Wrapping.Clear(), "cut off", "amal", "for the safe", (done, total) -> { });

        assertThat(next.failed()).singleElement().asString().contains("item " + damaged, "not sound", "original/damaged.jpg");
        assertThat(next.added() + next.extended()).isZero();
        assertThat(copiesTold(whole)).containsExactly("disk test", "disk cut off");
        assertThat(copiesTold(damaged)).containsExactly("disk test");
        carrying.carry(disk, new Wrapping.Clear(), "cut off", "amal", "for the safe", (done, total) -> { });
        assertThat(copiesTold(whole)).as("told once").containsExactly("disk test", "disk cut off");
    }

    private List<String> copiesTold(long item) {
        return items.chain(items.current(item)).stream().filter(each -> each.act() == Act.COPIED).map(each -> String.valueOf(each.location())).toList();
    }

    private long add(String text, String fileName) throws IOException {
        return receiving.add(new Submission(Provenance.of(TOLD, fileName), null, null, true, List.of(), "amal", "to try"),
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), taken -> { }).item();
    }

    private long derive(long original) throws IOException {
        return receiving.derive(new Derivative(original, Form.PHOTO, "a still", "one frame, by hand", "amal", "to show"),
                new ByteArrayInputStream("a still of it".getBytes(StandardCharsets.UTF_8))).item();
    }

    private Carried carry(Path disk, Wrapping wrapping) throws IOException {
        return carrying.carry(disk, wrapping, "test", "amal", "for the safe", (done, total) -> { });
    }

    private static String opened(OcflRepository oracle, String id, String path, Identity identity) throws IOException {
        try (var in = Age.open(oracle.getObject(ObjectVersionId.head(id)).getFile(path).getStream(), List.of(identity))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String text(OcflRepository oracle, String id, String path) throws IOException {
        return new String(oracle.getObject(ObjectVersionId.head(id)).getFile(path).getStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static OcflRepository oracle(Path disk) throws IOException {
        return new OcflRepositoryBuilder().defaultLayoutConfig(new HashedNTupleLayoutConfig()).storage(storage -> storage.fileSystem(disk))
                .workDir(Files.createDirectories(folder.resolve("oracle-work"))).build();
    }
}
