package org.stele.commandline;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stele.evidence.Item;
import org.stele.evidence.Items;
import org.stele.evidence.Provenance;
import org.stele.evidence.Reference;
import org.stele.history.Version;
import org.stele.vault.Blob;
import org.stele.vault.CustodyEvent;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Shows what is known of an item: all but its bytes. */
@Command(name = "show", sortOptions = false, description = "Shows what is known of an item: where it came from, what it bears on, and its chain of custody.",
        footer = {"", "Examples:", "  stele evidence show 5", "  stele evidence show 5 --json | jq .custody"})
final class EvidenceShowCommand implements Callable<Integer> {

    @ParentCommand
    private EvidenceCommand evidence;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ITEM", description = "its number")
    private long item;

    @Option(names = "--json", description = "print a JSON object")
    private boolean json;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (OpenRegister register = evidence.stele().open()) {
            Items items = register.get(Items.class);
            Version<Item> version = items.current(item);
            if (json) {
                out.println(JsonMapper.builder().build().writeValueAsString(json(items, version)));
            } else {
                print(items, version, out);
            }
        }
        out.flush();
        return 0;
    }

    private static void print(Items items, Version<Item> version, PrintWriter out) {
        Item item = version.record();
        Blob blob = items.blob(item);
        out.println("Item " + version.id() + ", " + item.form().code() + (item.confidential() ? ", confidential" : "") + (item.title() == null ? "" : ": " + item.title()));
        out.println("  %s, SHA-256 %s".formatted(Sizes.of(blob.length()), blob.sha256()));
        if (item.original() != null) {
            out.println("  made from item " + item.original() + ": " + item.madeHow());
        }
        for (Version<Provenance> each : items.provenances(version.id())) {
            Provenance told = each.record();
            out.println("Provenance " + each.id() + ": " + told.sourceKind() + of(", ", told.source()) + of(", ", told.url()));
            out.println("  obtained by " + told.obtainedBy() + ", " + told.obtainedAt() + "; consent: " + told.consent().code()
                    + of("; said to be taken ", told.captured()) + of("; called ", told.fileName()) + of("; digest announced: ", told.claimedSha256())
                    + of("; ", told.note()));
        }
        List<Reference> attached = items.attachments(version.id());
        if (!attached.isEmpty()) {
            out.println("Bears on " + String.join(", ", attached.stream().map(Reference::toString).toList()));
        }
        items.madeFrom(version.id()).forEach(made -> out.println("From it was made item " + made.id() + ": " + made.record().madeHow()));
        out.println("Chain of custody:");
        for (CustodyEvent event : items.chain(version)) {
            out.println("  %s  %s (%s)%s%s, by %s: %s".formatted(event.at(), event.act().code(), event.act().premis(), event.good() ? "" : " NOT WELL",
                    of(", ", event.detail()) + of(", at ", event.location()), event.by(), event.reason()));
        }
    }

    private static Map<String, Object> json(Items items, Version<Item> version) {
        Map<String, Object> json = new LinkedHashMap<>();
        Blob blob = items.blob(version.record());
        json.put("item", version.id());
        json.put("version", version.number());
        json.put("form", version.record().form().code());
        json.put("title", version.record().title());
        json.put("confidential", version.record().confidential());
        json.put("original", version.record().original());
        json.put("madeHow", version.record().madeHow());
        json.put("sha256", blob.sha256());
        json.put("bytes", blob.length());
        json.put("ciphertextSha256", blob.name().sha256());
        json.put("provenance", items.provenances(version.id()).stream().map(Version::record).toList());
        json.put("attached", items.attachments(version.id()).stream().map(Reference::toString).toList());
        json.put("made", items.madeFrom(version.id()).stream().map(Version::id).toList());
        json.put("custody", items.chain(version));
        return json;
    }

    private static String of(String before, @Nullable String text) {
        return text == null || text.isEmpty() ? "" : before + text;
    }
}
