package org.stele.commandline;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.stele.database.Refusal;
import org.stele.erasure.ErasurePlan;
import org.stele.erasure.ErasureRequest;
import org.stele.erasure.Erasures;
import org.stele.erasure.Subject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Lawful erasure, in two steps by two persons. */
@Command(name = "erase", sortOptions = false,
        description = {"Erases what is personal in a record, for good, where a law demands it: one person asks, another confirms.",
        "Names, words, sources and looks go, of an item its key too, after which no copy can be read. Figures, proofs and a mark stay."},
        footer = {"", "Examples:", "  stele erase request victim:12 --dry-run                                        what would go",
            "  stele erase request victim:12 --by amal --ground 'right to erasure, art. 17'",
            "  stele erase confirm 3 --by basim                                               another person; erases",
            "  stele erase list", "", "Backups made before still hold what was erased: docs/operations.md says how that ends."})
final class EraseCommand implements Callable<Integer> {

    @ParentCommand
    private SteleCommand stele;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return 2;
    }

    @Command(description = "Asks for an erasure, and shows what would go. Nothing is erased yet.",
            footer = {"", "Examples:", "  stele erase request item:5 --dry-run",
                    "  stele erase request item:5 --by amal --ground 'court order 12/2026'"})
    int request(@Parameters(paramLabel = "RECORD", description = "victim:12, statement:9 or item:5") String record,
            @Option(names = "--ground", defaultValue = "", paramLabel = "TEXT",
                    description = "the law, judgement or right that demands it; it is kept, so name nobody") String ground,
            @Option(names = "--by", defaultValue = "", paramLabel = "ACCOUNT", description = "who asks") String by,
            @Option(names = "--dry-run", description = "only show what would go") boolean dryRun) {
        Subject subject = Subject.of(record);
        try (OpenRegister register = stele.open()) {
            Erasures erasures = register.get(Erasures.class);
            ErasurePlan plan = erasures.plan(subject);
            if (dryRun) {
                print(plan, "Would be erased");
                return 0;
            }
            ErasureRequest asked = erasures.ask(subject, ground, by);
            print(plan, "Will be erased");
            say("Erasure %d of %s is asked for by %s. Nothing is erased before another person says: stele erase confirm %d --by NAME".formatted(asked.id(),
                    subject, asked.askedBy(), asked.id()));
        }
        return 0;
    }

    @Command(description = "Confirms an erasure as a second person, and erases. There is no way back.",
            footer = {"", "Examples:", "  stele erase confirm 3 --dry-run", "  stele erase confirm 3 --by basim"})
    int confirm(@Parameters(paramLabel = "ID", description = "its number") long id,
            @Option(names = "--by", defaultValue = "", paramLabel = "ACCOUNT", description = "who confirms; not who asked") String by,
            @Option(names = "--dry-run", description = "only show what would go") boolean dryRun) {
        try (OpenRegister register = stele.open()) {
            Erasures erasures = register.get(Erasures.class);
            if (dryRun) {
                ErasureRequest asked = erasures.find(id).orElseThrow(() -> new Refusal("There is no erasure request " + id + "."));
                print(erasures.plan(asked.subject()), "Would be erased");
                return 0;
            }
            ErasurePlan erased = erasures.confirm(id, by);
            print(erased, "Erased");
            say("Done and sealed. 'stele verify' shows that every proof holds; backups made before still hold it (docs/operations.md, Lawful erasure).");
        }
        return 0;
    }

    @Command(description = "Takes back a request that nobody confirmed yet.", footer = {"", "Example:",
            "  stele erase withdraw 3 --by amal"})
    int withdraw(@Parameters(paramLabel = "ID", description = "its number") long id,
            @Option(names = "--by", required = true, paramLabel = "ACCOUNT", description = "who takes it back") String by) {
        try (OpenRegister register = stele.open()) {
            say("Erasure " + register.get(Erasures.class).withdraw(id, by).id() + " is withdrawn; nothing was erased.");
        }
        return 0;
    }

    @Command(description = "Lists what was asked for and what was erased, the latest first.", footer = {"", "Example:",
            "  stele erase list --json"})
    int list(@Option(names = "--json", description = "print a JSON list") boolean json) {
        List<ErasureRequest> all;
        try (OpenRegister register = stele.open()) {
            all = register.get(Erasures.class).all();
        }
        if (json) {
            say(JsonMapper.builder().build().writeValueAsString(all.stream().map(EraseCommand::json).toList()));
        } else if (all.isEmpty()) {
            say("No erasure was ever asked for.");
        } else {
            all.forEach(each -> say("%d  %s  %s, asked by %s%s: %s".formatted(each.id(), each.subject(), each.stage(), each.askedBy(),
                    each.confirmedBy() == null ? "" : ", confirmed by " + each.confirmedBy() + " on " + each.confirmedAt(),
                            each.ground())));
        }
        return 0;
    }

    private static Map<String, Object> json(ErasureRequest each) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", each.id());
        json.put("subject", each.subject().toString());
        json.put("stage", each.stage());
        json.put("ground", each.ground());
        json.put("askedBy", each.askedBy());
        json.put("askedAt", each.askedAt().toString());
        json.put("confirmedBy", each.confirmedBy());
        json.put("confirmedAt", each.confirmedAt() == null ? null : each.confirmedAt().toString());
        json.put("change", each.change());
        return json;
    }

    private void print(ErasurePlan plan, String heading) {
        say(heading + ", " + plan.subject() + ":");
        plan.words().forEach(each -> say("  " + each));
        if (plan.isEmpty()) {
            say("  nothing: it holds nothing personal any more");
        }
        say("What stays:");
        plan.stays().forEach(each -> say("  " + each));
    }

    private void say(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }
}
