package org.stele.commandline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.stele.backup.Backup;
import org.stele.backup.BackupFolder;
import org.stele.backup.Drill;
import org.stele.backup.KnownFigures;
import org.stele.database.DataFolder;
import org.stele.database.Database;
import org.stele.database.Refusal;
import org.stele.keys.Keyring;
import org.stele.keys.Recipient;
import org.stele.statistics.Statistics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Writes encrypted backups of everything, checks them, and proves by a drill that they restore. */
@Command(name = "backup", description = {"Writes one consistent, encrypted backup of the register into a folder, which may hold many; lists, checks and rehearses them.",
    "Tables, sealed log, keys, configuration and originals. What an earlier backup in the folder holds already is not written again. Nothing is deleted, ever."},
        footer = {"", "Examples:", "  stele backup /media/disk1/stele", "  stele backup /media/disk1/stele --originals none --recipient age1…",
            "  stele backup list /media/disk1/stele", "  stele backup verify /media/disk1/stele      reads every byte; needs no key",
            "  stele backup drill /media/disk1/stele       restores it into a temporary folder and compares the figures"})
final class BackupCommand implements Callable<Integer> {
    /** The embedded database, whatever the environment says: a drill must not touch a server. */
    private static final String NO_SERVER = "";

    @ParentCommand
    private SteleCommand stele;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "TO", arity = "0..1", description = "the folder to write a backup into; made if it is not there")
    private @Nullable Path to;

    @Option(names = "--originals", defaultValue = "new", description = "all: with every original, each read again; new: with every original, "
            + "those there already only looked for; none (default: ${DEFAULT-VALUE})")
    private String originals;

    @Option(names = "--recipient", paramLabel = "AGE1…", description = "also for this public key of age; repeatable")
    private @Nullable List<String> recipients;

    @Override
    public Integer call() throws IOException, SQLException {
        if (to == null) {
            spec.commandLine().usage(spec.commandLine().getErr());
            return 2;
        }
        Backup.Originals which = originals(originals);
        List<Recipient> also = recipients == null ? List.of() : recipients.stream().map(Recipient::new).toList();
        long began = System.nanoTime();
        try (OpenRegister register = stele.open()) {
            var backup = new Backup(register.get(Database.class).login(), DataFolder.choose(stele.data()), register.get(Keyring.class));
            Backup.Written written = backup.write(BackupFolder.in(to), which, also, asOf -> KnownFigures.of(register.get(Statistics.class), asOf), progress());
            say("Backup %s: %d files, %,d bytes, of which %,d are new; %d originals%s. All new files were read back. %.1f s"
                    .formatted(written.backup().name(), written.backup().index().objects().size(), written.backup().index().bytes(), written.written(),
                            written.originals(), which == Backup.Originals.NONE ? " (left out as asked)" : "", (System.nanoTime() - began) / 1e9));
            if (written.onlyService()) {
                err("WARNING: only the service identity opens this backup, and it is not in it. If this machine is lost, the backup is worthless. "
                        + "Make recovery shares (stele keys shares), then write another.");
            }
        }
        return 0;
    }

    @Command(description = "Lists the backups in a folder, oldest first. Needs no key.", footer = {"", "Examples:", "  stele backup list DIR", "  stele backup list DIR --json"})
    int list(@Parameters(paramLabel = "DIR") Path from, @Option(names = "--json", description = "print JSON") boolean json) throws IOException {
        List<BackupFolder.Named> all = BackupFolder.existing(from).list();
        if (json) {
            say(JsonMapper.builder().build().writeValueAsString(all));
        } else {
            all.forEach(each -> say("%s  %s  %d files, %,d bytes, originals: %s".formatted(each.name(), each.index().at(), each.index().objects().size(),
                    each.index().bytes(), each.index().originals())));
            if (all.isEmpty()) {
                say("There is no complete backup in " + from + ".");
            }
        }
        return 0;
    }

    @Command(description = "Reads every byte of a backup from the disk and says whether it is as it was written. Needs no key.",
            footer = {"", "Examples:", "  stele backup verify DIR", "  stele backup verify DIR --backup NAME", "", "Exit code 1 if a file is missing or altered; each is named."})
    int verify(@Parameters(paramLabel = "DIR") Path from, @Option(names = "--backup", paramLabel = "NAME", defaultValue = "", description = "which; else the latest") String name)
            throws IOException {
        BackupFolder folder = BackupFolder.existing(from);
        BackupFolder.Named backup = folder.find(name);
        List<String> faults = folder.faults(backup, progress());
        faults.forEach(this::say);
        if (faults.isEmpty()) {
            say("Backup %s: all %d files, %,d bytes, are as they were written.".formatted(backup.name(), backup.index().objects().size(), backup.index().bytes()));
        }
        return faults.isEmpty() ? 0 : 1;
    }

    @Command(description = {"Restores a backup into a temporary folder, counts again, compares with what was counted when it was written, and removes the folder.",
        "The register itself is not touched."}, footer = {"", "Examples:", "  stele backup drill DIR", "  stele backup drill DIR --share a --share b --share c", "",
            "Exit code 1 if anything differs."})
    int drill(@Parameters(paramLabel = "DIR") Path from, @Option(names = "--backup", paramLabel = "NAME", defaultValue = "", description = "which; else the latest") String name,
            @Option(names = "--identity", paramLabel = "FILE", description = "an identity of age that opens it (default: this data folder's service identity)") @Nullable Path identity,
            @Option(names = "--share", paramLabel = "FILE", description = "a file with a recovery share; three times") @Nullable List<Path> shares) throws IOException, SQLException {
        BackupFolder folder = BackupFolder.existing(from);
        BackupFolder.Named backup = folder.find(name);
        var opening = new BackupKeys(spec.commandLine().getErr(), DataFolder.choose(stele.data()));
        Path temporary = Files.createTempDirectory("stele-drill-");
        try {
            Drill drill = new Drill(folder, backup, opening.identities(backup.index(), identity, shares), temporary.resolve("data"));
            Drill.Result result = drill.run(progress(), data -> {
                try (OpenRegister restored = stele.open(data, NO_SERVER)) {
                    return KnownFigures.of(restored.get(Statistics.class), drill.asOf());
                }
            });
            result.lines().forEach(this::say);
            return result.passed() ? 0 : 1;
        } finally {
            Drill.remove(temporary);
        }
    }

    private static Backup.Originals originals(String word) {
        try {
            return Backup.Originals.valueOf(word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new Refusal("--originals takes all, new or none, not '" + word + "'.", e);
        }
    }

    private Consumer<String> progress() {
        return new SaidProgress(spec.commandLine().getErr());
    }

    private void err(String line) {
        spec.commandLine().getErr().println(line);
        spec.commandLine().getErr().flush();
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }
}
