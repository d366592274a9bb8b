package org.stele.commandline;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Evidence: what is done with originals and their copies. */
@Command(name = "evidence", description = "Keeps originals and their copies.",
        subcommands = {
            EvidenceAddCommand.class,
            EvidenceListCommand.class,
            EvidenceShowCommand.class,
            EvidenceReadCommand.class,
            EvidenceAttachCommand.class,
            EvidenceCorrectCommand.class,
            EvidenceInspectCommand.class,
            EvidenceSimilarCommand.class,
            EvidenceRedactCommand.class,
            EvidenceStatusCommand.class,
            EvidenceReplicateCommand.class,
            EvidenceFixityCommand.class,
            EvidencePrepareCommand.class,
            EvidenceCarryCommand.class,
            EvidenceExportCommand.class,
        },
        footer = {"", "Examples:", "  stele evidence add --help               what to say of an original that is taken in",
            "  stele evidence show 5                   where it came from, and its chain of custody",
            "  stele evidence inspect                  what files show themselves to be, for those that came since",
            "  stele evidence status                   where every copy stands, and what is overdue",
            "  stele evidence replicate                writes the copies that are lacking",
            "  stele evidence fixity --location nas    reads copies again",
            "  stele evidence carry /media/disk-7      writes every item to a disk that stands alone", "",
            "A server on the same data folder does the same by itself; stop it first, or look at its desk."})
final class EvidenceCommand implements Callable<Integer> {

    @ParentCommand
    private SteleCommand stele;

    @Spec
    private CommandSpec spec;

    SteleCommand stele() {
        return stele;
    }

    /** Who runs the command line is who answers for what it does. */
    static String by() {
        return System.getProperty("user.name") + " on the command line";
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return 2;
    }
}
