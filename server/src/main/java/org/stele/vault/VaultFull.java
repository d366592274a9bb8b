package org.stele.vault;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;

/** There is no room for the bytes. Nothing of them was kept; what was there before is untouched and can be read. */
public final class VaultFull extends IOException {

    /** What systems answer, in English; in other languages the free space tells. */
    private static final String FULL = "(?s).*(No space left|quota exceeded|File too large).*";

    private VaultFull(String message, Throwable cause) {
        super(message, cause);
    }

    VaultFull(Path folder, long free, long reserve) {
        super("The disk of %s has %d MiB left, and %d MiB are kept free so that the register can go on working. Nothing was kept. Free some space, then try again."
                .formatted(folder, free >> 20, reserve >> 20));
    }

    /** The failure itself, or this in its place where the cause is a full disk. */
    static IOException or(IOException failure, Path folder) {
        boolean full = failure instanceof VaultFull || String.valueOf(failure.getMessage()).matches(FULL) || nothingFree(folder);
        return failure instanceof VaultFull || !full ? failure
                : new VaultFull("The disk of " + folder + " is full. Nothing was kept. Free some space, then try again.", failure);
    }

    private static boolean nothingFree(Path folder) {
        try {
            FileStore store = Files.getFileStore(folder);
            return store.getUsableSpace() < 64 << 10;
        } catch (IOException e) {
            return false;
        }
    }
}
