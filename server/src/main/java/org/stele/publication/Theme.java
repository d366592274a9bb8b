package org.stele.publication;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stele.codebook.Codebook;
import org.stele.statistics.Basis;
import org.stele.statistics.Dimension;
import org.stele.statistics.Dimension.Axis;
import org.stele.statistics.Filter;
import org.stele.statistics.Measure;
import org.stele.statistics.Measure.Basic;

/**
 * What the public site breaks figures down by: one page, one question, one download each. A combination that is not here is not
 * public: fine cells can point at a person.
 */
enum Theme {
    PARTIES(Axis.PARTY, Form.BARS, Basic.VICTIMS, Basic.CHILDREN, Basic.WOMEN, Basic.MEN, Basic.UNKNOWN, Basic.TORTURE),
    OTHER_PARTIES(Axis.OTHER_PARTY, Form.BARS, Basic.VICTIMS, Basic.CHILDREN, Basic.WOMEN, Basic.MEN, Basic.UNKNOWN),
    PLACES(Axis.DEATH_PLACE, Form.MAP, Basic.VICTIMS, Basic.CHILDREN, Basic.WOMEN, Basic.MEN, Basic.UNKNOWN),
    ORIGINS(Axis.ORIGIN, Form.MAP, Basic.VICTIMS, Basic.CHILDREN, Basic.WOMEN, Basic.MEN, Basic.UNKNOWN),
    MONTHS(null, Form.MONTHS, Basic.VICTIMS, Basic.CHILDREN, Basic.WOMEN, Basic.MEN, Basic.UNKNOWN, Basic.TORTURE),
    PEOPLE(Axis.AGE_CLASS, Form.BARS, Basic.VICTIMS),
    METHODS(Axis.METHOD, Form.BARS, Basic.VICTIMS, Basic.CHILDREN, Basic.WOMEN),
    WEAPONS(Axis.WEAPON, Form.BARS, Basic.VICTIMS, Basic.CHILDREN, Basic.WOMEN),
    GROUPS(Axis.GROUP, Form.BARS, Basic.VICTIMS, Basic.CHILDREN, Basic.WOMEN),
    TORTURE(Axis.PARTY, Form.BARS, Basic.TORTURE),
    MASSACRES(Axis.PARTY, Form.BARS, Basic.MASSACRES, Basic.MASSACRE_TOLL),
    LANDMINES(null, Form.MAP, Basic.LANDMINES, Basic.CHILDREN, Basic.WOMEN);

    /** How the first measure is drawn. */
    enum Form { BARS, MAP, MONTHS }

    private final @Nullable Axis axis;
    private final Form form;
    private final List<Measure> measures;

    /** @param axis what it is broken down by; absent where the codebook says by which months and places figures are given */
    Theme(@Nullable Axis axis, Form form, Measure... measures) {
        this.axis = axis;
        this.form = form;
        this.measures = List.of(measures);
    }

    /** As addresses and messages write it. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Theme> of(String code) {
        return Arrays.stream(values()).filter(theme -> theme.code().equals(code)).findFirst();
    }

    /** Whether the programme counts such a thing: without landmines among its weapons, their page would show everybody's children. */
    boolean in(Codebook codebook) {
        return switch (this) {
            case LANDMINES -> counts(Basic.LANDMINES, codebook);
            case TORTURE -> counts(Basic.TORTURE, codebook);
            case GROUPS -> !codebook.groups().isEmpty();
            default -> true;
        };
    }

    /** Whether a measure can be anything but zero: a programme that names no torture and no landmines does not say there were none. */
    static boolean counts(Measure measure, Codebook codebook) {
        return measure == Basic.LANDMINES ? !codebook.counting().landmineWeapons().isEmpty()
                : measure != Basic.TORTURE || !codebook.counting().tortureMethods().isEmpty();
    }

    Form form() {
        return form;
    }

    /** What is counted; the first is the one drawn. */
    List<Measure> measures(Codebook codebook) {
        return measures.stream().filter(measure -> counts(measure, codebook)).toList();
    }

    Measure leading() {
        return measures.getFirst();
    }

    /** Sex beside age makes a table of two dimensions; all others have one. */
    List<Dimension> by(Codebook codebook) {
        Basis basis = Basis.of(codebook.counting());
        Dimension first = axis != null ? Dimension.of(axis) : this == MONTHS ? basis.month() : basis.places();
        return this == PEOPLE ? List.of(first, Dimension.of(Axis.SEX)) : List.of(first);
    }

    /** What is left out: children and women on the landmine page are those killed by landmines. */
    List<Filter> where(Codebook codebook) {
        return switch (this) {
            case OTHER_PARTIES -> List.of(new Filter(Dimension.of(Axis.PARTY), Set.of(Codebook.OTHER_PARTIES)));
            case LANDMINES -> List.of(new Filter(Dimension.of(Axis.WEAPON), codebook.counting().landmineWeapons()));
            default -> List.of();
        };
    }

    /** Whether the page speaks of the whole year when a month is chosen. */
    boolean ofYear() {
        return this == MONTHS;
    }
}
