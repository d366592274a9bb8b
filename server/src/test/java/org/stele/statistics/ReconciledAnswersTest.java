package org.stele.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stele.codebook.Codebook;
import org.stele.database.TestDatabase;
import org.stele.history.Moment;

/** What one register answers as of one instant never contradicts itself, whatever is asked: the check raises no false alarm. */
class ReconciledAnswersTest {

    static List<Integer> seeds() {
        return IntStream.range(0, 4).boxed().toList();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void answersOfOneInstantHoldTogether(int seed) {
        try (TestDatabase database = TestDatabase.fresh()) {
            RandomRegister register = new RandomRegister(database, seed);
            RegisterStatistics statistics = new RegisterStatistics(database.source(), register.changes(), register.codebooks(), moment -> TestProgramme.gazetteer());
            Random random = new Random(seed);
            for (int i = 0; i < 6; i++) {
                Moment moment = register.change();
                Codebook codebook = register.codebooks().apply(moment);
                List<Published> published = new ArrayList<>();
                for (int n = 0; n < 25; n++) {
                    Question question = RandomQuestions.question(random);
                    published.add(new Published.Table("table " + n + " " + question, statistics.answer(question)));
                }
                assertThat(Reconciliation.check(published, codebook).stream().map(Contradiction::sentence).limit(2)).as("seed " + seed + ", change " + moment.change()).isEmpty();
            }
        }
    }
}
