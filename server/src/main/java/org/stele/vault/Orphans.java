package org.stele.vault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.stele.database.Durable;

/**
 * Bytes in the main location that the register does not know: what a process left that was killed between writing and committing. They
 * were never acknowledged. They are set aside, not destroyed, since a database put back from an older backup knows less than the disk.
 *
 * <p>The time of grace is counted from when this process first saw them, on a clock that nobody sets: a file's own time says nothing after
 * the system's clock was moved.
 */
final class Orphans {

    static final String ASIDE = "orphans";
    private static final Pattern NAME = Pattern.compile("[0-9a-f]{64}");
    private static final int AT_ONCE = 1_000;

    private final Folder main;
    private final Blobs blobs;
    private final Duration grace;
    private final LongSupplier nanoTime;
    private Map<Path, Seen> before = new HashMap<>();

    /** When something was first seen as it is. */
    private record Seen(long at, long size) {
    }

    Orphans(Folder main, Blobs blobs, Duration grace, LongSupplier nanoTime) {
        this.main = main;
        this.blobs = blobs;
        this.grace = grace;
        this.nanoTime = nanoTime;
    }

    /**
     * Looks once through the folder.
     *
     * @return what was set aside, or removed where it was not even whole, now that its time of grace is over
     */
    List<Path> look() throws IOException {
        Map<Path, Seen> now = new HashMap<>();
        List<Path> done = new ArrayList<>();
        for (Path file : candidates()) {
            long size = size(file);
            Seen first = before.getOrDefault(file, new Seen(nanoTime.getAsLong(), size));
            if (first.size() != size) {
                first = new Seen(nanoTime.getAsLong(), size);
            }
            if (nanoTime.getAsLong() - first.at() < grace.toNanos()) {
                now.put(file, first);
            } else if (end(file)) {
                done.add(file);
            }
        }
        before = now;
        return done;
    }

    private boolean end(Path file) throws IOException {
        if (file.getParent().endsWith(Folder.INCOMING)) {
            return Files.deleteIfExists(file);
        }
        if (!blobs.unknown(List.of(file.getFileName().toString())).isEmpty()) {
            main.makeDurable(main.path().resolve(ASIDE));
            Durable.rename(file, main.path().resolve(ASIDE).resolve(file.getFileName()));
            return true;
        }
        return false;
    }

    /** Unfinished files, and whole ones of no known name. */
    private List<Path> candidates() throws IOException {
        List<Path> found = new ArrayList<>(in(main.path().resolve(Folder.INCOMING)));
        Map<String, Path> whole = new HashMap<>();
        try (Stream<Path> files = Files.find(main.path(), 3, (file, is) -> is.isRegularFile() && NAME.matcher(file.getFileName().toString()).matches()
                && main.path().relativize(file).getNameCount() == 3)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                whole.put(file.getFileName().toString(), file);
                if (whole.size() == AT_ONCE) {
                    addUnknown(whole, found);
                }
            }
        }
        addUnknown(whole, found);
        return found;
    }

    private void addUnknown(Map<String, Path> whole, List<Path> found) {
        Set<String> unknown = blobs.unknown(List.copyOf(whole.keySet()));
        unknown.forEach(name -> found.add(whole.get(name)));
        whole.clear();
    }

    private static List<Path> in(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    /** -1 for what is gone meanwhile. */
    private static long size(Path file) throws IOException {
        try {
            return Files.size(file);
        } catch (NoSuchFileException e) {
            return -1;
        }
    }
}
