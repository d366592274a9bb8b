package org.stele.evidence;

import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stele.inspection.Fingerprint;
import org.stele.inspection.Gallery;

/**
 * Pictures and films that may show the same as another: resized, recompressed, turned or mirrored, a clip of it or a still. A likeness is a
 * lead for a person's eyes: nothing is merged, hidden or decided by it.
 */
public final class Similarities {
    private final JdbcClient sql;
    private final Inspections inspections;
    private final Gallery gallery = new Gallery();
    private long loaded;

    Similarities(DataSource source, Inspections inspections) {
        this.sql = JdbcClient.create(source);
        this.inspections = inspections;
    }

    /**
     * An item that may show the same.
     *
     * @param item     its number
     * @param distance bits of 256 in which the hashes differ, in whichever position comes nearest: 0 to
     *                 {@link org.stele.inspection.PictureHash#ALIKE}; of films, the two stills that come nearest
     * @param percent  of a hundred stills of one of the two, whichever has more of them in the other; 100 for two pictures
     * @param film     whether one of the two is a film
     */
    public record Likeness(long item, int distance, int percent, boolean film) {
    }

    /** Those like an item, the most alike first; none if it is no picture or film, shows too little to compare, or was not looked at yet. */
    public synchronized List<Likeness> of(long item) {
        List<Fingerprint> asked = inspections.fingerprints(item);
        if (asked.stream().noneMatch(Fingerprint::telling)) {
            return List.of();
        }
        load();
        return gallery.like(asked).stream().filter(each -> each.item() != item).flatMap(each -> {
            // What was forgotten since may still be in this process's memory.
            int stills = inspections.fingerprints(each.item()).size();
            return stills == 0 ? Stream.of()
                    : Stream.of(new Likeness(each.item(), each.distance(), each.percent(), stills > 1 || asked.size() > 1));
        }).toList();
    }

    /** Whether an item is a picture or film with enough in it to be compared, and was looked at. */
    public boolean compares(long item) {
        return inspections.fingerprints(item).stream().anyMatch(Fingerprint::telling);
    }

    /** Reads what came since the last question; changes, and so numbers, become known in their order. */
    private void load() {
        sql.sql("select id, item, quality, hashes, stills from inspection where id > :loaded and (hashes is not null or stills is not null) order by id")
                .param("loaded", loaded).query(row -> {
                    gallery.add(row.getLong("item"), Inspections.prints(row));
                    loaded = row.getLong("id");
                });
    }
}
