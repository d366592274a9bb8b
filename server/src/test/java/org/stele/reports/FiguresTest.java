package org.stele.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.stele.reports.Figures.Breakdown;
import org.stele.statistics.Dimension;
import org.stele.statistics.Dimension.Axis;
import org.stele.statistics.Filter;
import org.stele.statistics.Measure.Basic;
import org.stele.statistics.Period;
import org.stele.statistics.Question;

class FiguresTest {

    private static Figure figure(String name, Axis axis, String value, long count) {
        return new Figure(name, Basic.VICTIMS, new Question(List.of(Basic.VICTIMS), List.of(), List.of(new Filter(Dimension.of(axis), Set.of(value))),
                Period.of(YearMonth.of(2020, 11)), null), count);
    }

    @Test
    void twoFiguresOfOneNameAreRefusedEvenWhereTheyAreEqual() {
        Figures figures = new Figures();
        figures.add(figure("killed-in-r1", Axis.DEATH_PLACE, "R1", 3));
        assertThatCode(() -> figures.add(figure("killed-in-r1", Axis.DEATH_PLACE, "R1", 3))).doesNotThrowAnyException();
        assertThatThrownBy(() -> figures.add(figure("killed-in-r1", Axis.DEATH_PLACE, "r-1", 3))).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'killed-in-r1'").hasMessageContaining("another code");
        assertThat(figures.get("killed-in-r1").question().where().getFirst().values()).containsExactly("R1");
    }

    @Test
    void severalPartiesTogetherAreToldApartHoweverTheirCodesAreCut() {
        assertThat(List.of("joint:a-b+c", "joint:a+b-c", "joint-a-b-c").stream().map(Breakdown.PARTIES::key)).doesNotHaveDuplicates()
                .containsExactly("-by-joint-a-b--c", "-by-joint-a--b-c", "-by-joint-a-b-c");
    }

    @Test
    void anUnknownMonthIsNoUnknownPlace() {
        assertThat(Breakdown.MONTHS.key(Dimension.UNKNOWN)).isEqualTo("-in-unknown-month").isNotEqualTo(Breakdown.PLACES.key(Dimension.UNKNOWN));
        assertThat(Breakdown.MONTHS.key("2020-03")).isEqualTo("-in-2020-03");
        assertThat(Breakdown.PLACES.key("SY09")).isEqualTo("-in-sy09");
    }
}
