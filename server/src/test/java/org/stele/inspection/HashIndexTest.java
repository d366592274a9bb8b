package org.stele.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HashIndexTest {
    private final Random random = new Random(20201130);

    private PictureHash any() {
        return new PictureHash(random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong());
    }

    /** The same with so many bits changed, no bit twice. */
    private PictureHash near(PictureHash hash, int bits) {
        var words = new long[] {hash.first(), hash.second(), hash.third(), hash.fourth()};
        random.ints(0, 256).distinct().limit(bits).forEach(bit -> words[bit >> 6] ^= 1L << (bit & 63));
        return new PictureHash(words[0], words[1], words[2], words[3]);
    }

    /** Forms of a picture that was drawn, whose hashes belong together as they really do. */
    private static Fingerprint drawn(long seed) {
        return PdqTest.of(Drawn.scene(seed, 200, 150));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2047", "3, 2048", "4, 2049", "5, 5000", "6, 100", "7, 4096", "8, 3000"})
    void itFindsExactlyWhatComparingEachWithEachFinds(long seed, int count) {
        Fingerprint unlike = new Fingerprint(List.of(any(), any(), any(), any(), any(), any(), any(), any()), 100);
        for (Fingerprint asked : List.of(drawn(seed), unlike)) {
            var index = new HashIndex();
            List<PictureHash> all = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                PictureHash hash = i % 3 == 0 ? near(asked.hashes().get(i % 8), i / 3 % 80) : any();
                all.add(hash);
                index.add(i, hash);
            }
            assertThat(index.size()).isEqualTo(count);
            for (int distance : List.of(0, 1, 30, 31, 32, 64, 256)) {
                List<HashIndex.Match> plain = new ArrayList<>();
                for (int i = 0; i < all.size(); i++) {
                    int found = asked.distance(all.get(i));
                    if (found <= distance) {
                        plain.add(new HashIndex.Match(i, found));
                    }
                }
                plain.sort(Comparator.comparingInt(HashIndex.Match::distance).thenComparingLong(HashIndex.Match::key));
                assertThat(index.within(asked, distance)).as("distance %d", distance).isEqualTo(plain);
            }
        }
    }

    @Test
    void aKeyWithSeveralHashesIsNamedOnceByItsNearest() {
        var index = new HashIndex();
        Fingerprint asked = drawn(1);
        index.add(7, near(asked.upright(), 20));
        index.add(7, near(asked.upright(), 5));
        index.add(8, near(asked.upright(), 11));
        assertThat(index.within(asked, 31)).containsExactly(new HashIndex.Match(7, 5), new HashIndex.Match(8, 11));
    }

    @Test
    void aPictureIsFoundHoweverTheOtherWasTurned() {
        var index = new HashIndex();
        for (Turn turn : Turn.values()) {
            index.add(turn.ordinal(), PdqTest.of(Drawn.turned(Drawn.scene(11, 640, 480), turn)).upright());
        }
        index.add(100, PdqTest.of(Drawn.scene(12, 640, 480)).upright());
        assertThat(index.within(PdqTest.of(Drawn.scene(11, 320, 240)), PictureHash.ALIKE)).extracting(HashIndex.Match::key)
                .containsExactlyInAnyOrder(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L);
    }

    @Test
    void aMillionHashesAreSearchedInMilliseconds() {
        var index = new HashIndex();
        for (int i = 0; i < 1_000_000; i++) {
            index.add(i, any());
        }
        Fingerprint asked = drawn(11);
        index.add(-1, near(asked.hashes().get(Turn.QUARTER_LEFT.ordinal()), 25));
        List<Long> taken = new ArrayList<>();
        for (int round = 0; round < 100; round++) {
            long start = System.nanoTime();
            assertThat(index.within(asked, PictureHash.ALIKE)).extracting(HashIndex.Match::key).containsExactly(-1L);
            taken.add(System.nanoTime() - start);
        }
        taken.sort(null);
        System.out.printf("1,000,000 hashes, a picture in all eight positions: median %.2f ms, 95 of 100 below %.2f ms%n", taken.get(50) / 1e6, taken.get(94) / 1e6);
        assertThat(taken.getFirst()).as("nanoseconds, where nothing else ran").isLessThan(10_000_000);
    }
}
