package org.stele.keys;

/** A share that cannot be used, or shares that do not go together. The message names which and why, never its letters. */
public final class WrongShare extends RuntimeException {
    WrongShare(String message) {
        super(message);
    }
}
