package org.stele.commandline;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stele.evidence.Looking;
import org.stele.evidence.Seen;
import org.stele.inspection.Claim;
import org.stele.inspection.Finding;
import org.stele.inspection.Member;
import org.stele.inspection.Shown;
import org.stele.language.Language;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Looks at items, and shows what was found. */
@Command(name = "inspect", sortOptions = false, description = {"Looks at what items' files show themselves to be, in a process of its own without network:",
        "type, what they claim of time, place and device, the fingerprint of a picture. Makes a thumbnail and a text.",
        "Without numbers: those that were never looked at. A server on the same data folder does that by itself."},
        footer = {"", "Examples:", "  stele evidence inspect           all that wait for it", "  stele evidence inspect 5         this one, again",
            "  stele evidence inspect 5 --shown --json | jq .claims     what was found the last time"})
final class EvidenceInspectCommand implements Callable<Integer> {
    private static final int AT_ONCE = 100;

    @ParentCommand
    private EvidenceCommand evidence;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ITEM", arity = "0..*", description = "numbers of items")
    private List<Long> items = new ArrayList<>();

    @Option(names = "--shown", description = "only show what was found the last time")
    private boolean shown;

    @Option(names = "--reason", paramLabel = "TEXT", defaultValue = "inspection asked for by hand", description = "why, for the chain of custody (default: ${DEFAULT-VALUE})")
    private String reason;

    @Option(names = "--by", paramLabel = "NAME", description = "who asks (default: who runs this)")
    private @Nullable String by;

    @Option(names = "--json", description = "print a JSON object for each item, one a line")
    private boolean json;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        int failed = 0;
        try (OpenRegister register = evidence.stele().open()) {
            Looking looking = register.get(Looking.class);
            if (!items.isEmpty()) {
                for (long item : items) {
                    failed += one(looking, item, out);
                }
            } else {
                long last = 0;
                for (List<Long> waiting = looking.waiting(0, AT_ONCE); !waiting.isEmpty(); waiting = looking.waiting(last, AT_ONCE)) {
                    for (long item : waiting) {
                        failed += one(looking, item, out);
                        last = item;
                    }
                }
                if (last == 0) {
                    spec.commandLine().getErr().println("No item waits to be looked at.");
                }
            }
        }
        out.flush();
        return failed == 0 ? 0 : 1;
    }

    private int one(Looking looking, long item, PrintWriter out) {
        try {
            Seen seen = shown ? looking.seen(item).orElseThrow(() -> new IOException("it was not looked at yet"))
                    : looking.look(item, Answerable.or(by), reason);
            if (json) {
                out.println(JsonMapper.builder().build().writeValueAsString(json(seen)));
            } else {
                print(seen, out);
            }
            out.flush();
            return 0;
        } catch (IOException failure) {
            spec.commandLine().getErr().println("Item " + item + " was not looked at: " + failure.getMessage());
            spec.commandLine().getErr().flush();
            return 1;
        }
    }

    private static void print(Seen seen, PrintWriter out) {
        out.println("Item " + seen.item() + ": " + Shown.text(seen.type()) + (seen.fingerprint() == null ? "" : ", fingerprint of quality "
                + seen.fingerprint().quality() + ": " + seen.fingerprint().upright())
                + (seen.stills() == 0 ? "" : ", stills: " + seen.stills()));
        for (Finding finding : seen.findings()) {
            out.println("  found: " + code(finding.kind()) + ": " + finding.words(Language.EN));
        }
        for (Claim claim : seen.claims()) {
            out.println("  claims " + code(claim.about()) + ": " + Shown.text(claim.value()) + "  (" + Shown.text(claim.tag()) + ")");
        }
        for (Member member : seen.members().stream().limit(50).toList()) {
            out.println("  contains: " + Shown.text(member.name()) + (member.length() < 0 ? "" : ", " + member.length() + " bytes"));
        }
        if (seen.members().size() > 50) {
            out.println("  and " + (seen.members().size() - 50) + " more (--json lists them)");
        }
        out.println("  looked at: " + seen.isolation().words(Language.EN));
    }

    private static Map<String, Object> json(Seen seen) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("item", seen.item());
        json.put("inspection", seen.id());
        json.put("at", seen.at().toString());
        json.put("type", seen.type());
        json.put("claimedType", seen.claimedType());
        json.put("findings", seen.findings().stream().map(each -> Map.of("kind", code(each.kind()), "what", each.what().code(), "values", each.values(),
                "words", each.words(Language.EN))).toList());
        json.put("claims", seen.claims().stream().map(each -> Map.of("about", code(each.about()), "value", each.value(), "tag", each.tag())).toList());
        json.put("members", seen.members());
        json.put("pdq", seen.fingerprint() == null ? null : seen.fingerprint().upright().toString());
        json.put("quality", seen.fingerprint() == null ? null : seen.fingerprint().quality());
        json.put("stills", seen.stills());
        json.put("isolation", seen.isolation());
        return json;
    }

    private static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
