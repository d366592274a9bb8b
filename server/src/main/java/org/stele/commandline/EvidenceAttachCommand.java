package org.stele.commandline;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stele.evidence.Fault;
import org.stele.evidence.Items;
import org.stele.evidence.Reference;
import org.stele.evidence.Subjects;
import org.stele.evidence.Unsound;
import org.stele.language.Language;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Says what an item bears on. */
@Command(name = "attach", sortOptions = false, description = "Attaches an item to records it bears on, or takes that back; the history keeps both.",
        footer = {"", "Examples:", "  stele evidence attach 5 incident:3 victim:7 --reason 'same street'",
            "  stele evidence attach 5 victim:7 --undo --reason 'another person'"})
final class EvidenceAttachCommand implements Callable<Integer> {

    @ParentCommand
    private EvidenceCommand evidence;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "ITEM", description = "its number")
    private long item;

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "RECORD", description = "incident:3, victim:7, statement:9")
    private List<String> subjects = List.of();

    @Option(names = "--undo", description = "take it back")
    private boolean undo;

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "why, for the history")
    private String reason;

    @Option(names = "--by", paramLabel = "NAME", description = "who answers for it (default: who runs this)")
    private @Nullable String by;

    @Override
    public Integer call() {
        List<Reference> wanted = subjects.stream().map(Reference::of).toList();
        try (OpenRegister register = evidence.stele().open()) {
            Items items = register.get(Items.class);
            Subjects known = register.get(Subjects.class);
            for (Reference each : wanted) {
                if (known.label(each, Language.EN).isEmpty()) {
                    throw new Unsound(Map.of("attach", Fault.of("no-record", each.toString())));
                }
            }
            for (Reference each : wanted) {
                boolean changed = undo ? items.detach(item, each, Answerable.or(by), reason) : items.attach(item, each, Answerable.or(by), reason);
                spec.commandLine().getOut().println("Item " + item + (undo ? changed ? " is no longer attached to " : " was not attached to "
                        : changed ? " is attached to " : " was attached already to ") + each);
            }
        }
        spec.commandLine().getOut().flush();
        return 0;
    }
}
