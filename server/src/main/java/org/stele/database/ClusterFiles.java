package org.stele.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** The files of one embedded cluster inside a data folder: data directory, password, settings, log. */
record ClusterFiles(Path home, Path log, String password) {
    static final String LOG = "postgres.log";
    private static final String MAKING = "postgres-making-";
    private static final long LARGEST_LOG = 20L << 20;

    /** The files of the cluster in the folder, which is made if there is none yet; it appears whole or not at all. */
    static ClusterFiles prepared(Path folder, PostgresPrograms programs) throws IOException {
        if (folder.toString().matches(".*[\"$`\\\\\n].*")) {
            throw new Refusal("The data folder's name may not hold quotation marks, $, ` or \\: " + folder);
        }
        Path home = folder.resolve("postgres-" + PostgresBinaries.MAJOR);
        if (!Files.exists(home)) {
            removeHalfMade(folder);
            // A name of its own: the initdb of a killed program may live on for a moment and go on writing.
            Path making = Files.createTempDirectory(folder, MAKING);
            initialise(making, programs);
            Files.move(making, home, StandardCopyOption.ATOMIC_MOVE);
            try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
                // Or a power cut could take back the cluster's name after it has acknowledged rows.
                directory.force(true);
            }
        }
        Path log = folder.resolve(LOG);
        if (Files.exists(log) && Files.size(log) > LARGEST_LOG) {
            Files.move(log, folder.resolve(LOG + ".old"), StandardCopyOption.REPLACE_EXISTING);
        }
        return new ClusterFiles(home, log, Files.readString(home.resolve("password")).strip());
    }

    Path data() {
        return home.resolve("data");
    }

    private static void removeHalfMade(Path folder) throws IOException {
        try (var entries = Files.newDirectoryStream(folder, MAKING + "*")) {
            for (Path each : entries) {
                try {
                    PostgresBinaries.remove(each);
                } catch (IOException | UncheckedIOException stillWrittenTo) {
                    // Only space: the next making of a cluster removes it.
                }
            }
        }
    }

    private static void initialise(Path home, PostgresPrograms programs) throws IOException {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        Path password = home.resolve("password");
        Files.createFile(password, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(password, Base64.getUrlEncoder().withoutPadding().encodeToString(random) + "\n");
        // The builtin provider: an index keeps its order whatever ICU version comes. C.UTF-8 and not C, or trigrams see no Arabic.
        programs.run("initdb", "-D", home.resolve("data").toString(), "-U", "postgres", "-A", "scram-sha-256",
                "--pwfile", password.toString(), "-E", "UTF8", "--data-checksums",
                "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C.UTF-8");
    }

    /** Writes the settings for the next start, with a port that is free now, and returns the port. */
    int writeSettings() throws IOException {
        int port = freePort();
        Path written = data().resolve("postgresql.conf.new");
        Files.writeString(written, """
                # Written by Stele at every start. Put settings of your own into local.conf beside this file.
                shared_buffers = 256MB
                wal_buffers = 16MB
                work_mem = 32MB
                maintenance_work_mem = 128MB
                effective_cache_size = 1GB
                random_page_cost = 1.1
                max_connections = 100
                max_wal_size = 3GB
                checkpoint_timeout = 15min
                jit = off
                include_if_exists 'local.conf'
                # What follows holds whatever local.conf says.
                fsync = on
                synchronous_commit = on
                full_page_writes = on
                listen_addresses = '127.0.0.1'
                unix_socket_directories = ''
                port = %d
                password_encryption = 'scram-sha-256'
                timezone = 'UTC'
                log_timezone = 'UTC'
                """.formatted(port));
        Files.move(written, data().resolve("postgresql.conf"), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return port;
    }

    /**
     * Whether the last start failed of something that passes: another program took the free port in between, or the processes of
     * a killed server are just ending, or the server that a killed program was starting was quicker.
     */
    boolean isWorthAnotherStart() throws IOException {
        String text = Files.exists(log) ? Files.readString(log) : "";
        String end = text.substring(Math.max(0, text.length() - 2000));
        return end.contains("could not create any TCP/IP sockets") || end.contains("pre-existing shared memory block")
                || end.contains("lock file \"postmaster.pid\"");
    }

    /**
     * Stops the server that a killed program left running on these files. We hold the data folder's lock, so no living program
     * uses it. A process that merely got the dead server's number is left alone, even if it is another PostgreSQL.
     */
    void stopOrphan(PostgresPrograms programs) throws IOException {
        Path pidFile = data().resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        Optional<String> number = Files.readAllLines(pidFile).stream().findFirst().map(String::strip).filter(line -> line.matches("\\d+"));
        Optional<ProcessHandle> process = number.map(Long::parseLong).flatMap(ProcessHandle::of);
        if (process.filter(this::servesThis).isPresent()) {
            programs.run("pg_ctl", "stop", "-m", "fast", "-w", "-t", "60", "-s", "-D", data().toString());
        } else if (ProcessHandle.allProcesses().noneMatch(this::servesThis)) {
            Files.delete(pidFile);
        }
    }

    /** PostgreSQL's processes work in their data directory. Where that cannot be seen, any of them may be ours. */
    private boolean servesThis(ProcessHandle process) {
        if (!isPostgres(process)) {
            return false;
        }
        try {
            return Path.of("/proc", String.valueOf(process.pid()), "cwd").toRealPath().equals(data().toRealPath());
        } catch (IOException notOursToSee) {
            return process.info().arguments().filter(arguments -> List.of(arguments).contains("-D"))
                    .map(arguments -> List.of(arguments).contains(data().toString())).orElse(true);
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info().command().filter(command -> Path.of(command).endsWith("postgres")).isPresent();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }
}
