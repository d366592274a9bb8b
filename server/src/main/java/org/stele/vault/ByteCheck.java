package org.stele.vault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads every copy that lies in a folder or on a disk that can be reached, and compares it with its blob's sealed name. What must be where
 * is taken from sealed records alone: blobs, and custody events that say a copy was there. Changes nothing, neither bytes nor the database.
 */
public final class ByteCheck {

    /** Bytes that were destroyed by two persons' decision are not missed; the event that says so is sealed. */
    private static final String KEPT = "not exists (select from custody_event d where d.blob = b.id and d.act = 'erased' and d.location is null)";

    private final JdbcClient sql;
    private final CopyPlan plan;
    private final Path main;

    /** @param main the vault's own folder */
    ByteCheck(DataSource source, CopyPlan plan, Path main) {
        this.sql = JdbcClient.create(source);
        this.plan = plan;
        this.main = main;
    }

    /**
     * A copy that is not right.
     *
     * @param path  where it lies or should lie
     * @param words what was found
     */
    public record Bad(Blob blob, String location, Path path, CopyState state, String words) {
    }

    /**
     * What was read.
     *
     * @param copies  read whole and right
     * @param bytes   of all copies read
     * @param bad     copies that are missing, altered or unreadable
     * @param notRead locations that were left out, each with the reason
     */
    public record Reading(long copies, long bytes, List<Bad> bad, Map<String, String> notRead) {
    }

    /** Told the bytes read so far, and of how many. */
    public interface Progress {
        void at(long bytes, long of);
    }

    /** Reads everything there is to read. */
    public Reading run(Progress progress) {
        Map<String, String> notRead = new LinkedHashMap<>();
        Map<PlannedLocation, Path> folders = new LinkedHashMap<>();
        for (PlannedLocation each : plan.locations()) {
            Path path = folder(each);
            Optional<String> why = path == null ? Optional.of("it is a store in a network; 'stele evidence fixity --location " + each.name() + "' reads it")
                    : strange(each, path);
            why.ifPresentOrElse(reason -> notRead.put(each.name(), reason), () -> folders.put(each, path));
        }
        long all = folders.keySet().stream().mapToLong(this::bytesAt).sum();
        long[] copies = new long[1];
        long[] bytes = new long[1];
        List<Bad> bad = new ArrayList<>();
        folders.forEach((planned, path) -> {
            Folder folder = new Folder(planned.name(), path, 0);
            for (Blob blob : expectedAt(planned)) {
                Found found = read(folder, blob, count -> progress.at(bytes[0] += count, all));
                if (found.right()) {
                    copies[0]++;
                } else {
                    bad.add(new Bad(blob, planned.name(), folder.file(blob.name()), found.state(), found.words()));
                }
            }
        });
        return new Reading(copies[0], bytes[0], List.copyOf(bad), notRead);
    }

    /** Where a right copy of a blob lies, of the places that can be reached; empty if nowhere. */
    public Optional<String> rightCopy(Blob blob) {
        return plan.locations().stream().filter(each -> folder(each) != null && strange(each, folder(each)).isEmpty())
                .filter(each -> read(new Folder(each.name(), folder(each), 0), blob, count -> { }).right()).map(PlannedLocation::name).findFirst();
    }

    private static Found read(Folder folder, Blob blob, LongConsumer moved) {
        try {
            return Found.at(folder, blob, moved);
        } catch (IOException e) {
            return new Found(CopyState.UNREADABLE, "it cannot be read: " + e.getMessage());
        }
    }

    private @Nullable Path folder(PlannedLocation planned) {
        return switch (planned.means()) {
            case PlannedLocation.Main own -> main;
            case PlannedLocation.InFolder(Path path) -> path;
            case PlannedLocation.OnDisk(Path path) -> path;
            case PlannedLocation.InBucket bucket -> null;
        };
    }

    /** Why a folder is not the location it should be; empty if it is. */
    private Optional<String> strange(PlannedLocation planned, Path path) {
        if (!Files.isDirectory(path)) {
            return Optional.of(path + " is not there");
        }
        if (planned.means() instanceof PlannedLocation.Main) {
            return Optional.empty();
        }
        Optional<String> known = sql.sql("select mark from location where name = :name").param("name", planned.name()).query(String.class).optional();
        try {
            Optional<String> found = new Folder(planned.name(), path, 0).mark();
            return known.isEmpty() ? Optional.of("nothing was copied there yet")
                    : known.equals(found) ? Optional.empty() : Optional.of("its mark is not there: nothing is mounted at " + path + ", or another disk");
        } catch (IOException e) {
            return Optional.of("its mark cannot be read: " + e.getMessage());
        }
    }

    private long bytesAt(PlannedLocation planned) {
        return sql.sql("select coalesce(sum(b.cipher_length), 0) from blob b where " + KEPT + at(planned)).param("location", planned.name()).query(Long.class).single();
    }

    private List<Blob> expectedAt(PlannedLocation planned) {
        return sql.sql("select b.* from blob b where " + KEPT + at(planned) + " order by b.id").param("location", planned.name()).query((row, n) -> Blobs.read(row)).list();
    }

    /** In the vault's own folder lies everything; elsewhere what a sealed event says was there. */
    private static String at(PlannedLocation planned) {
        return planned.means() instanceof PlannedLocation.Main ? " and :location <> ''"
                : " and exists (select from custody_event e where e.blob = b.id and e.location = :location and e.good and e.act in ('copied', 'repaired', 'checked'))";
    }
}
