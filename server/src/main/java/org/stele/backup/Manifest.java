package org.stele.backup;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a backup holds. It lies in the backup sealed, because how many rows a table has is nobody else's business.
 *
 * @param asOf the instant of the last change in it; empty text if there was none
 * @param changes number of the last change in it
 * @param recipients public keys of age that open it
 * @param log how the sealed log stood that is in it; none where none was published
 * @param missing originals of which the vault had no right copy, by their SHA-256
 * @param parts in the order in which tables are filled again
 * @param figures what the register answered as of that instant, by question; none where it was not asked
 */
public record Manifest(int format, String at, String program, String server, String asOf, long changes, List<String> recipients,
        @Nullable SealedLog log,
        List<String> missing, List<Part> parts, Map<String, String> figures) {
    static final int FORMAT = 1;

    /** How many tables it holds. */
    public long tables() {
        return parts.stream().filter(part -> part.isTable() && !part.table().equals(Snapshot.MIGRATIONS)).count();
    }

    Part part(String name) {
        return parts.stream().filter(part -> part.name().equals(name)).findFirst()
                .orElseThrow(() -> new UnsoundBackup("The backup's manifest has no part '" + name + "'"));
    }
}
