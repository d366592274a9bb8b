package org.stele.uploading;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;
import org.stele.fixity.Digest;

/**
 * What a sender alone has of an upload: part of its address, and the secret by which its parts are encrypted. It is kept nowhere on this side,
 * so that parts can be read with their sender's help only, also by whoever takes the machine away; and a machine that has public keys only
 * can still go on with an upload.
 *
 * @param text 43 characters of base64 for addresses: 256 random bits
 */
public record UploadToken(String text) {

    private static final int BYTES = 32;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final SecureRandom RANDOM = new SecureRandom();

    /** @throws UploadRefused as for an upload that is not there, if it is no token */
    public UploadToken {
        if (!FORM.matcher(text).matches()) {
            throw new UploadRefused(UploadRefused.Why.NO_SUCH_UPLOAD, "There is no such upload");
        }
    }

    static UploadToken fresh() {
        byte[] random = new byte[BYTES];
        RANDOM.nextBytes(random);
        return new UploadToken(Base64.getUrlEncoder().withoutPadding().encodeToString(random));
    }

    /** By which the upload is found; tells nothing of the token. */
    String mark() {
        return Digest.of("stele upload mark 1|" + text).sha256();
    }

    byte[] secret() {
        return ("stele upload secret 1|" + text).getBytes(StandardCharsets.US_ASCII);
    }

    /** Never the token: it must not come into a log. */
    @Override
    public String toString() {
        return "upload token";
    }
}
