package org.stele.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The one PostgreSQL of a test run, started when the first test asks for it and gone with the run. */
final class TestServer {
    private static final List<String> MADE = new ArrayList<>();
    private static @Nullable EmbeddedCluster embedded;
    private static @Nullable String template;

    private TestServer() {
    }

    /** The name of a database that has all migrations and nothing else. */
    static synchronized String template() {
        if (template == null) {
            String name = "stele_template_" + ProcessHandle.current().pid();
            execute("create database " + name + " template template0 encoding 'UTF8'");
            TestDatabase.migrate(login(name));
            template = name;
        }
        return template;
    }

    /** Runs a statement outside any of the test databases. */
    static synchronized void execute(String sql) {
        TestDatabase.execute(login("postgres"), sql);
        if (sql.startsWith("create database ")) {
            MADE.add(sql.split(" ")[2]);
        } else if (sql.startsWith("drop database ")) {
            MADE.remove(sql.split(" ")[2]);
        }
    }

    static synchronized Database.Login login(String database) {
        String url = System.getenv("STELE_TEST_DB_URL");
        if (url != null && !url.isBlank()) {
            if (MADE.isEmpty()) {
                Runtime.getRuntime().addShutdownHook(new Thread(TestServer::dropAll));
            }
            Database.Login given = DatabaseServer.named(url).login();
            return new Database.Login(given.url().replaceFirst("(jdbc:postgresql://[^/]*/)[^?]*\\??", "$1" + database + "?"), given.user(), given.password());
        }
        if (embedded == null) {
            embedded = startEmbedded();
        }
        return embedded.login("postgres", database);
    }

    private static EmbeddedCluster startEmbedded() {
        try {
            Path target = Files.createDirectories(Path.of("target", "postgres").toAbsolutePath());
            Path folder = Files.createTempDirectory(target, "run-");
            // Hooks run in no order: this one must delete after the cluster's own has stopped the server.
            EmbeddedCluster cluster = EmbeddedCluster.start(folder, target);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                cluster.close();
                remove(folder);
            }));
            return cluster;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A data folder for one database, gone with the run. */
    static Path folder() {
        try {
            Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "postgres").toAbsolutePath()), "data-");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(folder)));
            return folder;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void dropAll() {
        for (String name : List.copyOf(MADE)) {
            execute("drop database if exists " + name + " with (force)");
        }
    }

    private static void remove(Path folder) {
        try {
            PostgresBinaries.remove(folder);
        } catch (IOException e) {
            System.err.println("The tests' database folder stays behind: " + e);
        }
    }
}
