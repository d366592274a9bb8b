package org.stele.witnessing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.stele.database.Durable;
import org.stele.tlog.Checkpoint;
import org.stele.tlog.Note;

/**
 * What outsiders have given, as files: for each checkpoint that was shown to them a folder named by its size with {@code checkpoint} as the
 * log signed it, {@code cosigned} with the witnesses' signatures as well, and {@code <authority>.tsr} for each time stamp, which is of the
 * bytes of {@code checkpoint}. So anybody can check them with openssl and a page of Python.
 */
final class Attestations {

    private static final String CHECKPOINT = "checkpoint";
    private static final String COSIGNED = "cosigned";
    private static final String STAMP = ".tsr";

    private final Path folder;
    private final Path within;

    /** @param dataFolder in which they are kept, in the folder {@code attestations} */
    Attestations(Path dataFolder) {
        this.folder = dataFolder.resolve("attestations");
        this.within = dataFolder;
    }

    /** Keeps a checkpoint with its cosignatures and stamps, durably, beside what was kept of it before. */
    void keep(Note checkpoint, Note cosigned, Map<String, byte[]> stamps) {
        Path place = folder.resolve(Long.toString(Checkpoint.parse(checkpoint.text()).size()));
        try {
            Durable.folders(place, within);
            Durable.replace(place.resolve(CHECKPOINT), bytes(checkpoint));
            for (Map.Entry<String, byte[]> stamp : stamps.entrySet()) {
                Durable.replace(place.resolve(stamp.getKey() + STAMP), stamp.getValue());
            }
            Durable.replace(place.resolve(COSIGNED), bytes(cosigned));
        } catch (IOException e) {
            throw new UncheckedIOException("Could not keep what witnesses and authorities gave, in " + place, e);
        }
    }

    /** Sizes of which there is something, in order. */
    List<Long> sizes() {
        try (Stream<Path> places = Files.list(folder)) {
            return places.map(place -> place.getFileName().toString()).filter(name -> name.matches("[0-9]{1,18}")).map(Long::valueOf)
                    .sorted(Comparator.naturalOrder()).toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read " + folder, e);
        }
    }

    /** The checkpoint of a size as the log signed it, the very bytes that were stamped. */
    Optional<Note> checkpoint(long size) {
        return note(size, CHECKPOINT);
    }

    /** The checkpoint of a size with the witnesses' signatures. */
    Optional<Note> cosigned(long size) {
        return note(size, COSIGNED);
    }

    /** Replies of the authorities about the checkpoint of a size, by the authority's name. */
    Map<String, byte[]> stamps(long size) {
        Map<String, byte[]> stamps = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder.resolve(Long.toString(size)))) {
            for (Path file : files.filter(each -> each.getFileName().toString().endsWith(STAMP)).toList()) {
                String name = file.getFileName().toString();
                stamps.put(name.substring(0, name.length() - STAMP.length()), Files.readAllBytes(file));
            }
        } catch (NoSuchFileException e) {
            return Map.of();
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read the time stamps of the checkpoint of " + size + " entries", e);
        }
        return stamps;
    }

    /** Cosignatures alone of an older size say nothing that those of a newer one do not; a time stamp says when, and stays. */
    void forgetUnstamped(long before) {
        for (long size : new ArrayList<>(sizes())) {
            if (size < before && stamps(size).isEmpty()) {
                Path place = folder.resolve(Long.toString(size));
                try {
                    Files.deleteIfExists(place.resolve(COSIGNED));
                    Files.deleteIfExists(place.resolve(CHECKPOINT));
                    Files.delete(place);
                } catch (IOException e) {
                    throw new UncheckedIOException("Could not clear " + place, e);
                }
            }
        }
    }

    /** When the newest time stamp of each authority was given. */
    Map<String, Instant> lastStamps(List<TimeStampAuthority> authorities) {
        Map<String, Instant> last = new LinkedHashMap<>();
        List<Long> newestFirst = sizes().reversed();
        for (TimeStampAuthority authority : authorities) {
            newestFirst.stream().filter(size -> stamps(size).containsKey(authority.name())).findFirst()
                    .flatMap(size -> checkpoint(size).map(note -> TimeStamp.checked(stamps(size).get(authority.name()), bytes(note), authority.trusted()).at()))
                    .ifPresent(at -> last.put(authority.name(), at));
        }
        return last;
    }

    static byte[] bytes(Note note) {
        return note.written().getBytes(StandardCharsets.UTF_8);
    }

    private Optional<Note> note(long size, String file) {
        try {
            return Optional.of(Note.parse(Files.readString(folder.resolve(Long.toString(size)).resolve(file))));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read the attestation of " + size + " entries", e);
        }
    }
}
