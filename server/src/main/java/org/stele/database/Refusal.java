package org.stele.database;

/** Something the program will not do as things stand. The message is one or two sentences for a person: what is wrong and what to do. */
public final class Refusal extends RuntimeException {
    public Refusal(String message) {
        super(message);
    }

    public Refusal(String message, Throwable cause) {
        super(message, cause);
    }
}
