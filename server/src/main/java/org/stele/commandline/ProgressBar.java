package org.stele.commandline;

import java.io.PrintWriter;
import java.time.Duration;

/** Shows how far long work has come: a bar that moves on a terminal, a plain line every few seconds elsewhere. */
final class ProgressBar {

    private static final int WIDTH = 30;
    private static final long PLAIN_EVERY = Duration.ofSeconds(5).toNanos();

    private final PrintWriter err;
    private final boolean terminal;
    private final String unit;
    private long first = -1;
    private long firstAt;
    private long said = System.nanoTime();
    private int shown;

    ProgressBar(PrintWriter err, boolean terminal) {
        this(err, terminal, "rows");
    }

    /** @param unit what is counted */
    ProgressBar(PrintWriter err, boolean terminal, String unit) {
        this.unit = unit;
        this.err = err;
        this.terminal = terminal;
    }

    void at(long rows, long total) {
        long now = System.nanoTime();
        if (first < 0) {
            first = rows;
            firstAt = now;
        }
        if (!terminal && now - said < PLAIN_EVERY) {
            return;
        }
        said = now;
        double seconds = (now - firstAt) / 1e9;
        long rate = seconds > 0 ? Math.round((rows - first) / seconds) : 0;
        String line = "%,d of %,d %s".formatted(rows, total, unit) + (rate == 0 ? "" : ", %,d %s/s, %s left".formatted(rate, unit, time((total - rows) / rate)));
        if (terminal) {
            int filled = (int) (WIDTH * rows / Math.max(total, 1));
            String bar = "█".repeat(filled) + "░".repeat(WIDTH - filled) + " " + line;
            err.print("\r" + bar + " ".repeat(Math.max(0, shown - bar.length())));
            shown = bar.length();
        } else {
            err.println(line);
        }
        err.flush();
    }

    void end() {
        if (terminal && shown > 0) {
            err.print("\r" + " ".repeat(shown) + "\r");
            err.flush();
        }
    }

    /** For example {@code 42 s} or {@code 3 min 5 s}. */
    static String time(long seconds) {
        return seconds < 60 ? seconds + " s" : "%d min %d s".formatted(seconds / 60, seconds % 60);
    }
}
