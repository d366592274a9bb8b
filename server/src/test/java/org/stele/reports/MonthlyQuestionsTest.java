package org.stele.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.stele.codebook.CodebookFile;

class MonthlyQuestionsTest {

    @Test
    void aProgrammeWithoutLandminesHasNoFiguresOfThemAndAReportAllTheSame() throws IOException {
        var without = CodebookFile.read(Path.of("src/test/resources/codebooks/riverland.yaml"));

        assertThat(MonthlyQuestions.of(without, YearMonth.of(2020, 11), null)).extracting(MonthlyQuestions.Asking::what)
                .doesNotContain("landmine-children", "landmine-women").contains("massacre-children");
    }
}
