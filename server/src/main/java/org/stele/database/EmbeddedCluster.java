package org.stele.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A real PostgreSQL that this process starts on its data folder and stops with itself. It listens on the loopback address
 * only, asks for a password, and is durable: what was acknowledged survives the death of this process and of the server.
 */
public final class EmbeddedCluster implements Database {
    private static final int ATTEMPTS = 3;
    private static final Duration LONGEST_RECOVERY = Duration.ofHours(2);
    private final DataFolder folder;
    private final ClusterFiles files;
    private final PostgresPrograms programs;
    private int port;
    private boolean running;

    private EmbeddedCluster(DataFolder folder, ClusterFiles files, PostgresPrograms programs) {
        this.folder = folder;
        this.files = files;
        this.programs = programs;
    }

    /** Starts PostgreSQL on the folder, unpacking its programs and making its data directory at the first time. */
    static EmbeddedCluster start(Path path) {
        return start(path, path);
    }

    /** As above, with the programs kept in another folder than the data, where several throw-away clusters can share them. */
    static EmbeddedCluster start(Path path, Path binariesParent) {
        DataFolder folder = DataFolder.take(path);
        try {
            Files.createDirectories(binariesParent);
            var programs = new PostgresPrograms(PostgresBinaries.unpackedIn(binariesParent));
            var cluster = new EmbeddedCluster(folder, ClusterFiles.prepared(path, programs), programs);
            cluster.startServer();
            return cluster;
        } catch (IOException | SQLException e) {
            folder.close();
            throw new Refusal("The embedded PostgreSQL did not start on " + path + ": " + e.getMessage()
                    + ". Its own words are in " + path.resolve(ClusterFiles.LOG) + ".", e);
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    @Override
    public Login login() {
        return login("stele", "stele");
    }

    /** As the cluster's administrator, to make databases. */
    Login administrator() {
        return login("postgres", "postgres");
    }

    Login login(String user, String database) {
        return new Login("jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?ApplicationName=stele", user, files.password());
    }

    private void startServer() throws IOException, SQLException {
        for (int attempt = 1; !running; attempt++) {
            files.stopOrphan(programs);
            port = files.writeSettings();
            try {
                // After a crash PostgreSQL first replays its log, gigabytes at worst. Given up half-way, it would begin anew at every start.
                programs.run(LONGEST_RECOVERY, "PostgreSQL is bringing the data in order after a crash; this can take some minutes.",
                        "pg_ctl", "start", "-w", "-t", String.valueOf(LONGEST_RECOVERY.toSeconds()), "-s", "-D", files.data().toString(), "-l", files.log().toString());
                running = true;
            } catch (IOException e) {
                if (attempt == ATTEMPTS || !files.isWorthAnotherStart()) {
                    throw e;
                }
                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
            }
        }
        try (Connection connection = administrator().connect(); Statement statement = connection.createStatement()) {
            assertSafe(statement);
            makeDatabase(statement);
        } catch (SQLException | RuntimeException e) {
            close();
            throw e;
        }
    }

    /** The register's own role may do no more than own its database. */
    private void makeDatabase(Statement statement) throws SQLException {
        if (isEmpty(statement, "select 1 from pg_roles where rolname = 'stele'")) {
            statement.execute("create role stele login password '" + files.password() + "'");
        }
        if (isEmpty(statement, "select 1 from pg_database where datname = 'stele'")) {
            statement.execute("create database stele owner stele");
        }
    }

    private static void assertSafe(Statement statement) throws SQLException {
        for (String name : new String[] {"fsync", "synchronous_commit", "full_page_writes", "data_checksums"}) {
            try (var row = statement.executeQuery("show " + name)) {
                if (!row.next() || !row.getString(1).equals("on")) {
                    throw new Refusal("The embedded PostgreSQL runs with " + name + " = " + row.getString(1) + "; it must be on.");
                }
            }
        }
    }

    private static boolean isEmpty(Statement statement, String sql) throws SQLException {
        try (var rows = statement.executeQuery(sql)) {
            return !rows.next();
        }
    }

    /** Stops the server and lets the data folder go. If the process dies without it, the next start stops the orphan. */
    @Override
    public synchronized void close() {
        if (!running) {
            return;
        }
        running = false;
        try {
            programs.run("pg_ctl", "stop", "-m", "fast", "-w", "-t", "60", "-s", "-D", files.data().toString());
        } catch (IOException e) {
            System.err.println("stele: the embedded PostgreSQL did not stop (" + e.getMessage() + "); the next start will stop it.");
        } finally {
            folder.close();
        }
    }
}
