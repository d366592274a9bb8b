package org.stele.commandline;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stele.vault.Copies;
import org.stele.vault.CopyReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Writes the copies that are lacking. */
@Command(name = "replicate", sortOptions = false,
        description = "Writes every copy that is lacking at the locations that can be reached, reads each back, and mends those known to be bad.",
        footer = {"", "Examples:", "  stele evidence replicate", "  stele evidence replicate --location safe   with the disk from the bank plugged in", "",
            "Exit code 1 if somebody has to do something: a location that should be there is away, or gives back other bytes than it was given."})
final class EvidenceReplicateCommand implements Callable<Integer> {

    @ParentCommand
    private EvidenceCommand evidence;

    @Spec
    private CommandSpec spec;

    @Option(names = "--location", paramLabel = "NAME", description = "only this one")
    private @Nullable String location;

    @Option(names = "--reason", paramLabel = "TEXT", defaultValue = "copies asked for by hand", description = "why, for the chain of custody (default: ${DEFAULT-VALUE})")
    private String reason;

    @Option(names = "--json", description = "print a JSON object instead of lines")
    private boolean json;

    @Override
    public Integer call() {
        CopyWork work = new CopyWork(spec);
        CopyReport report;
        try (OpenRegister register = evidence.stele().open()) {
            report = register.get(Copies.class).replicate(location, EvidenceCommand.by(), reason, work);
        }
        return work.end(report, json, spec.commandLine().getOut());
    }
}
