package org.stele.commandline;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.stele.evidence.Items;
import org.stele.evidence.Similarities;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Finds pictures like another. */
@Command(name = "similar", sortOptions = false, description = {"Lists items that may show the same picture as another: resized, recompressed, turned or mirrored.",
        "These are leads for a person's eyes. Nothing is merged or decided by them."},
        footer = {"", "Examples:", "  stele evidence similar 5", "  stele evidence similar 5 --json", "",
            "The distance is of 256 bits: copies differ in 0 to 31, unrelated pictures in 112 to 138."})
final class EvidenceSimilarCommand implements Callable<Integer> {

    @ParentCommand
    private EvidenceCommand evidence;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ITEM", description = "its number")
    private long item;

    @Option(names = "--json", description = "print a JSON array")
    private boolean json;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (OpenRegister register = evidence.stele().open()) {
            register.get(Items.class).current(item);
            Similarities similarities = register.get(Similarities.class);
            List<Similarities.Likeness> found = similarities.of(item);
            if (json) {
                out.println(JsonMapper.builder().build().writeValueAsString(found));
            } else if (found.isEmpty()) {
                out.println(similarities.compares(item) ? "No other picture or film is like item " + item + "."
                        : "Item " + item + " cannot be compared: it is no picture or film, shows too little, or was not looked at yet (stele evidence inspect).");
            } else {
                found.forEach(each -> out.println("Item " + each.item() + (each.film() ? " may show the same: " + each.percent() + " % of the stills of one are in the other"
                        : " may be the same picture, resized or recompressed: distance " + each.distance() + " of 256")));
            }
        }
        out.flush();
        return 0;
    }
}
