package org.stele.keys;

/** Something sealed does not open with the key that it names: it was altered, or belongs to another row, blob or compartment. */
public final class WrongKey extends RuntimeException {
    WrongKey(String message) {
        super(message);
    }
}
