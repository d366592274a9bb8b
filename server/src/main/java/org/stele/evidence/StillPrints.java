package org.stele.evidence;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.stele.inspection.Fingerprint;
import org.stele.inspection.PictureHash;
import org.stele.inspection.Still;
import org.stele.inspection.Turn;

/** The fingerprints of a film's stills as one value of a table: of each, its quality and its eight hashes. */
final class StillPrints {
    private static final int HASH = 4 * Long.BYTES;
    private static final int LENGTH = 1 + Turn.values().length * HASH;

    private StillPrints() {
    }

    static byte[] bytes(List<Still> stills) {
        ByteBuffer bytes = ByteBuffer.allocate(stills.size() * LENGTH);
        for (Still still : stills) {
            bytes.put((byte) still.fingerprint().quality());
            for (PictureHash hash : still.fingerprint().hashes()) {
                bytes.putLong(hash.first()).putLong(hash.second()).putLong(hash.third()).putLong(hash.fourth());
            }
        }
        return bytes.array();
    }

    /** @throws IllegalArgumentException if it is not what {@link #bytes} wrote */
    static List<Fingerprint> read(byte[] value) {
        if (value.length % LENGTH != 0) {
            throw new IllegalArgumentException("Fingerprints of stills take " + LENGTH + " bytes each; these are " + value.length);
        }
        ByteBuffer bytes = ByteBuffer.wrap(value);
        List<Fingerprint> prints = new ArrayList<>();
        while (bytes.hasRemaining()) {
            int quality = bytes.get();
            List<PictureHash> hashes = new ArrayList<>();
            for (int n = 0; n < Turn.values().length; n++) {
                hashes.add(new PictureHash(bytes.getLong(), bytes.getLong(), bytes.getLong(), bytes.getLong()));
            }
            prints.add(new Fingerprint(hashes, quality));
        }
        return prints;
    }

    static int count(byte[] value) {
        return value.length / LENGTH;
    }
}
