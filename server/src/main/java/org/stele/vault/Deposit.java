package org.stele.vault;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that lie in the vault encrypted and durable, and that the register does not know of yet. To be closed: what was not
 * registered, or turned out to be there already, is removed.
 */
public final class Deposit implements Closeable {

    /** What becomes of the file when this is closed. */
    private enum Fate {
        UNUSED, REDUNDANT,
        /** The register may know it: even where a commit seems to have failed nobody can tell, so the file stays. */
        REGISTERED
    }

    private final Folder folder;
    private final Blob blob;
    private final String wrappedKey;
    private final @Nullable Long damagedTwin;
    private Fate fate = Fate.UNUSED;

    Deposit(Folder folder, Blob blob, String wrappedKey, @Nullable Long damagedTwin) {
        this.folder = folder;
        this.blob = blob;
        this.wrappedKey = wrappedKey;
        this.damagedTwin = damagedTwin;
    }

    /** SHA-256 of the plain bytes, 64 lower-case hexadecimal digits. */
    public String sha256() {
        return blob.sha256();
    }

    /** Plain bytes. */
    public long length() {
        return blob.length();
    }

    Blob blob() {
        return blob;
    }

    String wrappedKey() {
        return wrappedKey;
    }

    /** A blob with the same bytes whose ciphertext was found missing or altered a moment ago; none if there is none such. */
    @Nullable Long damagedTwin() {
        return damagedTwin;
    }

    void isRegistered() {
        fate = Fate.REGISTERED;
    }

    void isRedundant() {
        fate = Fate.REDUNDANT;
    }

    @Override
    public void close() throws IOException {
        if (fate != Fate.REGISTERED) {
            folder.removeUnacknowledged(blob.name());
        }
    }
}
