package org.stele.vault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.stele.database.Refusal;

/** Reaches the planned locations, and makes sure that each is the one it was before. */
final class Opening {
    private final CopyPlan plan;
    private final Folder main;
    private final CopyTable table;
    private final Map<String, String> environment;
    private final Patience patience;

    Opening(CopyPlan plan, Folder main, CopyTable table, Map<String, String> environment, Patience patience) {
        this.plan = plan;
        this.main = main;
        this.table = table;
        this.environment = environment;
        this.patience = patience;
    }

    /** All planned locations, the vault's own folder first. */
    List<OpenLocation> all() {
        List<OpenLocation> open = new ArrayList<>();
        for (PlannedLocation each : plan.locations()) {
            OpenLocation location = open(each);
            location.whyAway().ifPresent(why -> table.away(each.name(), why));
            open.add(location);
        }
        return open;
    }

    private OpenLocation open(PlannedLocation planned) {
        try {
            Location location = location(planned);
            Optional<String> why = strange(planned, location);
            if (why.isPresent()) {
                close(location);
                return OpenLocation.away(planned, why.get());
            }
            return OpenLocation.here(planned, location);
        } catch (IOException e) {
            return OpenLocation.away(planned, String.valueOf(e.getMessage()));
        } catch (Refusal e) {
            return OpenLocation.away(planned, String.valueOf(e.getMessage()));
        }
    }

    private Location location(PlannedLocation planned) throws IOException {
        return switch (planned.means()) {
            case PlannedLocation.Main own -> main;
            case PlannedLocation.InFolder(Path path) -> folder(planned, path);
            case PlannedLocation.OnDisk(Path path) -> folder(planned, path);
            case PlannedLocation.InBucket bucket -> Buckets.open(planned.name(), bucket, environment, patience);
        };
    }

    private Folder folder(PlannedLocation planned, Path path) throws IOException {
        // A network mount whose server is gone may let even this wait for ever.
        if (!patience.with(planned.name(), moved -> Files.isDirectory(path))) {
            throw new IOException(path + " is not there");
        }
        return new Folder(planned.name(), path, 0);
    }

    /** Why this is not the location it should be; nothing if it is. One never seen before becomes known by this. */
    private Optional<String> strange(PlannedLocation planned, Location location) throws IOException {
        if (planned.means() instanceof PlannedLocation.Main) {
            table.seen(planned.name(), "main", plan.policy(planned));
            return Optional.empty();
        }
        Optional<String> known = table.mark(planned.name());
        Optional<String> found = patience.with(planned.name(), moved -> location.mark());
        if (known.isEmpty() && found.isEmpty()) {
            Optional<String> refused = unfit(planned);
            if (refused.isEmpty()) {
                leave(planned, location);
            }
            return refused;
        }
        if (found.isEmpty()) {
            return Optional.of("its mark is gone: nothing is mounted there, or another, or it lost what it held. If it was replaced by an empty one:"
                    + " stele evidence prepare " + planned.name() + " --replaced");
        }
        if (known.isEmpty() ? !found.get().contains("name: " + planned.name() + "\n") : !known.get().equals(found.get())) {
            return Optional.of("it bears the mark of another location or of another register, and was left alone");
        }
        table.seen(planned.name(), found.get(), plan.policy(planned));
        return Optional.empty();
    }

    private Optional<String> unfit(PlannedLocation planned) throws IOException {
        return switch (planned.means()) {
            case PlannedLocation.OnDisk disk -> Optional.of("it was never made ready. Mount it, then: stele evidence prepare " + planned.name());
            case PlannedLocation.InFolder(Path path) -> others(path).map(other -> "the folder holds other things (" + other + "): name an empty one");
            default -> Optional.empty();
        };
    }

    private static Optional<String> others(Path path) throws IOException {
        try (Stream<Path> entries = Files.list(path)) {
            return entries.map(each -> each.getFileName().toString()).filter(each -> !each.equals("lost+found") && !each.equals("System Volume Information")).findFirst();
        }
    }

    /**
     * Makes a location ready by hand.
     *
     * @param replaced whether it takes the place of one that is lost: all its copies are then written anew
     * @throws Refusal if it is not there, holds other things, or has a mark already
     */
    void prepare(PlannedLocation planned, boolean replaced) {
        try {
            Location location = location(planned);
            try {
                if (planned.means() instanceof PlannedLocation.Main) {
                    throw new Refusal("The vault's own folder needs no preparation.");
                }
                Optional<String> found = patience.with(planned.name(), moved -> location.mark());
                Optional<String> known = table.mark(planned.name());
                if (found.isPresent()) {
                    throw new Refusal(found.equals(known) ? "'" + planned.name() + "' is ready already. Nothing was changed."
                            : "What is at '" + planned.name() + "' bears the mark of another location or register. Nothing was changed.");
                }
                if (known.isPresent() && !replaced) {
                    throw new Refusal("'" + planned.name() + "' was ready before and has lost its mark. Is the right disk mounted? If it was replaced by an empty"
                            + " one, say --replaced: its copies are then written anew.");
                }
                if (planned.means() instanceof PlannedLocation.InFolder(Path path)) {
                    refuseOthers(path);
                }
                if (planned.means() instanceof PlannedLocation.OnDisk(Path path)) {
                    refuseOthers(path);
                }
                leave(planned, location);
            } finally {
                close(location);
            }
        } catch (IOException e) {
            throw new Refusal("'" + planned.name() + "' cannot be made ready: " + e.getMessage(), e);
        }
    }

    private static void refuseOthers(Path path) throws IOException {
        Optional<String> other = others(path);
        if (other.isPresent()) {
            throw new Refusal(path + " holds other things (" + other.get() + "). Name an empty folder: nothing else may lie among copies.");
        }
    }

    private void leave(PlannedLocation planned, Location location) throws IOException {
        String mark = "Copies of evidence lie here, encrypted. Do not change, rename or delete anything.\nname: " + planned.name() + "\nid: " + UUID.randomUUID() + "\n";
        patience.with(planned.name(), moved -> {
            location.leaveMark(mark);
            return null;
        });
        Optional<String> left = patience.with(planned.name(), moved -> location.mark());
        if (!left.equals(Optional.of(mark))) {
            throw new IOException("it does not give back what was written to it a moment ago: it cannot hold copies");
        }
        table.seen(planned.name(), mark, plan.policy(planned));
    }

    /** Whether a location that just failed is still there as a whole. */
    boolean stillHere(OpenLocation open) {
        try {
            Optional<String> mark = patience.with(open.name(), moved -> open.location().mark());
            return open.planned().means() instanceof PlannedLocation.Main || mark.equals(table.mark(open.name()));
        } catch (IOException e) {
            return false;
        }
    }

    static void close(Location location) {
        if (location instanceof Bucket bucket) {
            bucket.close();
        }
    }
}
