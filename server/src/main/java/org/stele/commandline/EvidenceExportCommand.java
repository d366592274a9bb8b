package org.stele.commandline;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stele.audit.CourtBundle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Hands an item over with proof. */
@Command(name = "export", sortOptions = false, description = {"Writes a folder for a court: the item's bytes in clear, where they came from, who had them in"
        + " hand, and proof of all of it.", "Whoever gets it checks it with python3 and openssl alone. It names sources as they were recorded: see who gets it."},
        footer = {"", "Examples:", "  stele evidence export --for-court 5 --reason 'request 2026/17 of the tribunal' --out item-5/",
            "  python3 item-5/verify.py", "", "The hand-over stands in the chain of custody before the first byte is written."})
final class EvidenceExportCommand implements Callable<Integer> {

    @ParentCommand
    private EvidenceCommand evidence;

    @Spec
    private CommandSpec spec;

    @Option(names = "--for-court", required = true, paramLabel = "ITEM", description = "number of the item")
    private long item;

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "to whom and why, for the chain of custody")
    private String reason;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "a new folder")
    private Path out;

    @Option(names = "--by", paramLabel = "NAME", description = "who hands it over (default: who runs this)")
    private @Nullable String by;

    @Option(names = "--json", description = "print a JSON object")
    private boolean json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (OpenRegister register = evidence.stele().open()) {
            CourtBundle.Written written = register.get(CourtBundle.class).write(item, out, Answerable.or(by), reason);
            PrintWriter to = spec.commandLine().getOut();
            if (json) {
                Map<String, Object> result = new LinkedHashMap<>();
                result.put("folder", written.folder().toString());
                result.put("records", written.records());
                result.put("entries", written.entries());
                result.put("cosigned", written.outside().cosigned().keySet());
                result.put("stamped", written.outside().stamps().keySet());
                result.put("missing", written.outside().missing());
                to.println(JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(result));
            } else {
                to.println("%s: item %d and %d sealed records, proved to be in a log of %,d entries".formatted(out, item, written.records(), written.entries()));
                to.println(written.outside().cosigned().isEmpty() ? "no witness cosigned: the register alone vouches for its history"
                        : "cosigned by " + String.join(", ", written.outside().cosigned().keySet()));
                to.println(written.outside().stamps().isEmpty() ? "no authority stamped it: nobody else says when"
                        : "stamped by " + String.join(", ", written.outside().stamps().keySet()));
                written.outside().missing().forEach(each -> to.println("missing: " + each));
                to.println("to be checked with: python3 " + out.resolve("verify.py"));
            }
            to.flush();
        }
        return 0;
    }
}
