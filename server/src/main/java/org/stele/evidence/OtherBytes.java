package org.stele.evidence;

/** The bytes that arrived are not those that the sender announced: something went wrong on the way, and nothing was kept. */
public final class OtherBytes extends RuntimeException {

    private final Fault fault;

    OtherBytes(Registering.Arrival arrival) {
        this(String.valueOf(arrival.submission().provenance().claimedSha256()), arrival.deposit().sha256(), arrival.deposit().length());
    }

    private OtherBytes(String announced, String arrived, long length) {
        super("The bytes that arrived are not those announced: SHA-256 %s was said, %s came (%d bytes). Nothing was kept; send the file again."
                .formatted(announced, arrived, length));
        this.fault = Fault.of("other-bytes", announced, arrived, length);
    }

    /** The same, to be said in any language. */
    Fault fault() {
        return fault;
    }
}
