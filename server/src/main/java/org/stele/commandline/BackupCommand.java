package org.stele.commandline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.stele.backup.Backup;
import org.stele.backup.BackupOrder;
import org.stele.backup.BackupPlace;
import org.stele.backup.BackupPlaces;
import org.stele.backup.BackupResult;
import org.stele.backup.BackupWork;
import org.stele.backup.Drill;
import org.stele.backup.KnownFigures;
import org.stele.backup.Pruning;
import org.stele.backup.RunningServer;
import org.stele.database.DataFolder;
import org.stele.database.Refusal;
import org.stele.keys.Recipient;
import org.stele.sealing.Fault;
import org.stele.sealing.Verification;
import org.stele.statistics.Statistics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Writes encrypted backups of everything, checks them, and proves by a drill that they restore. */
@Command(name = "backup", description = {"Writes one consistent, encrypted backup of the register to a folder or a location of vault.yaml, "
        + "which may hold many; lists, checks and rehearses them.",
    "Tables, sealed log, keys, configuration and originals. What an earlier backup there holds already is not written again. Where the "
            + "server runs on this data folder, it writes it while it serves."},
        footer = {"", "Examples:", "  stele backup /media/disk1/stele",
                "  stele backup /media/disk1/stele --originals none --recipient age1…",
            "  stele backup location:berlin                a location of vault.yaml: a folder, a disk or a store",
            "  stele backup list /media/disk1/stele", "  stele backup verify /media/disk1/stele      reads every byte; needs no key",
            "  stele backup drill /media/disk1/stele       restores it into a temporary folder and compares the figures"})
final class BackupCommand implements Callable<Integer> {
    /** The embedded database, whatever the environment says: a drill must not touch a server. */
    private static final String NO_SERVER = "";

    @ParentCommand
    private SteleCommand stele;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "TO", arity = "0..1", description = "a folder's path (made if it is not there), or location:NAME for a "
            + "location of the plan")
    private @Nullable String to;

    @Option(names = "--originals", defaultValue = "new", description = "all: with every original, each read again; new: with every "
            + "original, "
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
        List<String> also = recipients == null ? List.of() : recipients;
        also.forEach(Recipient::new);
        BackupResult result = written(new BackupOrder(BackupPlaces.whole(to), originals(originals), also, 0));
        result.lines().forEach(this::say);
        result.warnings().forEach(this::err);
        return result.good() ? 0 : 1;
    }

    /** By the server, where one runs on this folder and has its database; else by this process. */
    private BackupResult written(BackupOrder order) throws IOException, SQLException {
        String server = stele.databaseUrl() == null ? System.getenv("STELE_DB_URL") : stele.databaseUrl();
        Optional<RunningServer> running = server == null || server.isBlank() ? RunningServer.on(DataFolder.choose(stele.data()))
                : Optional.empty();
        if (running.isPresent()) {
            try (RunningServer asked = running.get()) {
                return asked.backup(order, progress());
            }
        }
        try (OpenRegister register = stele.open()) {
            return register.get(BackupWork.class).run(order, false, progress());
        }
    }

    @Command(description = "Lists the backups in a place, oldest first. Needs no key.", footer = {"", "Examples:",
            "  stele backup list DIR", "  stele backup list location:berlin --json"})
    int list(@Parameters(paramLabel = "PLACE") String from, @Mixin BackupPlan plan, @Option(names = "--json",
            description = "print JSON") boolean json) throws IOException {
        try (BackupPlace place = plan.places(stele).toRead(from)) {
            List<BackupPlace.Named> all = place.list();
            if (json) {
                say(JsonMapper.builder().build().writeValueAsString(all));
            } else {
                all.forEach(each -> say("%s  %s  %,d files, %,d bytes, originals: %s%s".formatted(each.name(), each.index().at(),
                        each.index().objects().size(),
                        each.index().bytes(), each.index().originals(), each.index().missing() == 0 ? "" : ", WITHOUT "
                                + each.index().missing() + " of them")));
                if (all.isEmpty()) {
                    say("There is no complete backup in " + from + ".");
                }
            }
            return 0;
        }
    }

    @Command(description = "Reads every byte of a backup from where it lies and says whether it is as it was written. Needs no key.",
            footer = {"", "Examples:", "  stele backup verify DIR", "  stele backup verify location:berlin --backup NAME", "",
                    "Exit code 1 if a file is missing or altered; each is named."})
    int verify(@Parameters(paramLabel = "PLACE") String from, @Mixin BackupPlan plan,
            @Option(names = "--backup", paramLabel = "NAME", defaultValue = "",
                    description = "which; else the latest") String name) throws IOException {
        try (BackupPlace place = plan.places(stele).toRead(from)) {
            BackupPlace.Named backup = place.find(name);
            List<String> faults = place.faults(backup, progress());
            faults.forEach(this::say);
            if (faults.isEmpty()) {
                say("Backup %s: all %,d files, %,d bytes, are as they were written.".formatted(backup.name(),
                        backup.index().objects().size(), backup.index().bytes()));
            }
            return faults.isEmpty() ? 0 : 1;
        }
    }

    @Command(description = {"Removes old backups, and those of their files that no other needs. The newest whole one is read first; if it "
            + "is not as it was written, nothing is removed."},
            footer = {"", "Examples:", "  stele backup prune DIR --keep 12"})
    int prune(@Parameters(paramLabel = "PLACE") String from, @Mixin BackupPlan plan,
            @Option(names = "--keep", paramLabel = "N", required = true,
                    description = "so many whole backups stay, 1 or more") int keep) throws IOException {
        try (BackupPlace place = plan.places(stele).toRead(from)) {
            Pruning.Pruned pruned = Pruning.afterReading(place, DataFolder.choose(stele.data()), keep, progress());
            pruned.names().forEach(name -> say("removed " + name));
            pruned.lines().forEach(this::say);
            if (pruned.lines().isEmpty()) {
                say("There is nothing to remove.");
            }
            return pruned.kept().isEmpty() ? 0 : 1;
        }
    }

    @Command(description = {"Restores a backup into a temporary folder, compares figures, records and the sealed log with those of when it "
            + "was written, and removes the folder.",
        "The register itself is not touched. Says how long recovery takes."}, footer = {"", "Examples:", "  stele backup drill DIR",
                "  stele backup drill DIR --share a --share b --share c", "",
            "Exit code 1 if anything differs."})
    int drill(@Parameters(paramLabel = "PLACE") String from, @Mixin BackupPlan plan,
            @Option(names = "--backup", paramLabel = "NAME", defaultValue = "", description = "which; else the latest") String name,
            @Option(names = "--identity", paramLabel = "FILE", description = "an identity of age that opens it (default: this data "
                    + "folder's service identity)") @Nullable Path identity,
            @Option(names = "--share", paramLabel = "FILE",
                    description = "a file with a recovery share; three times") @Nullable List<Path> shares) throws IOException,
                            SQLException {
        Path data = DataFolder.choose(stele.data());
        Path temporary = Files.createTempDirectory("stele-drill-");
        try (BackupPlace place = plan.places(stele).toRead(from)) {
            BackupPlace.Named backup = place.find(name);
            var opening = new BackupKeys(spec.commandLine().getErr(), data);
            Drill drill = new Drill(place, backup, opening.identities(backup.index(), identity, shares), temporary.resolve("data"), data);
            Drill.Result result = drill.run(progress(), this::opened);
            result.lines().forEach(this::say);
            return result.passed() ? 0 : 1;
        } finally {
            Drill.remove(temporary);
        }
    }

    private Drill.Opened opened(Path data, Optional<Instant> asOf) {
        try (OpenRegister restored = stele.open(data, NO_SERVER)) {
            Verification.Report report = restored.get(Verification.class).run((entries, of) -> { });
            return new Drill.Opened(asOf.map(at -> KnownFigures.of(restored.get(Statistics.class), at)).orElse(Map.of()),
                    report.faults().stream().map(Fault::words).toList(), report.entries());
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
