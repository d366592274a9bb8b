package org.stele.commandline;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stele.evidence.Item;
import org.stele.evidence.Items;
import org.stele.evidence.Reference;
import org.stele.history.Changes;
import org.stele.history.Version;
import org.stele.vault.Blob;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Lists items, the latest first. */
@Command(name = "list", sortOptions = false, description = "Lists evidence items, the latest first.",
        footer = {"", "Examples:", "  stele evidence list", "  stele evidence list --attached victim:7", "  stele evidence list --below 300 --json"})
final class EvidenceListCommand implements Callable<Integer> {

    @ParentCommand
    private EvidenceCommand evidence;

    @Spec
    private CommandSpec spec;

    @Option(names = "--attached", paramLabel = "RECORD", description = "only those attached to incident:3, victim:7, statement:9")
    private @Nullable String attached;

    @Option(names = "--most", paramLabel = "N", defaultValue = "50", description = "at most so many (default: ${DEFAULT-VALUE})")
    private int most;

    @Option(names = "--below", paramLabel = "ITEM", defaultValue = "0", description = "only those with a smaller number, to go on")
    private long below;

    @Option(names = "--json", description = "print a JSON list")
    private boolean json;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (OpenRegister register = evidence.stele().open()) {
            Items items = register.get(Items.class);
            List<Version<Item>> found = attached == null ? items.latest(below, most)
                    : items.attachedTo(Reference.of(attached), register.get(Changes.class).latest());
            List<Map<String, Object>> rows = found.stream().map(each -> row(items, each)).toList();
            if (json) {
                out.println(JsonMapper.builder().build().writeValueAsString(rows));
            } else if (rows.isEmpty()) {
                out.println("No items. 'stele evidence add' takes them in.");
            } else {
                rows.forEach(row -> out.println("%-7s %-9s %-13s %10s  %s".formatted(row.get("item"), row.get("form"),
                        row.get("confidential").equals(true) ? "confidential" : "", Sizes.of((Long) row.get("bytes")), row.getOrDefault("title", ""))));
                if (attached == null && rows.size() == most) {
                    out.println("… --below " + rows.getLast().get("item") + " shows those before");
                }
            }
        }
        out.flush();
        return 0;
    }

    private static Map<String, Object> row(Items items, Version<Item> version) {
        Map<String, Object> row = new LinkedHashMap<>();
        Blob blob = items.blob(version.record());
        row.put("item", version.id());
        row.put("form", version.record().form().code());
        row.put("confidential", version.record().confidential());
        row.put("bytes", blob.length());
        row.put("sha256", blob.sha256());
        items.provenances(version.id()).stream().map(each -> each.record().fileName()).filter(java.util.Objects::nonNull).findFirst()
                .ifPresent(name -> row.put("title", name));
        if (version.record().title() != null) {
            row.put("title", version.record().title());
        }
        return row;
    }
}
