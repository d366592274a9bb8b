package org.stele.inspection;

import java.util.List;

/**
 * A picture's hash sorted into four times 64 bits by what mirroring does to them: a bit stands for a wave along rows and columns, and a
 * mirrored wave is the same wave or its opposite. So the hashes of a picture's four mirrored forms are nearly the same 64 bits each time, or
 * all of them the other way round; only bits near the median differ.
 *
 * @param steady  bits that no mirroring turns
 * @param crossed bits that mirroring of either rows or columns turns, and both together do not
 * @param rows    bits that mirroring of rows turns
 * @param columns bits that mirroring of columns turns
 */
record Waves(long steady, long crossed, long rows, long columns) {
    private static final long EVEN_ROWS = 0x0000_ffff_0000_ffffL;
    private static final long EVEN_COLUMNS = 0x5555_5555_5555_5555L;

    static Waves of(PictureHash hash) {
        return new Waves(sorted(hash, ~EVEN_ROWS & ~EVEN_COLUMNS), sorted(hash, EVEN_ROWS & EVEN_COLUMNS), sorted(hash, EVEN_ROWS & ~EVEN_COLUMNS),
                sorted(hash, ~EVEN_ROWS & EVEN_COLUMNS));
    }

    private static long sorted(PictureHash hash, long bits) {
        return Long.compress(hash.first(), bits) << 48 | Long.compress(hash.second(), bits) << 32 | Long.compress(hash.third(), bits) << 16
                | Long.compress(hash.fourth(), bits);
    }

    /** How many of the 256 bits differ. */
    int distance(long otherSteady, long otherCrossed, long otherRows, long otherColumns) {
        return Long.bitCount(steady ^ otherSteady) + Long.bitCount(crossed ^ otherCrossed) + Long.bitCount(rows ^ otherRows)
                + Long.bitCount(columns ^ otherColumns);
    }

    /**
     * By how many of the steady and crossed bits a mirrored form may be off what these say of it.
     *
     * @param mirrored  the hashes of this picture's four mirrored forms, as they really are
     * @param positions of each of them the turn it was made by
     */
    int slack(List<Waves> mirrored, List<Turn> positions) {
        int most = 0;
        for (int n = 0; n < mirrored.size(); n++) {
            Waves form = mirrored.get(n);
            long opposite = positions.get(n).mirrorsRows != positions.get(n).mirrorsColumns ? -1 : 0;
            most = Math.max(most, Long.bitCount(form.steady ^ steady) + Long.bitCount(form.crossed ^ crossed ^ opposite));
        }
        return most;
    }
}
