package org.stele.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stele.database.TestDatabase;
import org.stele.history.Moment;

/** Random histories, random questions, random instants: what is counted in memory is what PostgreSQL counts by itself. */
class AnswersAgainstSqlTest {

    private static final int CHANGES = 25;
    private static final int QUESTIONS = 30;

    static List<Integer> seeds() {
        return IntStream.range(0, 6).boxed().toList();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void countsAsPostgresDoesAndTheSameForEver(int seed) {
        try (TestDatabase database = TestDatabase.fresh()) {
            RandomRegister register = new RandomRegister(database, seed);
            RegisterStatistics statistics = new RegisterStatistics(database.source(), register.changes(), register.codebooks(), moment -> TestProgramme.gazetteer());
            Random random = new Random(seed);
            List<Moment> moments = new ArrayList<>();
            List<Answer> answers = new ArrayList<>();
            for (int i = 0; i < CHANGES; i++) {
                moments.add(register.change());
                if (random.nextInt(3) > 0) {
                    // Some changes are taken in one by one, some several at a time.
                    answers.add(statistics.answer(RandomQuestions.question(random)));
                }
            }
            for (int i = 0; i < QUESTIONS; i++) {
                Moment moment = moments.get(random.nextInt(moments.size()));
                Question question = RandomQuestions.question(random);
                Answer answer = statistics.answer(new Question(question.measures(), question.by(), question.where(), question.period(), moment.at()));
                answers.add(answer);
                check(answer, new PlainSql(database.source(), register.codebooks().apply(moment), moment), statistics, random);
            }
            register.change();
            RegisterStatistics another = new RegisterStatistics(database.source(), register.changes(), register.codebooks(), moment -> TestProgramme.gazetteer());
            for (Answer answer : answers) {
                assertThat(statistics.answer(answer.question())).isEqualTo(another.answer(answer.question()))
                        .usingRecursiveComparison().ignoringFields("moment").isEqualTo(answer);
            }
        }
    }

    /** Asked by itself, and of periods that end: only there does it matter which of a massacre's victims were known. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theTollOfMassacresIsWhatPostgresCounts(int seed) {
        try (TestDatabase database = TestDatabase.fresh()) {
            RandomRegister register = new RandomRegister(database, seed);
            RegisterStatistics statistics = new RegisterStatistics(database.source(), register.changes(), register.codebooks(), moment -> TestProgramme.gazetteer());
            Random random = new Random(seed);
            List<Moment> moments = IntStream.range(0, CHANGES).mapToObj(i -> register.change()).toList();
            int counted = 0;
            for (int i = 0; i < 2 * QUESTIONS; i++) {
                Moment moment = moments.get(random.nextInt(moments.size()));
                Question any = RandomQuestions.question(random);
                LocalDate end = LocalDate.of(2020, 1, 1).plusDays(random.nextInt(400));
                Question question = new Question(List.of(Measure.Basic.MASSACRE_TOLL), any.by(), any.where().stream().limit(1).toList(),
                        new Period(random.nextBoolean() ? null : end.minusDays(90), end), moment.at());
                Answer answer = statistics.answer(question);
                counted += answer.totals().getFirst() > 0 ? 1 : 0;
                check(answer, new PlainSql(database.source(), register.codebooks().apply(moment), moment), statistics, random);
            }
            assertThat(counted).as("questions that counted anybody").isGreaterThan(QUESTIONS / 4);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatIsListedContributesExactlyTheCellWhateverIsMeasured(int seed) {
        try (TestDatabase database = TestDatabase.fresh()) {
            RandomRegister register = new RandomRegister(database, seed);
            RegisterStatistics statistics = new RegisterStatistics(database.source(), register.changes(), register.codebooks(), moment -> TestProgramme.gazetteer());
            List<Moment> moments = IntStream.range(0, CHANGES).mapToObj(n -> register.change()).toList();
            List<Measure> measures = new ArrayList<>(List.of(Measure.Basic.values()));
            measures.add(new Measure.GroupMembers("medical"));
            int listed = 0;
            for (Measure measure : measures) {
                Moment moment = moments.get(new Random(seed + measures.indexOf(measure)).nextInt(5, CHANGES));
                Question question = new Question(List.of(measure), List.of(Dimension.of(Dimension.Axis.PARTY)), List.of(), Period.EVER, moment.at());
                for (Answer.Row row : statistics.answer(question).rows()) {
                    Counted counted = statistics.explain(question, measure, List.of(row.key().getFirst().code()), 0, Integer.MAX_VALUE);
                    assertThat(counted.listed()).as(measure + " " + row.key()).isEqualTo(counted.figure()).isEqualTo(row.figures().getFirst());
                    listed += counted.parts().size();
                }
            }
            assertThat(listed).isPositive();
        }
    }

    private static void check(Answer answer, PlainSql oracle, RegisterStatistics statistics, Random random) {
        Map<List<String>, List<Long>> expected = oracle.answer(answer.question());
        Map<List<String>, List<Long>> found = new HashMap<>();
        answer.rows().forEach(row -> found.put(row.key().stream().map(Answer.Value::code).toList(), row.figures()));
        if (answer.totals().stream().anyMatch(figure -> figure != 0)) {
            found.put(List.of(), answer.totals());
        }
        assertThat(found).as(answer.question().toString()).isEqualTo(expected);
        List<List<String>> cells = new ArrayList<>(new TreeSet<>(found.keySet().stream().map(key -> String.join(" ", key)).toList()).stream()
                .map(key -> key.isEmpty() ? List.<String>of() : List.of(key.split(" "))).toList());
        Collections.shuffle(cells, random);
        for (List<String> key : cells.subList(0, Math.min(3, cells.size()))) {
            for (Measure measure : answer.question().measures()) {
                explained(answer.question(), measure, key, oracle, statistics, found.get(key).get(answer.question().measures().indexOf(measure)));
            }
        }
    }

    private static void explained(Question question, Measure measure, List<String> key, PlainSql oracle, RegisterStatistics statistics, long figure) {
        Counted counted = statistics.explain(question, measure, key, 0, Integer.MAX_VALUE);
        Map<Dimension, String> cell = new LinkedHashMap<>();
        IntStream.range(0, key.size()).forEach(i -> cell.put(question.by().get(i), key.get(i)));
        assertThat(counted.parts().stream().map(part -> part.version().id() + "." + part.version().version() + "=" + part.amount()))
                .as("%s %s of %s", measure, key, question).containsExactlyInAnyOrderElementsOf(oracle.versions(measure, cell, question));
        assertThat(counted.listed()).as("the contributions sum to the cell").isEqualTo(figure).isEqualTo(counted.figure());
        assertThat(counted.total()).isEqualTo(counted.parts().size());
        assertThat(counted.adds() || counted.total() == figure).as("where each contributes one, there are as many as the figure says").isTrue();
        assertThat(statistics.explain(question, measure, key, 1, 2))
                .isEqualTo(new Counted(counted.table(), counted.adds(), counted.figure(), counted.total(),
                        counted.parts().subList(Math.min(1, counted.parts().size()), Math.min(3, counted.parts().size()))));
    }
}
