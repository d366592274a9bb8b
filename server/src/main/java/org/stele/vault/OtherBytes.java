package org.stele.vault;

import java.io.IOException;
import org.stele.fixity.Digest;

/** The bytes that came for a name are not those of the name. Nothing was kept under it. */
final class OtherBytes extends IOException {

    private OtherBytes(BlobName name, long length, Digest found) {
        super("The bytes that came for %s are others: %d bytes of %d, SHA-256 %s".formatted(name, found.length(), length, found.sha256()));
    }

    /** @throws OtherBytes unless the digest is that of the name and the length that of the blob */
    static void refuse(BlobName name, long length, Digest found) throws OtherBytes {
        if (found.length() != length || !found.sha256().equals(name.sha256())) {
            throw new OtherBytes(name, length, found);
        }
    }
}
