package org.stele.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs initdb and pg_ctl. PostgreSQL refuses to run as root; for root each program is started in a user namespace of its own,
 * where it sees itself as nobody while its files stay root's.
 */
final class PostgresPrograms {
    private static final Duration MOMENTS = Duration.ofSeconds(90);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final PostgresBinaries binaries;
    private final List<String> prefix;

    PostgresPrograms(PostgresBinaries binaries) throws IOException {
        this.binaries = binaries;
        this.prefix = isRoot() ? List.of("unshare", "--user") : List.of();
        if (isRoot()) {
            assertUsableByNobody();
        }
    }

    /** Runs one program to its end and returns what it printed. Throws with that text if it fails or takes longer than 90 s. */
    String run(String program, String... arguments) throws IOException {
        return run(MOMENTS, "", program, arguments);
    }

    /** As above, for what may take long: after some seconds the reason is told, so that nobody takes it for a standstill. */
    String run(Duration most, String reason, String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.add(binaries.program(program).toString());
        command.addAll(List.of(arguments));
        Result result = execute(command, most, reason);
        if (result.exit != 0) {
            throw new IOException(program + " failed (" + result.exit + "): " + result.text.strip());
        }
        return result.text;
    }

    private void assertUsableByNobody() throws IOException {
        Result shell = Files.isExecutable(Path.of("/usr/bin/unshare")) ? execute(List.of("unshare", "--user", "true"))
                : new Result(-1, "there is no unshare program");
        if (shell.exit != 0) {
            throw new Refusal("PostgreSQL does not run as root, and this system lets no process into a user namespace (" + shell.text.strip()
                    + "). Run the program as an ordinary user, or name a PostgreSQL server with --db-url.");
        }
        Path postgres = binaries.program("postgres");
        if (execute(List.of("unshare", "--user", "test", "-x", postgres.toString())).exit != 0) {
            throw new Refusal("Root may not use " + postgres + " without its special rights: a folder above it belongs to another user and is closed. "
                    + "Run the program as that user, or name a data folder elsewhere with --data.");
        }
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private record Result(int exit, String text) {
    }

    private static Result execute(List<String> command) throws IOException {
        return execute(command, MOMENTS, "");
    }

    private static Result execute(List<String> command, Duration most, String reason) throws IOException {
        // The server that pg_ctl starts inherits our output: a file, not a pipe, or reading would wait for the server's end.
        Path output = Files.createTempFile("stele-postgres", ".txt");
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
            builder.environment().put("LC_ALL", "C");
            Process process = builder.start();
            process.getOutputStream().close();
            if (!reason.isEmpty() && !process.waitFor(PATIENCE)) {
                System.err.println("stele: " + reason);
            }
            if (!process.waitFor(most)) {
                process.destroyForcibly();
                return new Result(-1, "no end after " + most.toSeconds() + " seconds");
            }
            return new Result(process.exitValue(), Files.readString(output));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while running " + command.getLast(), e);
        } finally {
            Files.deleteIfExists(output);
        }
    }
}
