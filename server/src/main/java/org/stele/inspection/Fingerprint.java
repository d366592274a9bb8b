package org.stele.inspection;

import java.util.Arrays;
import java.util.List;

/**
 * The perceptual hashes of one picture and of its seven turned and mirrored forms, and how much the picture had to show.
 *
 * @param hashes eight, in the order of {@link Turn}: the first is the picture as it is shown
 * @param quality 0 (one flat colour) to 100; below {@value #TELLING} the hashes say little, since many empty pictures share them
 */
public record Fingerprint(List<PictureHash> hashes, int quality) {
    /** The least quality at which a match is worth a person's look. */
    public static final int TELLING = 50;

    public Fingerprint {
        hashes = List.copyOf(hashes);
        if (hashes.size() != Turn.values().length || quality < 0 || quality > 100) {
            throw new IllegalArgumentException("A fingerprint has eight hashes and a quality of 0 to 100.");
        }
    }

    /** The hash of the picture as it is shown. */
    public PictureHash upright() {
        return hashes.getFirst();
    }

    /** Whether the picture has enough in it for a match to mean something. */
    public boolean telling() {
        return quality >= TELLING;
    }

    /** How far the other picture is from this one in whichever of its eight forms comes nearest: 0 to 256. */
    public int distance(PictureHash other) {
        return hashes.stream().mapToInt(each -> each.distance(other)).min().orElseThrow();
    }

    /** The fingerprint of the same picture after that turn. */
    Fingerprint turned(Turn turn) {
        return new Fingerprint(Arrays.stream(Turn.values()).map(next -> hashes.get(turn.then(next).ordinal())).toList(), quality);
    }
}
