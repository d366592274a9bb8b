package org.stele.tlog;

/** Kinds of note signature that Stele makes and checks. */
public enum Algorithm {
    /** Ed25519 over the text: a log signs its checkpoints so. */
    ED25519(1),
    /** Ed25519 over the time and the text: a witness cosigns so (C2SP tlog-cosignature). */
    COSIGNATURE(4);

    private final byte code;

    Algorithm(int code) {
        this.code = (byte) code;
    }

    /** The byte that stands for it in keys. */
    byte code() {
        return code;
    }

    static Algorithm of(byte code) {
        for (Algorithm algorithm : values()) {
            if (algorithm.code == code) {
                return algorithm;
            }
        }
        throw new IllegalArgumentException("Keys of type " + code + " are not known here");
    }
}
