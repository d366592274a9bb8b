package org.stele.commandline;

import java.util.concurrent.Callable;
import org.stele.vault.Copies;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Makes a location ready for its first copies. */
@Command(name = "prepare", sortOptions = false,
        description = "Makes a location of the plan ready: leaves a mark there by which it is known from then on. A disk needs it before its first copy,"
                + " any location when it was replaced by an empty one.",
        footer = {"", "Examples:", "  stele evidence prepare safe", "  stele evidence prepare nas --replaced     the old one burnt: all its copies are written anew"})
final class EvidencePrepareCommand implements Callable<Integer> {

    @ParentCommand
    private EvidenceCommand evidence;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "the location's name in vault.yaml")
    private String name;

    @Option(names = "--replaced", description = "it takes the place of one that is lost")
    private boolean replaced;

    @Override
    public Integer call() {
        int anew;
        try (OpenRegister register = evidence.stele().open()) {
            anew = register.get(Copies.class).prepare(name, replaced);
        }
        var out = spec.commandLine().getOut();
        out.println("'" + name + "' is ready." + (anew > 0 ? " %,d copies are to be written anew: stele evidence replicate".formatted(anew) : ""));
        out.flush();
        return 0;
    }
}
