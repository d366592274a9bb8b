package org.stele.commandline;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.stele.audit.LastAudit;
import org.stele.audit.LogStanding;
import org.stele.database.DataPlace;
import org.stele.database.Refusal;
import org.stele.sealing.Publishing;
import org.stele.sealing.SealedRow;
import org.stele.sealing.SealedRows;
import org.stele.sealing.Sequencer;
import org.stele.tlog.Log;
import org.stele.tlog.ProofFile;
import org.stele.witnessing.Attestation;
import org.stele.witnessing.Witnessing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** The sealed log: what stands in it, its checkpoint, and the proof of one record. */
@Command(name = "log", description = "Publishes the sealed log, says how it stands, and proves that a record is in it.",
        footer = {"", "Examples:", "  stele log status", "  stele log checkpoint > checkpoint-2020-11-30.txt     to be kept elsewhere",
            "  stele log prove victim 12 3 > proof.txt              victim 12, version 3", "",
            "While the server runs it publishes by itself, and serves the log at /log/checkpoint and /log/tile/…."})
final class LogCommand implements Callable<Integer> {

    @ParentCommand
    private SteleCommand stele;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return 2;
    }

    @Command(description = "Says how many entries there are, how many of them are published, by which key, who beside this machine vouches for them,"
            + " and when everything was last verified.")
    int status(@Option(names = "--json", description = "print a JSON object instead of lines") boolean json) {
        Map<String, Object> status = new LinkedHashMap<>();
        try (OpenRegister register = stele.open()) {
            Sequencer sequencer = register.get(Sequencer.class);
            LogStanding log = LogStanding.now(register.get(DataSource.class), register.get(DataPlace.class));
            status.put("entries", log.entries());
            status.put("published", log.published());
            status.put("root", log.root());
            status.put("publishedAt", String.valueOf(log.publishedAt()));
            status.put("key", sequencer.verifier().orElse(""));
            status.put("folder", sequencer.folder().toString());
            status.put("witnesses", log.words());
            status.put("outside", log.outside().name().toLowerCase(java.util.Locale.ROOT));
            status.put("cosigned", log.cosigned());
            status.put("stamps", log.stamps());
            status.put("troubles", log.troubles());
            status.put("verified", register.get(LastAudit.class).read().map(LastAudit.Noted::words).orElse("never on this machine: run stele verify"));
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(JsonMapper.builder().build().writeValueAsString(status));
        } else {
            status.forEach((name, value) -> out.println(name + ": " + value));
        }
        out.flush();
        return 0;
    }

    @Command(description = "Publishes everything written so far, shows it to the declared witnesses and time-stamp authorities, and prints the checkpoint with all"
            + " signatures.")
    int checkpoint() throws InterruptedException {
        try (OpenRegister register = stele.open()) {
            Log log = register.get(Sequencer.class).publish().orElseThrow(() -> new Refusal("Nothing was ever written into this register: there is no log yet."));
            Optional<Attestation> shown = register.get(Publishing.class).show(log);
            // What is given away is worth more with the witnesses' signatures on it.
            Optional<Witnessing.Kept> kept = Witnessing.keptIn(register.get(DataPlace.class).path()).kept(log.checkpoint().size());
            spec.commandLine().getOut().print(kept.map(each -> new String(each.cosigned(), StandardCharsets.UTF_8))
                    .filter(cosigned -> shown.isPresent()).orElseGet(() -> log.signedCheckpoint().orElseThrow().written()));
            spec.commandLine().getOut().flush();
            shown.ifPresent(attestation -> attestation.missing().forEach(each -> spec.commandLine().getErr().println("stele: " + each)));
            return shown.map(attestation -> attestation.missing().isEmpty() ? 0 : 1).orElse(0);
        }
    }

    @Command(description = {"Proves that a record is in the log as it is now: prints a proof (C2SP tlog-proof) that holds without this program."
            + " The salt and the record's exact form are printed with --salt, for whoever may see the record."},
            footer = {"", "Examples:", "  stele log prove victim 12 3        victim 12, version 3", "  stele log prove statement 7 --salt"})
    int prove(@Parameters(index = "0", paramLabel = "TABLE", description = "kind of record: victim, incident, statement, change, edition, …") String table,
            @Parameters(index = "1..*", arity = "1..*", paramLabel = "KEY", description = "its number, and the number of the version where it has versions") List<String> key,
            @Option(names = "--salt", description = "print, as JSON, salt and form of the record instead: SHA-256 of both is the entry") boolean salt) {
        try (OpenRegister register = stele.open()) {
            List<Object> named = new ArrayList<>();
            key.forEach(part -> named.add(part.matches("[0-9]{1,18}") ? (Object) Long.parseLong(part) : part));
            SealedRow row = new SealedRows(register.get(DataSource.class)).find(table, named)
                    .orElseThrow(() -> new Refusal("There is no sealed " + table + " " + String.join(" ", key) + "."));
            if (!row.holds()) {
                throw new Refusal(table + " " + String.join(" ", key) + " is not what was sealed: it was altered since. Run 'stele verify'.");
            }
            Log log = register.get(Sequencer.class).publish().orElseThrow();
            spec.commandLine().getOut().print(salt ? salted(row)
                    : new ProofFile(row.index(), log.inclusion(row.index(), log.checkpoint().size()), log.signedCheckpoint().orElseThrow()).written());
            spec.commandLine().getOut().flush();
            return 0;
        } catch (IllegalArgumentException e) {
            throw new Refusal(e.getMessage(), e);
        }
    }

    private static String salted(SealedRow row) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("index", row.index());
        all.put("entry", java.util.HexFormat.of().formatHex(row.entry()));
        all.put("salt", java.util.HexFormat.of().formatHex(row.salt()));
        all.put("form", new String(row.form(), java.nio.charset.StandardCharsets.UTF_8));
        return JsonMapper.builder().build().writeValueAsString(all) + "\n";
    }
}
