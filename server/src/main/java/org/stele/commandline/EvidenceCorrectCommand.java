package org.stele.commandline;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stele.database.Refusal;
import org.stele.evidence.Corrections;
import org.stele.evidence.Items;
import org.stele.evidence.Provenance;
import org.stele.history.Version;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Corrects where an item came from. */
@Command(name = "correct", sortOptions = false, description = {"Corrects what was told of where an item came from. What is not named stays as it is; "
        + "an empty value takes it out.", "Nothing is overwritten: what was said before stays in the item's history, with who corrected it, when and why."},
        footer = {"", "Examples:", "  stele evidence correct 5 --captured 2020-11-19 --reason 'the source looked it up'",
            "  stele evidence correct 5 --provenance 12 --url '' --source 'the media office' --reason 'the address was another post'"})
final class EvidenceCorrectCommand implements Callable<Integer> {

    @ParentCommand
    private EvidenceCommand evidence;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ITEM", description = "its number")
    private long item;

    @Option(names = "--provenance", paramLabel = "N", description = "which, where the item came more than once; 'stele evidence show' numbers them")
    private @Nullable Long provenance;

    @Option(names = "--kind", paramLabel = "CODE", description = "kind of the source")
    private @Nullable String kind;

    @Option(names = "--source", paramLabel = "WORDS", description = "who or what gave it")
    private @Nullable String source;

    @Option(names = "--url", paramLabel = "ADDRESS", description = "the address it was found at")
    private @Nullable String url;

    @Option(names = "--obtained-by", paramLabel = "NAME", description = "who of you obtained it")
    private @Nullable String obtainedBy;

    @Option(names = "--obtained-at", paramLabel = "TIME", description = "when")
    private @Nullable String obtainedAt;

    @Option(names = "--captured", paramLabel = "TIME", description = "when its source says it was taken")
    private @Nullable String captured;

    @Option(names = "--consent", paramLabel = "SCOPE", description = "not-asked, open-source, internal, courts or publication")
    private @Nullable String consent;

    @Option(names = "--note", paramLabel = "WORDS", description = "anything else about how it came")
    private @Nullable String note;

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "why, for the history")
    private String reason;

    @Option(names = "--by", paramLabel = "NAME", description = "who answers for it (default: who runs this)")
    private @Nullable String by;

    @Override
    public Integer call() {
        try (OpenRegister register = evidence.stele().open()) {
            Version<Provenance> now = meant(register.get(Items.class));
            Map<String, String> fields = new HashMap<>(now.record().fields());
            given().forEach((name, value) -> {
                if (value != null) {
                    fields.put(name, value);
                }
            });
            register.get(Corrections.class).correct(item, now.id(), now.number(), fields, Answerable.or(by), reason);
            spec.commandLine().getOut().println("Provenance %d of item %d is corrected: version %d. What was said before stays in its history."
                    .formatted(now.id(), item, now.number() + 1));
        }
        spec.commandLine().getOut().flush();
        return 0;
    }

    private Version<Provenance> meant(Items items) {
        items.current(item);
        List<Version<Provenance>> all = items.provenances(item).stream().filter(each -> provenance == null || each.id() == provenance).toList();
        if (all.size() != 1) {
            throw new Refusal(all.isEmpty() ? "Item " + item + " has no such provenance; 'stele evidence show " + item + "' numbers those it has."
                    : "Item " + item + " came " + all.size() + " times: say which with --provenance, one of " + all.stream().map(Version::id).toList() + ".");
        }
        return all.getFirst();
    }

    private Map<String, @Nullable String> given() {
        Map<String, @Nullable String> given = new HashMap<>();
        given.put("kind", kind);
        given.put("source", source);
        given.put("url", url);
        given.put("obtained-by", obtainedBy);
        given.put("obtained-at", obtainedAt);
        given.put("captured", captured);
        given.put("consent", consent);
        given.put("note", note);
        return given;
    }
}
