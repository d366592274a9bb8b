package org.stele.backup;

/** A backup that is not what it was written as. The message names the file. */
public final class UnsoundBackup extends RuntimeException {
    UnsoundBackup(String message) {
        super(message);
    }

    UnsoundBackup(String message, Throwable cause) {
        super(message, cause);
    }
}
