package org.stele.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** The migrations that made a database, as scripts in the backup itself: tables are made again as they were, by any later program. */
final class Schema {
    private Schema() {
    }

    static long write(Snapshot snapshot, OutputStream out) throws IOException {
        Path folder = Files.createTempDirectory("stele-schema-");
        try {
            for (List<String> row : snapshot.rows("select script from " + Snapshot.MIGRATIONS
                    + " where type = 'SQL' and success order by installed_rank", 1)) {
                String script = row.getFirst();
                try (InputStream in = Schema.class.getResourceAsStream("/db/migration/" + script)) {
                    if (in == null) {
                        throw new IOException("This program does not have the migration " + script
                                + " that the database was made with: a newer one wrote it. Use that one");
                    }
                    Files.copy(in, folder.resolve(script));
                }
            }
            return Bundle.write(folder, file -> true, out);
        } catch (SQLException e) {
            throw new IOException("The migrations cannot be read: " + e.getMessage(), e);
        } finally {
            Removal.of(folder);
        }
    }
}
