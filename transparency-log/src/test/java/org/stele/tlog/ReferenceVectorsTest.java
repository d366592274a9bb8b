package org.stele.tlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Other people's vectors: the transparency-dev proof probes and a log that Tessera wrote. */
@Tag("reference-data")
class ReferenceVectorsTest {

    static final VerifierKey TESSERA = VerifierKey.parse("example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx");

    static Path data() {
        String named = System.getenv("STELE_REFERENCE_DATA");
        Path folder = named != null ? Path.of(named) : above(Path.of("").toAbsolutePath());
        Assumptions.assumeTrue(folder != null && Files.isDirectory(folder.resolve("tlog")), "no reference data: name its folder in STELE_REFERENCE_DATA");
        return folder.resolve("tlog");
    }

    static Path above(Path from) {
        for (Path folder = from; folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve("shared/data/tlog"))) {
                return folder.resolve("shared/data");
            }
        }
        return null;
    }

    @Test
    void everyProbeOfAProofGetsTheVerdictItWants() throws IOException {
        Map<String, Integer> probes = Map.of("inclusion", 98, "consistency", 98, "subtreeinclusion", 204, "subtreeconsistency", 118);
        for (var kind : probes.entrySet()) {
            List<Path> files;
            try (Stream<Path> found = Files.walk(data().resolve("transparency-dev-merkle/testdata/" + kind.getKey()))) {
                files = found.filter(file -> file.toString().endsWith(".json")).sorted().toList();
            }
            assertThat(files).as(kind.getKey()).hasSize(kind.getValue());
            for (Path file : files) {
                JsonNode probe = JsonMapper.builder().build().readTree(Files.readString(file));
                boolean wanted = !probe.path("wantErr").asBoolean(false);
                assertThat(verdict(kind.getKey(), probe)).as("%s (%s)", file.getFileName(), probe.path("desc").asString()).isEqualTo(wanted);
            }
        }
    }

    private static boolean verdict(String kind, JsonNode probe) {
        try {
            List<Hash> proof = new ArrayList<>();
            probe.path("proof").forEach(hash -> proof.add(Hash.of(Base64.getDecoder().decode(hash.asString()))));
            return switch (kind) {
                case "inclusion" -> Proofs.verifyInclusion(hash(probe, "leafHash"), number(probe, "leafIdx"), number(probe, "treeSize"), proof, hash(probe, "root"));
                case "consistency" -> Proofs.verifyConsistency(number(probe, "size1"), hash(probe, "root1"), number(probe, "size2"), hash(probe, "root2"), proof);
                case "subtreeinclusion" -> Proofs.isSubtree(number(probe, "start"), number(probe, "end"))
                        && Proofs.verifyInclusion(hash(probe, "leafHash"), number(probe, "leafIdx") - number(probe, "start"),
                                number(probe, "end") - number(probe, "start"), proof, hash(probe, "root"));
                default -> Proofs.verifySubtree(number(probe, "start"), number(probe, "end"), hash(probe, "root1"), number(probe, "size"), hash(probe, "root2"), proof);
            };
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Hash hash(JsonNode probe, String field) {
        byte[] bytes = Base64.getDecoder().decode(probe.path(field).asString(""));
        // Some probes give words such as "don't care" for a root; what is asked there is whether the two are the same.
        return bytes.length == Hash.SIZE || bytes.length == 0 ? Hash.of(bytes) : Hash.leaf(bytes);
    }

    /** The probes hold numbers up to 2^64; what does not fit is no size of any tree here. */
    private static long number(JsonNode probe, String field) {
        BigInteger number = probe.path(field).bigIntegerValue();
        return number.bitLength() > 63 ? -1 : number.longValueExact();
    }

    @Test
    void aLogThatTesseraWroteReadsAndIsWrittenTheSameHere() throws IOException {
        Path log = data().resolve("tessera-log/testdata/log");
        Range range = Range.empty();
        List<byte[]> entries = EntryBundle.read(Files.readAllBytes(log.resolve("tile/entries/000.p/15")));
        Hash[] leaves = entries.stream().map(Hash::leaf).toArray(Hash[]::new);
        for (int size = 0; size <= 15; size++) {
            if (size > 0) {
                range.append(leaves[size - 1]);
            }
            String written = Files.readString(log.resolve("checkpoint." + size));
            Note note = Note.parse(written);
            Checkpoint checkpoint = Checkpoint.parse(note.text());
            assertThat(note.written()).isEqualTo(written);
            assertThat(note.signedBy(TESSERA)).isTrue();
            assertThat(checkpoint).isEqualTo(new Checkpoint("example.com/log/testdata", size, range.root()));
        }
        MemoryTiles tiles = new MemoryTiles();
        Log ours = Log.open(tiles, SignerKey.generate("example.com/log/ours", Algorithm.ED25519));
        IntStream.range(0, 15).forEach(index -> ours.append(entries.subList(index, index + 1)));
        for (int width = 1; width <= 15; width++) {
            for (String path : List.of("tile/0/000.p/" + width, "tile/entries/000.p/" + width)) {
                assertThat(tiles.read(path).orElseThrow()).as(path).isEqualTo(Files.readAllBytes(log.resolve(path)));
            }
        }
        assertThat(new String(entries.getFirst(), StandardCharsets.UTF_8)).isEqualTo("one");
    }
}
