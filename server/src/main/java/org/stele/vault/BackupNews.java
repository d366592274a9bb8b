package org.stele.vault;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Tells how backups stand, for the page of copies. The room above that writes them says this. */
@FunctionalInterface
public interface BackupNews {

    /**
     * @param last when the last backup was written; absent if none was
     * @param place where it went; empty if none was
     * @param due when the next is owed by the schedule; absent if there is none
     * @param overdue whether that is too long ago
     * @param failure why the last attempt of the schedule failed; empty if it did not
     */
    record News(@Nullable Instant last, String place, @Nullable Instant due, boolean overdue, String failure) {
    }

    /** As things stand. */
    News now();
}
