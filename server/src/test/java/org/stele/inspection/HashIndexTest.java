package org.stele.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

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

    @Test
    void itFindsExactlyWhatComparingEachWithEachFinds() {
        var index = new HashIndex();
        List<PictureHash> all = new ArrayList<>();
        PictureHash asked = any();
        for (int i = 0; i < 3000; i++) {
            PictureHash hash = i % 3 == 0 ? near(asked, i / 3 % 80) : any();
            all.add(hash);
            index.add(i, hash);
        }
        for (int distance : List.of(0, 1, 30, 31, 32, 64, 256)) {
            List<HashIndex.Match> plain = new ArrayList<>();
            for (int i = 0; i < all.size(); i++) {
                int found = all.get(i).distance(asked);
                if (found <= distance) {
                    plain.add(new HashIndex.Match(i, found));
                }
            }
            plain.sort(Comparator.comparingInt(HashIndex.Match::distance).thenComparingLong(HashIndex.Match::key));
            assertThat(index.within(asked, distance)).as("distance %d", distance).isEqualTo(plain);
        }
    }

    @Test
    void aKeyWithSeveralHashesIsNamedOnceByItsNearest() {
        var index = new HashIndex();
        PictureHash asked = any();
        index.add(7, near(asked, 20));
        index.add(7, near(asked, 5));
        index.add(8, near(asked, 11));
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
        PictureHash asked = any();
        index.add(-1, near(asked, 31));
        long best = Long.MAX_VALUE;
        for (int round = 0; round < 60; round++) {
            long start = System.nanoTime();
            assertThat(index.within(asked, PictureHash.ALIKE)).containsExactly(new HashIndex.Match(-1, 31));
            best = Math.min(best, System.nanoTime() - start);
        }
        var eight = new Fingerprint(List.of(any(), any(), any(), any(), any(), any(), any(), asked), 100);
        long bestOfEight = Long.MAX_VALUE;
        for (int round = 0; round < 20; round++) {
            long start = System.nanoTime();
            assertThat(index.within(eight, PictureHash.ALIKE)).hasSize(1);
            bestOfEight = Math.min(bestOfEight, System.nanoTime() - start);
        }
        System.out.printf("1,000,000 hashes: %.2f ms for one hash, %.2f ms for a picture in all eight positions%n", best / 1e6, bestOfEight / 1e6);
        assertThat(best).as("nanoseconds").isLessThan(25_000_000);
    }
}
