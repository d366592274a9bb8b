package org.stele.commandline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.stele.audit.LastAudit;
import org.stele.audit.LogStanding;
import org.stele.backup.BackupState;
import org.stele.backup.StateFile;
import org.stele.database.DataFolder;
import org.stele.database.DataPlace;
import org.stele.database.Database;
import org.stele.database.DatabaseCheck;
import org.stele.database.Refusal;
import org.stele.inspection.Ffmpeg;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Says whether this machine and this data folder are fit for the register. */
@Command(name = "doctor", description = "Checks Java, the data folder, the database's safety settings, the sealed log and who vouches for it, fonts, disk space and backups.",
        footer = {"", "Examples:", "  stele doctor", "  stele doctor --json | jq '.[] | select(.fulfilled | not)'",
            "", "Exit code 1 if anything is not as it must be."})
final class DoctorCommand implements Callable<Integer> {
    private static final long LEAST_FREE_BYTES = 2L << 30;

    @ParentCommand
    private SteleCommand stele;

    @Spec
    private CommandSpec spec;

    @Option(names = "--json", description = "print a JSON list instead of lines")
    private boolean json;

    /** One thing looked at. */
    record Finding(String subject, boolean fulfilled, String found, String remedy) {
    }

    @Override
    public Integer call() {
        List<Finding> findings = new ArrayList<>();
        int java = Runtime.version().feature();
        findings.add(new Finding("Java", java >= 25, Runtime.version().toString(), "install a JDK 25 or newer"));
        findings.add(fonts());
        findings.addAll(database());
        findings.add(space());
        findings.add(films());
        findings.add(backup());
        print(findings);
        return findings.stream().allMatch(Finding::fulfilled) ? 0 : 1;
    }

    private List<Finding> database() {
        List<Finding> findings = new ArrayList<>();
        try (Database database = Database.open(stele.data(), stele.databaseUrl()); Connection connection = database.login().connect()) {
            findings.add(new Finding("database", true, database.login().toString(), ""));
            for (DatabaseCheck check : DatabaseCheck.all(connection)) {
                findings.add(new Finding("database: " + check.name(), check.fulfilled(), check.found(), check.remedy()));
            }
            findings.addAll(log(connection));
        } catch (Refusal | SQLException e) {
            findings.add(new Finding("database", false, String.valueOf(e.getMessage()), "do what the line above says"));
        }
        return findings;
    }

    /** Nothing of a database that no program has made ready yet. */
    private List<Finding> log(Connection connection) throws SQLException {
        try (Statement question = connection.createStatement(); ResultSet row = question.executeQuery("select to_regclass('log_checkpoint') is not null")) {
            if (!row.next() || !row.getBoolean(1)) {
                return List.of();
            }
        }
        DataPlace place = new DataPlace(DataFolder.choose(stele.data()));
        LogStanding log = LogStanding.now(new SingleConnectionDataSource(connection, true), place);
        List<Finding> findings = new ArrayList<>();
        findings.add(new Finding("sealed log", log.troubles().isEmpty(), "%,d entries, %,d of them published%s".formatted(log.entries(), log.published(),
                log.troubles().isEmpty() ? "" : "; " + String.join("; ", log.troubles())), "put the folder attestations back from a backup, and the files witnesses and"
                + " time-stamp-authorities into order"));
        findings.add(new Finding("sealed log: witnesses", log.outside() != LogStanding.Outside.UNWITNESSED, log.words(),
                "ask those who run the witnesses, and keep the output of 'stele log checkpoint' elsewhere until they cosign again"));
        new LastAudit(place).read().ifPresent(last -> findings.add(new Finding("last verified", last.good(), last.words(), "run stele verify, and do what it says")));
        return findings;
    }

    private Finding space() {
        Path folder = DataFolder.choose(stele.data());
        try {
            while (!Files.exists(folder)) {
                folder = folder.getParent();
            }
            long free = Files.getFileStore(folder).getUsableSpace();
            return new Finding("disk space", free >= LEAST_FREE_BYTES, (free >> 20) + " MB free for " + folder, "free at least " + (LEAST_FREE_BYTES >> 20) + " MB");
        } catch (IOException e) {
            return new Finding("disk space", false, e.toString(), "make the data folder readable");
        }
    }

    /** From the record in the data folder, so that it can be told while the server holds it. */
    private Finding backup() {
        Instant now = Instant.now();
        try {
            BackupState state = new StateFile(DataFolder.choose(stele.data())).read();
            return new Finding("backup", !state.needsSomebody(now), state.words(now), "write one (stele backup), and see why the schedule did not: the server's log says more");
        } catch (IOException e) {
            return new Finding("backup", false, e.toString(), "make the data folder readable");
        }
    }

    private static Finding fonts() {
        boolean there = DoctorCommand.class.getResource("/fonts/IBMPlexSansArabic-Regular.ttf") != null;
        return new Finding("fonts", there, there ? "in the program" : "missing from the program", "build the program again from a whole checkout");
    }

    /** Not needed, and no fault where it is missing: then films are kept and shown without stills. */
    private static Finding films() {
        return new Finding("stills of films", true, Ffmpeg.here().map(each -> "ffmpeg " + each.version() + " at " + each.path())
                .orElse("none: the program ffmpeg is not installed (Debian: apt install ffmpeg); everything else works without it"), "");
    }

    private void print(List<Finding> findings) {
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(JsonMapper.builder().build().writeValueAsString(findings));
        } else {
            for (Finding each : findings) {
                out.printf("%-4s %-28s %s%n", each.fulfilled() ? "ok" : "NOT", each.subject(), each.found());
                if (!each.fulfilled()) {
                    out.println("     " + each.remedy());
                }
            }
        }
        out.flush();
    }
}
