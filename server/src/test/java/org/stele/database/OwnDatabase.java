package org.stele.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A PostgreSQL of its own on a data folder, migrated; for tests that kill it, or cut its power, or let it run out of room. */
public final class OwnDatabase {

    private OwnDatabase() {
    }

    /** Recovers by itself from however it ended before. The programs of PostgreSQL are not unpacked anew for each. */
    public static Database open(Path data) {
        Database database = EmbeddedCluster.start(data, EmbeddedClusterTest.TARGET);
        TestDatabase.migrate(database.login());
        return database;
    }

    /** The server that runs on a data folder, to be killed. */
    public static ProcessHandle server(Path data) throws IOException {
        Path pidFile = data.resolve("postgres-" + PostgresBinaries.MAJOR).resolve("data").resolve("postmaster.pid");
        return ProcessHandle.of(Long.parseLong(Files.readAllLines(pidFile).getFirst().strip())).orElseThrow();
    }
}
