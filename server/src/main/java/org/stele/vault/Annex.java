package org.stele.vault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stele.database.Refusal;

/**
 * Room at a location for what is not a copy of evidence: blobs and small files of another room, in a folder of their own there, which
 * no work on copies touches.
 */
public final class Annex implements AutoCloseable {
    private final String address;
    private final Location blobs;
    private final Shelf shelf;
    private final @Nullable Path folder;

    private Annex(String address, Location blobs, Shelf shelf, @Nullable Path folder) {
        this.address = address;
        this.blobs = blobs;
        this.shelf = shelf;
        this.folder = folder;
    }

    /**
     * In a folder of this machine.
     *
     * @param address how it is named to people
     * @param reserve bytes to leave free on its disk
     */
    public static Annex in(String address, Path folder, long reserve) {
        return new Annex(address, new Folder(address, folder.resolve("objects"), reserve), new FolderShelf(folder), folder);
    }

    /**
     * At a planned location, for who has no register at hand: the location is known by its mark alone, which must bear its name.
     *
     * @param name    the location's
     * @param below   the folder's name there
     * @param reserve bytes to leave free where it is a disk
     * @throws Refusal if there is no such location, it cannot be reached, or it is not the one that was prepared under this name
     */
    public static Annex at(CopyPlan plan, String name, String below, Map<String, String> environment, Duration patience, long reserve) {
        PlannedLocation planned = plan.location(name).orElseThrow(() -> new Refusal("There is no location '" + name
                + "' in the plan. It knows "
                + String.join(", ", plan.locations().stream().map(PlannedLocation::name).toList()) + "."));
        Patience waiting = new Patience(patience);
        try {
            Optional<String> mark = waiting.with(name, moved -> mark(planned, environment, waiting));
            if (mark.isEmpty() || !mark.get().contains("name: " + name + "\n")) {
                throw new Refusal("What is at '" + name + "' is not the location that was made ready under this name: " + (mark.isEmpty()
                        ? "it bears no mark. Is it mounted?"
                        + " If it is new: stele evidence prepare " + name : "it bears the mark of another") + ". Nothing was changed.");
            }
            return open(planned, below, environment, waiting, reserve);
        } catch (IOException e) {
            throw new Refusal("The location '" + name + "' cannot be reached: " + e.getMessage() + ".", e);
        }
    }

    private static Optional<String> mark(PlannedLocation planned, Map<String, String> environment, Patience patience) throws IOException {
        return switch (planned.means()) {
            case PlannedLocation.Main own -> throw new Refusal("The vault's own folder is no place for a backup: it is lost with what is "
                    + "backed up.");
            case PlannedLocation.InFolder(Path path) -> new Folder(planned.name(), path, 0).mark();
            case PlannedLocation.OnDisk(Path path) -> new Folder(planned.name(), path, 0).mark();
            case PlannedLocation.InBucket means -> {
                try (Bucket bucket = Buckets.open(planned.name(), means, environment, patience)) {
                    yield bucket.mark();
                }
            }
        };
    }

    private static Annex open(PlannedLocation planned, String below, Map<String, String> environment, Patience patience,
            long reserve) throws IOException {
        return switch (planned.means()) {
            case PlannedLocation.Main own -> throw new IllegalArgumentException("the vault itself");
            case PlannedLocation.InFolder(Path path) -> in(planned.name() + ":" + below, Files.createDirectories(path.resolve(below)),
                    reserve);
            case PlannedLocation.OnDisk(Path path) -> in(planned.name() + ":" + below, Files.createDirectories(path.resolve(below)),
                    reserve);
            case PlannedLocation.InBucket means -> {
                Bucket bucket = Buckets.open(planned.name() + ":" + below, means.below(below), environment, patience);
                yield new Annex(bucket.name(), bucket.below("objects"), new BucketShelf(bucket), null);
            }
        };
    }

    /** How it is named to people. */
    public String address() {
        return address;
    }

    /** Files named by their digest. */
    public Location blobs() {
        return blobs;
    }

    /** Small files with names. */
    public Shelf shelf() {
        return shelf;
    }

    /** Where it is on this machine; nothing where it is not. */
    public Optional<Path> folder() {
        return Optional.ofNullable(folder);
    }

    @Override
    public void close() {
        Opening.close(blobs);
    }
}
