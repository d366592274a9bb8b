package org.stele.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogTest {

    static final SignerKey KEY = SignerKey.generate("example.org/register", Algorithm.ED25519);

    static List<byte[]> entries(int from, int to) {
        return IntStream.range(from, to).mapToObj(n -> ("entry " + n).getBytes(StandardCharsets.UTF_8)).toList();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void aLogThatGrewInAnyStepsIsTheLogOfItsEntriesAndProvesEveryPartOfItself(long seed) {
        Random random = new Random(seed);
        Log log = Log.open(new MemoryTiles(), KEY);
        List<Checkpoint> past = new ArrayList<>();
        Range range = Range.empty();
        int size = 0;
        while (size < 1200) {
            int next = size + random.nextInt(400);
            assertThat(log.append(entries(size, next))).isEqualTo(size);
            entries(size, next).forEach(entry -> range.append(Hash.leaf(entry)));
            size = next;
            assertThat(log.checkpoint()).isEqualTo(new Checkpoint("example.org/register", size, range.root()));
            past.add(log.checkpoint());
        }
        Checkpoint now = log.checkpoint();
        for (Checkpoint then : past) {
            if (then.size() > 0) {
                assertThat(Proofs.verifyConsistency(then.size(), then.root(), now.size(), now.root(), log.consistency(then.size(), now.size()))).isTrue();
            }
        }
        for (int n = 0; n < 100; n++) {
            int index = random.nextInt(size);
            byte[] entry = log.entry(index);
            assertThat(entry).isEqualTo(("entry " + index).getBytes(StandardCharsets.UTF_8));
            assertThat(Proofs.verifyInclusion(Hash.leaf(entry), index, now.size(), log.inclusion(index, now.size()), now.root())).isTrue();
        }
    }

    @Test
    void tilesOfAnAgeAndWidthAreNamedAsTheSpecificationSays() {
        assertThat(new Tile(0, 1234067, 256).path()).isEqualTo("tile/0/x001/x234/067");
        assertThat(new Tile(1, 0, 17).path()).isEqualTo("tile/1/000.p/17");
        assertThat(new Tile(0, 273, 112).entriesPath()).isEqualTo("tile/entries/273.p/112");
    }

    @Test
    void aLogOf70000EntriesHasTheTilesOfTheSpecificationsExample() {
        MemoryTiles tiles = new MemoryTiles();
        Log.open(tiles, KEY).append(entries(0, 70_000));
        assertThat(tiles.files.keySet().stream().filter(path -> path.startsWith("tile/0/") && !path.contains(".p/")).count()).isEqualTo(273);
        assertThat(tiles.files).containsKeys("tile/0/273.p/112", "tile/1/000", "tile/1/001.p/17", "tile/2/000.p/1");
        assertThat(tiles.files).doesNotContainKeys("tile/2/000", "tile/3/000.p/1");
    }

    @Test
    void aLogOnDiskIsOpenedAgainAndGoesOn(@TempDir Path folder) {
        Log.open(new FileTiles(folder), KEY).append(entries(0, 300));
        Log again = Log.open(new FileTiles(folder), KEY);
        assertThat(again.append(entries(300, 301))).isEqualTo(300);
        assertThat(again.checkpoint().size()).isEqualTo(301);
        assertThat(folder.resolve("tile/0/000")).hasSize(8192);
    }

    @Test
    void aTileOfWhichOneBitWasChangedIsNoticedAtTheNextOpening() {
        MemoryTiles tiles = new MemoryTiles();
        Log.open(tiles, KEY).append(entries(0, 600));
        for (String path : List.of("tile/0/000.p/1", "tile/1/000.p/2", "tile/0/002.p/88")) {
            byte[] bytes = tiles.files.get(path);
            if (bytes == null) {
                continue;
            }
            bytes[5] ^= 1;
            assertThatThrownBy(() -> Log.open(tiles, KEY)).as(path).hasMessageContaining("do not give the root");
            bytes[5] ^= 1;
        }
        Log.open(tiles, KEY);
    }

    @Test
    void aCheckpointOfAnotherKeyIsRefused() {
        MemoryTiles tiles = new MemoryTiles();
        Log.open(tiles, KEY).append(entries(0, 3));
        assertThatThrownBy(() -> Log.open(tiles, SignerKey.generate("example.org/register", Algorithm.ED25519))).hasMessageContaining("not signed");
    }

    @Test
    void anEntryThatIsTooLongIsRefusedAndNothingIsAppended() {
        Log log = Log.open(new MemoryTiles(), KEY);
        assertThatThrownBy(() -> log.append(List.of(new byte[3], new byte[EntryBundle.LONGEST + 1]))).hasMessageContaining("65535");
        assertThat(log.checkpoint().size()).isZero();
        assertThat(log.append(List.of(new byte[EntryBundle.LONGEST]))).isZero();
        assertThat(log.entry(0)).hasSize(EntryBundle.LONGEST);
    }

    @Test
    void aProofFileProvesItsEntryOfflineAndNoOther() {
        Log log = Log.open(new MemoryTiles(), KEY);
        log.append(entries(0, 777));
        SignerKey witness = SignerKey.generate("witness.example", Algorithm.COSIGNATURE);
        Note checkpoint = log.signedCheckpoint().orElseThrow();
        checkpoint = checkpoint.with(witness.sign(checkpoint, java.time.Instant.ofEpochSecond(1_606_780_800)));
        String written = new ProofFile(500, log.inclusion(500, 777), checkpoint).written();
        ProofFile proof = ProofFile.parse(written);
        assertThat(proof.written()).isEqualTo(written);
        assertThat(proof.proves("entry 500".getBytes(StandardCharsets.UTF_8), KEY.verifier())).isTrue();
        assertThat(proof.proves("entry 501".getBytes(StandardCharsets.UTF_8), KEY.verifier())).isFalse();
        assertThat(witness.verifier().cosigned(proof.checkpoint())).contains(java.time.Instant.ofEpochSecond(1_606_780_800));
        assertThat(ProofFile.parse(written.replace("index 500", "index 499")).proves("entry 500".getBytes(StandardCharsets.UTF_8), KEY.verifier())).isFalse();
        assertThat(new ProofFile(0, List.of(), checkpoint).proves(new byte[0], SignerKey.generate("x", Algorithm.ED25519).verifier())).isFalse();
    }
}
