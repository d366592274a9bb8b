package org.stele.messages;

import java.math.BigInteger;
import org.stele.fixity.Digest;

/**
 * Work a browser does before it sends: it looks for a number so that the SHA-256 of the form's token, a colon and the number begins with so many
 * zero bits. Checked with one hash.
 */
final class Work {

    private static final int DIGEST_BITS = 256;

    private Work() {
    }

    /** @param number as sent; empty where no script ran */
    static boolean isDone(FormToken token, String number) {
        return number.matches("[0-9]{1,15}")
                && new BigInteger(Digest.of(token.text() + ":" + number).sha256(), 16).bitLength() <= DIGEST_BITS - token.bits();
    }
}
