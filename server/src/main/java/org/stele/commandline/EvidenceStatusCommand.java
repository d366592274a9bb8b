package org.stele.commandline;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stele.vault.Copies;
import org.stele.vault.CopyStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Where every copy stands. */
@Command(name = "status", sortOptions = false,
        description = "Says where the copies of all originals stand, per location, what is overdue, and what somebody has to look after.",
        footer = {"", "Examples:", "  stele evidence status", "  stele evidence status --json | jq '.troubles'",
            "  stele evidence status --quiet || mail -s 'copies' archive@example.org", "",
            "Exit code 0 if nobody has to do anything, 1 if somebody has to."})
final class EvidenceStatusCommand implements Callable<Integer> {
    private static final String ROW = "%-16s %-7s %-16s %8s %9s %6s %8s  %-17s  %s";

    @ParentCommand
    private EvidenceCommand evidence;

    @Spec
    private CommandSpec spec;

    @Option(names = "--json", description = "print a JSON object instead of lines")
    private boolean json;

    @Option(names = "--quiet", description = "print only what somebody has to look after")
    private boolean quiet;

    @Override
    public Integer call() {
        CopyStatus status;
        try (OpenRegister register = evidence.stele().open()) {
            status = register.get(Copies.class).status();
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(JsonMapper.builder().build().writeValueAsString(status));
        } else {
            print(status, out);
        }
        out.flush();
        return status.well() ? 0 : 1;
    }

    private void print(CopyStatus status, PrintWriter out) {
        if (!quiet) {
            out.printf("%,d %s (%s): %,d with all the copies planned, %,d with at least two, %,d lost%n", status.blobs(), status.blobs() == 1 ? "original" : "originals", Sizes.of(status.bytes()),
                    status.planned(), status.safe(), status.lost());
            out.println();
            out.println(ROW.formatted("location", "kind", "place", "copies", "to write", "bad", "overdue", "oldest reading", ""));
            for (CopyStatus.At at : status.locations()) {
                out.println(ROW.formatted(at.name(), at.kind(), at.place(), "%,d".formatted(at.held()), "%,d".formatted(at.pending()),
                        "%,d".formatted(at.bad()), "%,d".formatted(at.overdue()), minute(at.oldest()), where(at)).stripTrailing());
            }
            out.println();
        }
        status.troubles().forEach(trouble -> out.println("NOT " + trouble));
        if (status.well() && !quiet) {
            out.println("All is well.");
        }
    }

    private static String where(CopyStatus.At at) {
        return at.away() != null ? "away since " + minute(at.away()) : at.seen() == null ? "never reached" : at.offline() ? "offline, seen " + minute(at.seen()) : "";
    }

    private static String minute(@Nullable Instant instant) {
        return instant == null ? "-" : instant.truncatedTo(ChronoUnit.MINUTES).toString();
    }
}
