package org.stele.reports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.stele.statistics.Answer;
import org.stele.statistics.Dimension;

/**
 * All figures of one edition, by name: the only place its text, tables, charts and files take numbers from.
 *
 * <p>A name is {@code <what>[-by-<party>|-by-other-<category>|-in-<place or month>][-ytd|-previous]}: {@code killed},
 * {@code children-by-regime}, {@code killed-in-sy09}, {@code torture-deaths-in-2020-03}, {@code landmine-deaths-ytd}. Where several
 * parties answer together two hyphens stand between them, which no code has: {@code killed-by-joint-north--south-guard}. Two figures
 * never share a name.
 */
public final class Figures {

    private final Map<String, Figure> byName = new LinkedHashMap<>();
    private final Map<Breakdown, List<Answer.Value>> values = new LinkedHashMap<>();

    /** What the figures are broken down by. */
    public enum Breakdown {
        PARTIES("by-"), OTHER_PARTIES("by-other-"), PLACES("in-"), MONTHS("in-");

        private final String prefix;

        Breakdown(String prefix) {
            this.prefix = prefix;
        }

        /** The part of a figure's name that stands for a value: {@code -by-regime}. */
        String key(String code) {
            if (this == MONTHS && code.equals(Dimension.UNKNOWN)) {
                // Places have an unknown one, too.
                return "-" + prefix + "unknown-month";
            }
            return "-" + prefix + code.toLowerCase(Locale.ROOT).replace("+", "--").replaceAll("[^a-z0-9-]+", "-");
        }
    }

    void add(Figure figure) {
        Figure before = byName.putIfAbsent(figure.name(), figure);
        if (before != null && !before.equals(figure)) {
            throw new IllegalArgumentException(("Two different figures would both be called '%s': %s, which is %d, and %s, which is %d. Give the party, "
                    + "category or place another code").formatted(figure.name(), before.question(), before.value(), figure.question(), figure.value()));
        }
    }

    /** Notes the values of a breakdown, in print order; values met before keep their place. */
    void note(Breakdown breakdown, List<Answer.Value> found) {
        List<Answer.Value> all = values.computeIfAbsent(breakdown, b -> new ArrayList<>());
        found.stream().filter(value -> !all.contains(value)).forEach(all::add);
    }

    /** The figure of a name.
     *  @throws IllegalArgumentException for a name there is not */
    public Figure get(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("This edition has no figure '" + name + "'"));
    }

    /** The figure of a value of a breakdown: {@code of("killed", PARTIES, "regime", "-ytd")}. */
    Figure of(String what, Breakdown breakdown, String code, String suffix) {
        return get(what + breakdown.key(code) + suffix);
    }

    Figure of(String what, Breakdown breakdown, String code) {
        return of(what, breakdown, code, "");
    }

    public Optional<Figure> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public Collection<Figure> all() {
        return Collections.unmodifiableCollection(byName.values());
    }

    /** The values of a breakdown, in print order; empty if nothing was asked by it. */
    public List<Answer.Value> values(Breakdown breakdown) {
        return values.getOrDefault(breakdown, List.of());
    }
}
