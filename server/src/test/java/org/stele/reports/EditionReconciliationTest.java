package org.stele.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stele.codebook.Codebook;
import org.stele.demonstration.DemonstrationRegister;
import org.stele.history.Changes;
import org.stele.history.Moment;
import org.stele.register.Codebooks;
import org.stele.statistics.Answer;
import org.stele.statistics.Dimension.Axis;
import org.stele.statistics.Statistics;

class EditionReconciliationTest {

    final Codebook codebook = DemonstrationRegister.get(Codebooks.class).inForce().orElseThrow().record().codebook();
    final Statistics statistics = DemonstrationRegister.get(Statistics.class);

    private Counting counted(String month, String asOf) {
        return Counting.ask(MonthlyQuestions.of(codebook, YearMonth.parse(month), Instant.parse(asOf)), statistics);
    }

    private List<Massacre> massacres(Counting counting, String asOf) {
        Moment moment = DemonstrationRegister.get(Changes.class).settled(Instant.parse(asOf));
        return DemonstrationRegister.get(Gathering.class).ground(codebook, counting.figures(), moment, false).massacres();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2020-01", "2020-06", "2020-11", "2020-12"})
    void whatAMonthlyReportAsksHoldsTogether(String month) {
        Counting counting = counted(month, "2021-01-01T00:00:00Z");
        assertThatCode(() -> ContradictingFigures.refuse(counting, massacres(counting, "2021-01-01T00:00:00Z"), codebook, statistics)).doesNotThrowAnyException();
    }

    /** One table was counted two days before the others: the deaths documented since are in the others and not in it. */
    @Test
    void aTableOfAnotherInstantStopsTheEdition() {
        Counting report = counted("2020-11", "2020-12-01T00:00:00Z");
        List<Answer> mixed = new ArrayList<>(report.answers());
        Answer place = mixed.stream().filter(answer -> answer.question().by().stream().anyMatch(by -> by.axis() == Axis.DEATH_PLACE))
                .findFirst().orElseThrow();
        mixed.set(mixed.indexOf(place), counted("2020-11", "2020-11-29T00:00:00Z").answers().get(mixed.indexOf(place)));
        assertThatThrownBy(() -> ContradictingFigures.refuse(new Counting(report.figures(), mixed), massacres(report, "2020-12-01T00:00:00Z"), codebook, statistics))
                .isInstanceOf(ContradictingFigures.class).hasMessageContaining("'killed' says 172").hasMessageContaining("only in the first: ").hasMessageContaining("(version 1)");
        assertThat(report.figures().get("killed").value()).isEqualTo(172);
    }
}
