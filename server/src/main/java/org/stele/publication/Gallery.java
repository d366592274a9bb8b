package org.stele.publication;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.stele.language.Language;
import org.stele.statistics.Measure;
import org.stele.statistics.Question;

/** Finished drawings. Setting their words costs many times what counting does, and the same question gives the same drawing. */
final class Gallery {

    /** Some ten megabytes at most. */
    private static final int KEPT = 150;

    private final Map<Title, Optional<Picture>> kept = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Title, Optional<Picture>> eldest) {
            return size() > KEPT;
        }
    };

    /**
     * What tells a drawing from every other.
     *
     * @param question with the instant of its moment
     * @param form     bars, ranked bars, months or map
     * @param change   number of the change by whose shapes a map is drawn; 0 for what has none
     */
    record Title(String form, Question question, Measure measure, Language language, String caption, long change) {
    }

    Optional<Picture> get(Title title, Supplier<Optional<Picture>> drawing) {
        synchronized (kept) {
            Optional<Picture> known = kept.get(title);
            if (known != null) {
                return known;
            }
        }
        Optional<Picture> drawn = drawing.get();
        synchronized (kept) {
            kept.put(title, drawn);
        }
        return drawn;
    }
}
