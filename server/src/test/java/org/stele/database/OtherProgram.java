package org.stele.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Another process that runs {@link CommitLoop} on a data folder. */
final class OtherProgram implements AutoCloseable {
    private final Process process;
    private final BufferedReader said;
    private final Path folder;

    private OtherProgram(Path folder, Process process) {
        this.folder = folder;
        this.process = process;
        this.said = process.inputReader();
    }

    static OtherProgram committing(Path folder) throws IOException {
        return run(folder, EmbeddedClusterTest.TARGET, System.getProperty("java.class.path"), Integer.MAX_VALUE, List.of());
    }

    static OtherProgram run(Path folder, Path binaries, String classPath, int rows, List<String> prefix) throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-cp", classPath,
                CommitLoop.class.getName(), folder.toString(), binaries.toString(), Integer.toString(rows)));
        return new OtherProgram(folder, new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    long pid() {
        return process.pid();
    }

    /** Reads what it says until it has acknowledged so many rows more; returns the last row's number. */
    long acknowledged(int rows) throws IOException {
        String line = "";
        for (int i = 0; i < rows; i++) {
            line = said.readLine();
            if (line == null || !line.matches("\\d+")) {
                throw new IOException("The other program said: " + line + rest());
            }
        }
        return Long.parseLong(line);
    }

    /** kill -9 of the program, and of its server too if wanted; returns the last row it had acknowledged. */
    long killed(boolean serverToo) throws Exception {
        if (serverToo) {
            server().destroyForcibly();
        }
        // By its handle: the process's own method also closes the pipe, and with it the last acknowledgements.
        process.toHandle().destroyForcibly();
        process.waitFor();
        return said.lines().filter(line -> line.matches("\\d+")).mapToLong(Long::parseLong).max().orElse(0);
    }

    ProcessHandle server() throws IOException {
        Path pidFile = folder.resolve("postgres-" + PostgresBinaries.MAJOR).resolve("data").resolve("postmaster.pid");
        return ProcessHandle.of(Long.parseLong(Files.readAllLines(pidFile).getFirst().strip())).orElseThrow();
    }

    int exit() throws InterruptedException {
        return process.waitFor();
    }

    String rest() {
        return "\n" + String.join("\n", said.lines().limit(20).toList());
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
