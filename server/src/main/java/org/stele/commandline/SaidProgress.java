package org.stele.commandline;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.function.Consumer;

/** Says what long work is at, at most every two seconds, so that short work says nothing. */
final class SaidProgress implements Consumer<String> {
    private static final long EVERY = Duration.ofSeconds(2).toNanos();
    private final PrintWriter err;
    private long said = System.nanoTime();

    SaidProgress(PrintWriter err) {
        this.err = err;
    }

    @Override
    public void accept(String at) {
        if (System.nanoTime() - said >= EVERY) {
            said = System.nanoTime();
            err.println("… " + at);
            err.flush();
        }
    }
}
