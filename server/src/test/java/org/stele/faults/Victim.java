package org.stele.faults;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.stele.database.TestDatabase;

/** Another process that runs {@link OnRequest}. */
final class Victim implements AutoCloseable {

    /** What is answered by a program that was killed before it could say anything. */
    static final String KILLED = "killed";

    private final Process process;
    private final BufferedReader said;
    private final Writer asked;
    private final String thread;

    Victim(Path data, TestDatabase database) throws IOException {
        var login = database.login();
        process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx300m",
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:-UsePerfData", "-cp", System.getProperty("java.class.path"),
                OnRequest.class.getName(), data.toString(), login.url(), String.valueOf(login.user()),
                String.valueOf(login.password())).redirectErrorStream(true).start();
        said = process.inputReader();
        asked = process.outputWriter();
        String line = said.readLine();
        while (line != null && !line.startsWith("thread ")) {
            line = said.readLine();
        }
        if (line == null) {
            throw new IOException("The other program did not begin");
        }
        thread = line.replaceFirst("thread ", "");
    }

    /** The number of the thread that works. */
    String thread() {
        return thread;
    }

    /** Has it done; gives what it says: {@code kept …}, {@code failed …}, or {@link #KILLED}. */
    String ask(String what) throws IOException {
        asked.write(what + "\n");
        asked.flush();
        String line = said.readLine();
        return line == null ? KILLED : line;
    }

    String add(long sample) throws IOException {
        return ask("add " + sample);
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        try {
            process.waitFor(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
