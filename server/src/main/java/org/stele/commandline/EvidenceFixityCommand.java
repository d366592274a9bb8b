package org.stele.commandline;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stele.vault.Copies;
import org.stele.vault.CopyReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Reads copies again. */
@Command(name = "fixity", sortOptions = false,
        description = "Reads copies whole, the longest unread first, compares each with its recorded digest, and mends the bad ones from a right one.",
        footer = {"", "Examples:", "  stele evidence fixity                      those that are due", "  stele evidence fixity --all                every copy",
            "  stele evidence fixity --location safe      those on one disk", "  stele evidence fixity --minutes 30         and no longer", "",
            "Exit code 1 if somebody has to do something. Bad bytes are kept under quarantine/; where no right copy is left nothing is moved."})
final class EvidenceFixityCommand implements Callable<Integer> {
    private static final Duration NO_END = Duration.ofDays(3650);

    @ParentCommand
    private EvidenceCommand evidence;

    @Spec
    private CommandSpec spec;

    @Option(names = "--location", paramLabel = "NAME", description = "only this one")
    private @Nullable String location;

    @Option(names = "--all", description = "every copy, not only those that are due")
    private boolean all;

    @Option(names = "--minutes", paramLabel = "N", description = "stop after so many minutes; the next time goes on from there")
    private @Nullable Long minutes;

    @Option(names = "--reason", paramLabel = "TEXT", defaultValue = "reading asked for by hand", description = "why, for the chain of custody (default: ${DEFAULT-VALUE})")
    private String reason;

    @Option(names = "--json", description = "print a JSON object instead of lines")
    private boolean json;

    @Override
    public Integer call() {
        CopyWork work = new CopyWork(spec);
        CopyReport report;
        try (OpenRegister register = evidence.stele().open()) {
            report = register.get(Copies.class).check(location, all, minutes == null ? NO_END : Duration.ofMinutes(minutes), EvidenceCommand.by(), reason, work);
        }
        return work.end(report, json, spec.commandLine().getOut());
    }
}
