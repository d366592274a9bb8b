package org.stele.intake;

/** A file that cannot be read as what it is said to be. Nothing of it was taken; the message names the place and the remedy. */
public final class FaultyFile extends RuntimeException {

    FaultyFile(String message) {
        super(message);
    }

    FaultyFile(String message, Throwable cause) {
        super(message, cause);
    }

    static FaultyFile atLine(long line, String what) {
        return new FaultyFile("line " + line + ": " + what);
    }
}
