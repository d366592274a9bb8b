package org.stele.witnessing;

/** A witness did not cosign; the message says which and why. */
final class NotWitnessed extends RuntimeException {

    NotWitnessed(String message) {
        super(message);
    }
}
