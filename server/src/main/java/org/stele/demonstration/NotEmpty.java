package org.stele.demonstration;

/** The register already holds something: invented people are never put among real ones. */
public final class NotEmpty extends RuntimeException {
    NotEmpty() {
        super("This register already holds records. The demonstration is loaded into an empty one only: name another folder with --data.");
    }
}
