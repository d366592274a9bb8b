package org.stele.faults;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.stele.evidence.Provenance;
import org.stele.evidence.Received;
import org.stele.evidence.Receiving;
import org.stele.evidence.Submission;

/**
 * A made-up item: its bytes follow from its number, so that any process can say what they ought to be.
 *
 * @param number stands in its file name
 */
public record Sample(long number) {

    private static final Map<String, String> TOLD = Map.of("kind", "witness", "source", "a neighbour", "obtained-by", "amal", "obtained-at", "2020-11-24",
            "consent", "internal");

    /** Mostly some KiB; now and then a few bytes, or so many that two threads encrypt them. No two samples have the same. */
    public byte[] bytes() {
        Random dice = new Random(number * 7919);
        int size = switch (dice.nextInt(20)) {
            case 0 -> Long.BYTES;
            case 1 -> (1 << 20) + dice.nextInt(2 << 20);
            case 2, 3 -> dice.nextInt(300_000);
            default -> 20 + dice.nextInt(20_000);
        };
        byte[] bytes = new byte[size];
        dice.nextBytes(bytes);
        for (int i = 0; i < Long.BYTES; i++) {
            bytes[i] = (byte) (number >> 8 * i);
        }
        return bytes;
    }

    public String sha256() {
        return sha256(bytes());
    }

    public Received addTo(Receiving receiving) throws IOException {
        return receiving.add(new Submission(Provenance.of(TOLD, "sample-" + number + ".jpg"), null, null, false, List.of(), "amal", "fault suite"),
                new ByteArrayInputStream(bytes()), taken -> { });
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
