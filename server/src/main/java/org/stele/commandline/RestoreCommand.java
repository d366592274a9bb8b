package org.stele.commandline;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stele.backup.BackupPlace;
import org.stele.backup.KnownFigures;
import org.stele.backup.Restore;
import org.stele.database.Refusal;
import org.stele.statistics.Statistics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Builds a working register from a backup, on this machine. */
@Command(name = "restore", description = {"Builds a register from a backup in a new data folder, and checks that it is the one that was "
        + "backed up.",
    "It is opened with the service identity (--identity) or with any three of the five recovery shares, which are asked for."},
        footer = {"", "Examples:", "  stele restore /media/disk1/stele --data /srv/stele                  asks for three shares",
            "  stele restore /media/disk1/stele --data /srv/stele --identity service.identity",
            "  stele restore location:berlin --plan vault.yaml --data /srv/stele   from a location that the file writes down",
            "  stele restore DIR --backup 20261124T020500Z-… --data NEW            not the latest but this one"})
final class RestoreCommand implements Callable<Integer> {
    @ParentCommand
    private SteleCommand stele;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FROM", description = "the folder with backups, or location:NAME for a location of the plan")
    private String from;

    @Mixin
    private BackupPlan plan;

    @Option(names = "--backup", paramLabel = "NAME", defaultValue = "", description = "which backup; else the latest")
    private String name;

    @Option(names = "--identity", paramLabel = "FILE", description = "an identity of age that opens it")
    private @Nullable Path identity;

    @Option(names = "--share", paramLabel = "FILE", description = "a file with a recovery share; three times")
    private @Nullable List<Path> shares;

    @Override
    public Integer call() throws IOException, SQLException {
        Path data = stele.data();
        if (data == null) {
            throw new Refusal("Name the new data folder with --data.");
        }
        long began = System.nanoTime();
        BackupPlace.Named backup;
        Restore.Restored restored;
        try (BackupPlace place = plan.places(stele).toRead(from)) {
            backup = place.find(name);
            var restore = new Restore(place, backup, new BackupKeys(spec.commandLine().getErr(), null).identities(backup.index(), identity,
                    shares));
            restored = restore.into(data.toAbsolutePath().normalize(), stele.databaseUrl(), new SaidProgress(spec.commandLine().getErr()));
        }
        say("Restored %,d rows in %d tables, each compared with the backup byte for byte, and %,d originals, into %s. %.1f s"
                .formatted(restored.rows(),
                restored.manifest().tables(), restored.originals(), data, (System.nanoTime() - began) / 1e9));
        if (backup.index().originals().equals("none")) {
            say("The backup holds no originals: bring the vault's copies back from where they are kept.");
        }
        if (backup.index().missing() > 0) {
            say("NOTE: %,d originals were missing when the backup was written; they are not in it: %s".formatted(backup.index().missing(),
                    String.join(", ", restored.manifest().missing())));
        }
        if (!restored.locked().isEmpty()) {
            say("NOTE: " + restored.locked());
        }
        return sameFigures(data, restored.manifest().asOf(), restored.manifest().figures());
    }

    private int sameFigures(Path data, String asOf, Map<String, String> recorded) {
        if (recorded.isEmpty()) {
            say("The backup records no figures to compare.");
            return 0;
        }
        try (OpenRegister register = stele.open(data)) {
            boolean same = KnownFigures.of(register.get(Statistics.class), Instant.parse(asOf)).equals(recorded);
            say(same ? "The figures as of " + asOf + " are those that were counted when the backup was written."
                    : "THE FIGURES DIFFER from those that were counted when the backup was written. The tables are the same: another "
                            + "version of the program may count otherwise.");
            return same ? 0 : 1;
        }
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }
}
