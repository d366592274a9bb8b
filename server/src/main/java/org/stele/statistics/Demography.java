package org.stele.statistics;

import org.stele.register.AgeClass;
import org.stele.register.Sex;

/** The four cells that no two of a victim's kind share (R4, R5): a girl is a child and no woman. */
enum Demography {
    CHILD(Measure.Basic.CHILDREN), WOMAN(Measure.Basic.WOMEN), MAN(Measure.Basic.MEN), UNKNOWN(Measure.Basic.UNKNOWN);

    private final Measure.Basic measure;

    Demography(Measure.Basic measure) {
        this.measure = measure;
    }

    Measure.Basic measure() {
        return measure;
    }

    static Demography of(Sex sex, AgeClass age) {
        return switch (age) {
            case CHILD -> CHILD;
            case UNKNOWN -> UNKNOWN;
            case ADULT -> switch (sex) {
                case FEMALE -> WOMAN;
                case MALE -> MAN;
                case UNKNOWN -> UNKNOWN;
            };
        };
    }
}
