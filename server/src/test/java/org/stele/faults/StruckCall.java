package org.stele.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Strikes one call of one thread to the system, the how-manieth from now on: strace lets it fail, or kills its program as it begins. */
final class StruckCall implements AutoCloseable {

    /** What befalls the call, as strace takes it. */
    static final String KILL = "signal=KILL";

    private final Process process;
    private final Path log;

    /** @param what {@link #KILL}, or {@code error=EIO} */
    StruckCall(Victim victim, String call, String what, int when, Path log) throws IOException {
        this.log = log;
        process = new ProcessBuilder("strace", "-yy", "-p", victim.thread(), "-o", log.toString(), "-e", "trace=" + call, "-e",
                "inject=" + call + ":" + what + ":when=" + when).redirectErrorStream(true).start();
        String said = String.valueOf(process.inputReader().readLine());
        if (!said.contains("attached")) {
            throw new IOException("strace: " + said);
        }
    }

    /** Lets go; returns the call that failed by it, as strace writes it; nothing if there was none. */
    String end() throws Exception {
        process.destroy();
        process.waitFor(20, TimeUnit.SECONDS);
        return Files.readAllLines(log).stream().filter(line -> line.contains("INJECTED")).findFirst().orElse("");
    }

    /** Whether the program says of this call that it went to the database. */
    static boolean isToDatabase(String call) {
        return call.contains("<TCP") || call.contains("<socket");
    }

    @Override
    public void close() {
        process.destroy();
    }
}
