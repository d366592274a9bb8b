package org.stele.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stele.page.Unanswerable;

class ChosenTest {

    @Test
    void aMonthAYearAndEverythingAreRead() {
        assertThat(Chosen.of("2020-11")).isEqualTo(Chosen.of(YearMonth.of(2020, 11)));
        assertThat(Chosen.of("2020").code()).isEqualTo("2020");
        assertThat(Chosen.of("all").year()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "20", "0000", "2020-13", "+999999999-12", "-999999999-01", "0000-01", "2020-11-30"})
    void whatNoCalendarHasIsRefusedWithAnExample(String period) {
        assertThatThrownBy(() -> Chosen.of(period)).isInstanceOf(Unanswerable.class).hasMessageContaining("2020-11");
    }
}
