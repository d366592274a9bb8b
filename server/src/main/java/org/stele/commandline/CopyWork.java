package org.stele.commandline;

import java.io.PrintWriter;
import org.stele.vault.CopyProgress;
import org.stele.vault.CopyReport;
import picocli.CommandLine.Model.CommandSpec;
import tools.jackson.databind.json.JsonMapper;

/** Shows work on copies while it goes on, and says what came of it. */
final class CopyWork implements CopyProgress {
    private static final long EVERY = 1_000_000_000L;

    private final PrintWriter err;
    private final boolean terminal = System.console() != null && System.console().isTerminal();
    private long said = System.nanoTime();
    private int shown;

    CopyWork(CommandSpec spec) {
        this.err = spec.commandLine().getErr();
    }

    @Override
    public synchronized void at(String location, CopyReport.Work soFar) {
        long now = System.nanoTime();
        if (now - said < (terminal ? EVERY / 5 : 5 * EVERY)) {
            return;
        }
        said = now;
        String line = location + ": " + words(soFar);
        if (terminal) {
            err.print("\r" + line + " ".repeat(Math.max(0, shown - line.length())));
            shown = line.length();
        } else {
            err.println(line);
        }
        err.flush();
    }

    /** Prints and gives the exit code. */
    int end(CopyReport report, boolean json, PrintWriter out) {
        if (terminal && shown > 0) {
            err.print("\r" + " ".repeat(shown) + "\r");
            err.flush();
        }
        if (json) {
            out.println(JsonMapper.builder().build().writeValueAsString(report));
        } else {
            report.work().forEach((location, work) -> out.println(location + ": " + words(work)));
            report.away().forEach((location, why) -> out.println(location + " is away: " + why));
            report.troubles().forEach(each -> out.println("NOT " + each));
            if (report.work().isEmpty() && report.well()) {
                out.println("There was nothing to do.");
            }
        }
        out.flush();
        return report.well() ? 0 : 1;
    }

    private static String words(CopyReport.Work work) {
        return "%,d copied, %,d read whole, %,d bad, %,d mended, %s".formatted(work.copied(), work.checked(), work.bad(), work.repaired(), Sizes.of(work.bytes()));
    }
}
