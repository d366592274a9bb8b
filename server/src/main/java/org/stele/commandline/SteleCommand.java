package org.stele.commandline;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The root of the command line: which commands there are, and the options that all of them take. */
@Command(name = "stele", sortOptions = false, sortSynopsis = false, usageHelpAutoWidth = true,
        description = "A register of people killed in a conflict, from which every figure can be walked back to the people it counts.",
        versionProvider = SteleVersion.class,
        subcommands = {
            DemoCommand.class,
            ServeCommand.class,
            ImportCommand.class,
            CountCommand.class,
            ExplainCommand.class,
            ReportCommand.class,
            EvidenceCommand.class,
            AccountCommand.class,
            CodebookCommand.class,
            PlacesCommand.class,
            WitnessCommand.class,
            KeysCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            LogCommand.class,
            VerifyCommand.class,
            EraseCommand.class,
            DoctorCommand.class,
        },
        footer = {"", "Examples:", "  stele demo                all of it on invented people", "  stele doctor              is this machine fit?",
            "  stele count --month 2020-11 --by party     a table of the register", "  stele serve --port 8080   the public site and the desk",
            "  stele <command> --help    what a command does, with examples", "",
            "Exit codes: 0 done, 1 refused or failed (one line says why), 2 not understood."})
public final class SteleCommand implements Callable<Integer> {
    private final Class<?> application;

    @Spec
    private CommandSpec spec;

    @Option(names = "--data", paramLabel = "DIR", scope = ScopeType.INHERIT,
            description = "the data folder (else $STELE_DATA, else data in the project's folder)")
    private @Nullable Path data;

    @Option(names = "--db-url", paramLabel = "URL", scope = ScopeType.INHERIT,
            description = "a PostgreSQL server's database instead of the embedded one (else $STELE_DB_URL)")
    private @Nullable String databaseUrl;

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "show where in the program a failure came from")
    private boolean debug;

    @Option(names = {"-h", "--help"}, usageHelp = true, scope = ScopeType.INHERIT, description = "show this help")
    private boolean help;

    @Option(names = "--version", versionHelp = true, description = "show the version")
    private boolean version;

    SteleCommand(Class<?> application) {
        this.application = application;
    }

    /** Runs one command and returns its exit code. {@code application} is Spring's application class, used only if the command opens the register. */
    public static int run(Class<?> application, PrintWriter out, PrintWriter err, String... arguments) {
        var root = new SteleCommand(application);
        return new CommandLine(root).setOut(out).setErr(err)
                .setParameterExceptionHandler((failure, given) -> notUnderstood(failure))
                .setExecutionExceptionHandler((failure, line, parsed) -> new Failure(failure).report(line.getErr(), root.debug))
                .execute(arguments);
    }

    private static int notUnderstood(ParameterException failure) {
        CommandLine line = failure.getCommandLine();
        line.getErr().println("stele: " + failure.getMessage());
        UnmatchedArgumentException.printSuggestions(failure, line.getErr());
        line.getErr().println("Try: " + line.getCommandSpec().qualifiedName() + " --help");
        return CommandLine.ExitCode.USAGE;
    }

    /** Opens the register for one command. */
    OpenRegister open() {
        return OpenRegister.quietly(application, data, databaseUrl);
    }

    /** Opens the register of another data folder than the usual. */
    OpenRegister open(Path folder) {
        return OpenRegister.quietly(application, folder, databaseUrl);
    }

    /** Opens the register of another data folder with its embedded database, or with another server's. */
    OpenRegister open(Path folder, @Nullable String url) {
        return OpenRegister.quietly(application, folder, url);
    }

    /** The same with its web server. */
    OpenRegister openServing(Path folder, String... properties) {
        return OpenRegister.serving(application, folder, databaseUrl, properties);
    }

    /** Opens the register with its web server; properties are Spring's. */
    OpenRegister openServing(String... properties) {
        return OpenRegister.serving(application, data, databaseUrl, properties);
    }

    @Nullable Path data() {
        return data;
    }

    @Nullable String databaseUrl() {
        return databaseUrl;
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return 2;
    }
}
