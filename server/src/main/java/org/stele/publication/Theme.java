package org.stele.publication;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.stele.codebook.Codebook;
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
    MONTHS(Axis.MONTH, Form.MONTHS, Basic.VICTIMS, Basic.CHILDREN, Basic.WOMEN, Basic.MEN, Basic.UNKNOWN, Basic.TORTURE),
    PEOPLE(Axis.AGE_CLASS, Form.BARS, Basic.VICTIMS),
    METHODS(Axis.METHOD, Form.BARS, Basic.VICTIMS, Basic.CHILDREN, Basic.WOMEN),
    WEAPONS(Axis.WEAPON, Form.BARS, Basic.VICTIMS, Basic.CHILDREN, Basic.WOMEN),
    GROUPS(Axis.GROUP, Form.BARS, Basic.VICTIMS, Basic.CHILDREN, Basic.WOMEN),
    TORTURE(Axis.PARTY, Form.BARS, Basic.TORTURE),
    MASSACRES(Axis.PARTY, Form.BARS, Basic.MASSACRES, Basic.MASSACRE_TOLL),
    LANDMINES(Axis.DEATH_PLACE, Form.MAP, Basic.LANDMINES, Basic.CHILDREN, Basic.WOMEN);

    /** How the first measure is drawn. */
    enum Form { BARS, MAP, MONTHS }

    private final Axis axis;
    private final Form form;
    private final List<Measure> measures;

    Theme(Axis axis, Form form, Measure... measures) {
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
        return this != LANDMINES || !codebook.counting().landmineWeapons().isEmpty();
    }

    Form form() {
        return form;
    }

    /** What is counted; the first is the one drawn. */
    List<Measure> measures() {
        return measures;
    }

    Measure leading() {
        return measures.getFirst();
    }

    /** Sex beside age makes a table of two dimensions; all others have one. */
    List<Dimension> by() {
        return this == PEOPLE ? List.of(Dimension.of(axis), Dimension.of(Axis.SEX)) : List.of(Dimension.of(axis));
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
