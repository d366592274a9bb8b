package org.stele.evidence;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stele.inspection.Fingerprint;
import org.stele.inspection.HashIndex;
import org.stele.inspection.PictureHash;

/**
 * Pictures that may be the same as another, resized, recompressed, turned or mirrored. A likeness is a lead for a person's eyes: nothing
 * is merged, hidden or decided by it.
 */
public final class Similarities {
    private final JdbcClient sql;
    private final Inspections inspections;
    private final HashIndex index = new HashIndex();
    private long loaded;

    Similarities(DataSource source, Inspections inspections) {
        this.sql = JdbcClient.create(source);
        this.inspections = inspections;
    }

    /**
     * An item that may show the same picture.
     *
     * @param item     its number
     * @param distance bits of 256 in which the hashes differ, in whichever position comes nearest: 0 to {@link PictureHash#ALIKE}
     */
    public record Likeness(long item, int distance) {
    }

    /** Those like an item, the nearest first; none if it is no picture, shows too little to compare, or was not looked at yet. */
    public synchronized List<Likeness> of(long item) {
        Fingerprint print = inspections.fingerprint(item).orElse(null);
        if (print == null || !print.telling()) {
            return List.of();
        }
        load();
        return index.within(print, PictureHash.ALIKE).stream().filter(match -> match.key() != item && inspections.fingerprint(match.key()).isPresent())
                .map(match -> new Likeness(match.key(), match.distance())).toList();
    }

    /** Whether an item is a picture with enough in it to be compared, and was looked at. */
    public boolean compares(long item) {
        return inspections.fingerprint(item).filter(Fingerprint::telling).isPresent();
    }

    /** Reads what came since the last question; changes, and so numbers, become known in their order. */
    private void load() {
        sql.sql("select id, item, left(hashes, 64) as upright from inspection where id > :loaded and quality >= :telling order by id")
                .param("loaded", loaded).param("telling", Fingerprint.TELLING).query(row -> {
                    index.add(row.getLong("item"), PictureHash.parse(row.getString("upright")));
                    loaded = row.getLong("id");
                });
    }
}
