package org.stele.commandline;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stele.database.Refusal;
import org.stele.evidence.Looking;
import org.stele.evidence.Received;
import org.stele.inspection.Inspector;
import org.stele.inspection.Region;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Makes a copy of a picture with parts blacked out. */
@Command(name = "redact", sortOptions = false, description = {"Makes a copy of a picture with parts blacked out and all metadata left out, as an item of its own that points to the original.",
        "The original stays as it is."},
        footer = {"", "Examples:", "  stele evidence redact 5 --region 120,40,300,200 --reason 'face of a child'",
            "  stele evidence redact 5 --region 0,0,90,30 --region 400,10,60,60 --reason 'name plates'", "",
            "A region is x,y,width,height in pixels from the upper left corner of the picture as it is shown."})
final class EvidenceRedactCommand implements Callable<Integer> {

    @ParentCommand
    private EvidenceCommand evidence;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ITEM", description = "its number")
    private long item;

    @Option(names = "--region", required = true, paramLabel = "X,Y,W,H", description = "what to black out; may be given more than once")
    private List<String> regions;

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "what it is and why it is blacked out, for the chain of custody")
    private String reason;

    @Option(names = "--by", paramLabel = "NAME", description = "who does it (default: who runs this)")
    private @Nullable String by;

    @Override
    public Integer call() throws IOException {
        List<Region> parsed = regions.stream().map(this::region).toList();
        try (OpenRegister register = evidence.stele().open()) {
            Received copy = register.get(Looking.class).redact(item, parsed, Answerable.or(by), reason);
            spec.commandLine().getOut().println("Item " + copy.item() + " is the redacted copy of item " + item + ": " + Sizes.of(copy.length()) + ", SHA-256 " + copy.sha256());
            spec.commandLine().getOut().flush();
        } catch (Inspector.Impossible why) {
            throw new Refusal(why.getMessage());
        }
        return 0;
    }

    private Region region(String text) {
        try {
            return Region.parse(text);
        } catch (IllegalArgumentException wrong) {
            throw new Refusal(wrong.getMessage());
        }
    }
}
