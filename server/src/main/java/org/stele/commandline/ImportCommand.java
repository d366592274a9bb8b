package org.stele.commandline;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stele.database.Refusal;
import org.stele.intake.ImportOrder;
import org.stele.intake.ImportReport;
import org.stele.intake.Imports;
import org.stele.register.Demonstrations;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Takes a list of victims in. */
@Command(name = "import", description = {"Takes a list of victims in: CSV, XLSX or JSON, by a mapping file that says what its columns and values mean.",
        "Every row is kept word for word. The same file again adds nothing; a changed row makes a new version; a row that cannot be taken goes to the "
        + "rejects file and is kept in the register too. A run that was broken off is finished by running it again."},
        footer = {"", "Examples:", "  stele import persons.csv --mapping codebooks/syria/mappings/vdc.yaml --dry-run",
            "  stele import persons.csv --mapping codebooks/syria/mappings/vdc.yaml --by amal", "  stele import list.xlsx --mapping list.yaml --json | jq .rejected", "",
            "How to write a mapping: docs/import.md", "Exit codes: 0 every row was accepted or known, 3 some rows were rejected, 1 refused or failed, 2 not understood."})
final class ImportCommand implements Callable<Integer> {

    private static final int SOME_REJECTED = 3;

    @ParentCommand
    private SteleCommand stele;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "the list")
    private Path file;

    @Option(names = "--mapping", required = true, paramLabel = "MAPPING", description = "the mapping file (YAML)")
    private Path mapping;

    @Option(names = "--by", paramLabel = "NAME", description = "who answers for it (default: who runs this, ${sys:user.name})", defaultValue = "${sys:user.name}")
    private String by;

    @Option(names = "--dry-run", description = "compute and report everything, write nothing")
    private boolean dryRun;

    @Option(names = "--rejects", paramLabel = "FILE", description = "where rejected rows go (default: FILE.rejects.csv in this folder; with --dry-run only if named)")
    private @Nullable Path rejects;

    @Option(names = "--json", description = "print the report as JSON, without progress")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        Path to = rejects != null || dryRun ? rejects : Path.of(file.getFileName() + ".rejects.csv");
        try (OpenRegister register = stele.open()) {
            refuseSynthetic(register.get(Demonstrations.class));
            ProgressBar bar = new ProgressBar(json ? new PrintWriter(Writer.nullWriter()) : spec.commandLine().getErr(), System.console() != null && System.console().isTerminal());
            ImportReport report = register.get(Imports.class).run(new ImportOrder(file, mapping, by, dryRun, to), bar::at);
            bar.end();
            PrintWriter out = spec.commandLine().getOut();
            if (json) {
                out.println(ImportSummary.json(report));
            } else {
                ImportSummary.lines(report).forEach(out::println);
            }
            out.flush();
            return report.rejected() > 0 ? SOME_REJECTED : 0;
        }
    }

    /** Real people do not belong among invented ones: nobody could tell them apart again. */
    private static void refuseSynthetic(Demonstrations demonstrations) {
        if (demonstrations.isDemonstration()) {
            throw new Refusal("This register holds the synthetic demonstration, and records of real people must not stand among invented ones. Name another folder with --data.");
        }
    }
}
