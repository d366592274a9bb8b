package org.stele.reports;

import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stele.language.Language;

/**
 * What report is wanted.
 *
 * @param asOf    the instant whose state of knowledge it gives; the latest if absent
 * @param formats of {@code html, pdf, json}
 * @param texts   folder with editors' own texts; those of the programme if absent
 * @param named   whether notable cases are told with the victims' names: somebody has decided that they may be published
 * @param by      who drafts it
 */
public record Order(YearMonth month, List<Language> languages, @Nullable Instant asOf, Set<String> formats, @Nullable Path texts, boolean named, String by) {

    /** All formats there are. */
    public static final List<String> FORMATS = List.of("html", "pdf", "json");

    public Order {
        languages = List.copyOf(languages);
        formats = Set.copyOf(formats);
        if (languages.isEmpty() || formats.isEmpty() || !FORMATS.containsAll(formats)) {
            throw new IllegalArgumentException("A report needs a language (en, ar) and a format (html, pdf, json)");
        }
    }
}
