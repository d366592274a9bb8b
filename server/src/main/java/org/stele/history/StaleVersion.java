package org.stele.history;

/** Somebody changed the record in the meantime: read it again, and decide again. Nothing was written. */
public final class StaleVersion extends RuntimeException {
    public StaleVersion(String table, long id, int expected) {
        super("%s %d is no longer at version %d: somebody changed it in the meantime. Read it again.".formatted(table, id, expected));
    }
}
