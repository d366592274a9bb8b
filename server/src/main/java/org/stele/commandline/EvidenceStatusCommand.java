package org.stele.commandline;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stele.evidence.Items;
import org.stele.vault.Blob;
import org.stele.vault.Copies;
import org.stele.vault.CopyPlan;
import org.stele.vault.CopyState;
import org.stele.vault.CopyStatus;
import org.stele.vault.CopyView;
import org.stele.vault.PlannedLocation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Where every copy stands. */
@Command(name = "status", sortOptions = false,
        description = "Says where the copies of all originals stand, per location, what is overdue, and what somebody has to look after.",
        footer = {"", "Examples:", "  stele evidence status", "  stele evidence status 5                    every copy of one item",
            "  stele evidence status --json | jq '.troubles'",
            "  stele evidence status --quiet || mail -s 'copies' archive@example.org", "",
            "Exit code 0 if nobody has to do anything, 1 if somebody has to."})
final class EvidenceStatusCommand implements Callable<Integer> {
    private static final String ROW = "%-16s %-7s %-16s %8s %9s %6s %8s  %-17s  %s";

    @ParentCommand
    private EvidenceCommand evidence;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "ITEM", description = "the number of an item; where everything stands if absent")
    private @Nullable Long item;

    @Option(names = "--json", description = "print a JSON object instead of lines")
    private boolean json;

    @Option(names = "--quiet", description = "print only what somebody has to look after")
    private boolean quiet;

    @Override
    public Integer call() {
        if (item != null) {
            return one(item);
        }
        CopyStatus status;
        try (OpenRegister register = evidence.stele().open()) {
            status = register.get(Copies.class).status();
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(JsonMapper.builder().build().writeValueAsString(status));
        } else {
            print(status, out);
        }
        out.flush();
        return status.well() ? 0 : 1;
    }

    /** The copies of one item. */
    private int one(long number) {
        PrintWriter out = spec.commandLine().getOut();
        boolean well;
        try (OpenRegister register = evidence.stele().open()) {
            Items items = register.get(Items.class);
            Blob blob = items.blob(items.current(number).record());
            Copies copies = register.get(Copies.class);
            List<CopyView> views = copies.of(blob.id());
            List<PlannedLocation> held = copies.plan().locations().stream()
                    .filter(each -> views.stream().anyMatch(view -> view.location().equals(each.name()) && view.state() == CopyState.HELD)).toList();
            well = copies.plan().isMetBy(held);
            if (json) {
                out.println(JsonMapper.builder().build().writeValueAsString(Map.of("item", number, "bytes", blob.id(), "name", blob.name().sha256(),
                        "planned", well, "copies", views)));
            } else {
                out.println("Item %d: bytes number %d, named %s, %s".formatted(number, blob.id(), blob.name(), Sizes.of(blob.cipherLength())));
                views.forEach(view -> out.println("  %-16s %-10s last read whole and right: %s%s".formatted(view.location(), view.state().code(),
                        minute(view.verified()), view.detail().isEmpty() ? "" : "; " + view.detail())));
                copies.plan().locations().stream().filter(each -> views.stream().noneMatch(view -> view.location().equals(each.name())))
                        .forEach(each -> out.println("  %-16s to be written".formatted(each.name())));
                out.println(well ? "It has all the copies planned." : "NOT all the copies planned" + (held.size() >= CopyPlan.SAFE ? "." : ", and not yet safe."));
            }
        }
        out.flush();
        return well ? 0 : 1;
    }

    private void print(CopyStatus status, PrintWriter out) {
        if (!quiet) {
            out.printf("%,d %s (%s): %,d with all the copies planned, %,d with at least two, %,d lost%n", status.blobs(), status.blobs() == 1 ? "original" : "originals", Sizes.of(status.bytes()),
                    status.planned(), status.safe(), status.lost());
            out.println();
            out.println(ROW.formatted("location", "kind", "place", "copies", "to write", "bad", "overdue", "oldest reading", ""));
            for (CopyStatus.At at : status.locations()) {
                out.println(ROW.formatted(at.name(), at.kind(), at.place(), "%,d".formatted(at.held()), "%,d".formatted(at.pending()),
                        "%,d".formatted(at.bad()), "%,d".formatted(at.overdue()), minute(at.oldest()), where(at)).stripTrailing());
            }
            out.println();
        }
        status.troubles().forEach(trouble -> out.println("NOT " + trouble));
        if (status.well() && !quiet) {
            out.println("All is well.");
        }
    }

    private static String where(CopyStatus.At at) {
        return at.away() != null ? "away since " + minute(at.away()) : at.seen() == null ? "never reached" : at.offline() ? "offline, seen " + minute(at.seen()) : "";
    }

    private static String minute(@Nullable Instant instant) {
        return instant == null ? "-" : instant.truncatedTo(ChronoUnit.MINUTES).toString();
    }
}
