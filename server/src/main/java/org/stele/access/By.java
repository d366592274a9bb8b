package org.stele.access;

/** Who makes a change to an account, and why. */
public record By(String who, String why) {
    public By {
        if (who.isBlank() || why.isBlank()) {
            throw new IllegalArgumentException("A change to an account needs who makes it and why");
        }
    }
}
