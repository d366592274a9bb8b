package org.stele.commandline;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.stele.sealing.Fault;
import org.stele.sealing.Verification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Checks the register against its sealed log. */
@Command(name = "verify", sortOptions = false,
        description = {"Checks that every record is what was sealed when it was written: recomputes each entry of the sealed log from its row, compares the"
                + " entries with the published log, and the log with every checkpoint that was signed. Needs no network and changes nothing.",
            "It finds what somebody with the database's own password altered, deleted or put in. Who also holds the log's key could write a new"
                + " log: against that keep a checkpoint elsewhere, or have witnesses cosign."},
        footer = {"", "Examples:", "  stele verify", "  stele verify --json | jq .faults", "", "Exit code 1 if anything is not as it was sealed; the first fault is named."})
final class VerifyCommand implements Callable<Integer> {

    @ParentCommand
    private SteleCommand stele;

    @Spec
    private CommandSpec spec;

    @Option(names = "--json", description = "print a JSON object instead of lines")
    private boolean json;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        ProgressBar bar = new ProgressBar(spec.commandLine().getErr(), System.console() != null && !json, "entries");
        Verification.Report report;
        try (OpenRegister register = stele.open()) {
            report = register.get(Verification.class).run(bar::at);
        } finally {
            bar.end();
        }
        if (json) {
            out.println(JsonMapper.builder().build().writeValueAsString(asJson(report)));
        } else if (report.good()) {
            out.printf("Every record is what was sealed: %,d entries, and the log agrees with every checkpoint that was signed.%n", report.entries());
            if (report.checkpoint() != null) {
                out.printf("The last checkpoint covers %,d entries; its root is %s.%n", report.checkpoint().size(), report.checkpoint().root().base64());
            }
        } else {
            out.println("NOT AS IT WAS SEALED:");
            report.faults().forEach(fault -> out.println("  " + fault.words()));
        }
        out.flush();
        return report.good() ? 0 : 1;
    }

    private static Map<String, Object> asJson(Verification.Report report) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("good", report.good());
        all.put("entries", report.entries());
        all.put("checkpointSize", report.checkpoint() == null ? 0 : report.checkpoint().size());
        all.put("root", report.checkpoint() == null ? "" : report.checkpoint().root().base64());
        all.put("faults", report.faults().stream().map(VerifyCommand::asJson).toList());
        return all;
    }

    private static Map<String, String> asJson(Fault fault) {
        return new LinkedHashMap<>(Map.of("what", fault.what(), "words", fault.words()));
    }
}
