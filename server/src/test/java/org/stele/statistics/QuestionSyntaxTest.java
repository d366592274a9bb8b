package org.stele.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stele.statistics.Dimension.Axis;

class QuestionSyntaxTest {

    private final QuestionSyntax syntax = new QuestionSyntax(TestProgramme.codebook().placeLevels());

    @Test
    void aQuestionReadsAsItIsWritten() {
        Question question = syntax.ofQuery(
                "measure=victims,group-medical&by=party@2,governorate-of-origin&where=district=T11,T12&where=sex=female&month=2020-11"
                        + "&as-of=2020-12-01T09:00:00Z&page=7");
        assertThat(question).isEqualTo(new Question(
                List.of(Measure.Basic.VICTIMS, new Measure.GroupMembers("medical")),
                List.of(new Dimension(Axis.PARTY, 2), new Dimension(Axis.ORIGIN, 1)),
                List.of(new Filter(new Dimension(Axis.DEATH_PLACE, 2), Set.of("T11", "T12")), new Filter(Dimension.of(Axis.SEX), Set.of("female"))),
                Period.of(YearMonth.of(2020, 11)), Instant.parse("2020-12-01T09:00:00Z")));
    }

    @Test
    void aDateAsInstantMeansTheEndOfThatDay() {
        assertThat(syntax.ofQuery("as-of=2020-12-01").asOf()).isEqualTo("2020-12-01T23:59:59.999999Z");
        assertThat(syntax.ofQuery("as-of=now").asOf()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"by=moon", "by=party@x", "by=sex@2", "measure=dogs", "month=2020-13", "year=20", "from=yesterday", "month=2020-11&year=2020",
        "where=party", "where=party=", "from=2020-02-01&to=2020-01-01", "as-of=noon", "month=2020-11&month=2020-12",
        "from=%2B999999999-01-01", "to=%2B999999999-12-31", "month=%2B99999-01", "year=0000"})
    void aFaultyQuestionIsRefusedWithAReason(String query) {
        assertThatThrownBy(() -> syntax.ofQuery(query)).isInstanceOf(IllegalArgumentException.class).message().isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"where=month=2020-99", "where=day=2020-02-30", "where=party=joint:", "where=party=joint:north", "where=party=joint:south%2Bnorth",
        "where=party=joint:north%2Bnorth", "where=party=joint:north%2B"})
    void aValueThatNothingCanHaveIsRefusedAndNotCountedAsZero(String query) {
        Question question = syntax.ofQuery(query);
        assertThatThrownBy(() -> QuestionCheck.check(question, TestProgramme.codebook(), TestProgramme.gazetteer()))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("is no value of");
    }

    static List<Integer> seeds() {
        return IntStream.range(0, 200).boxed().toList();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatIsWrittenReadsBackAsTheSameQuestion(int seed) {
        Question question = question(new Random(seed));
        assertThat(syntax.ofQuery(syntax.query(question))).isEqualTo(question);
        assertThat(syntax.read(syntax.write(question))).isEqualTo(question);
    }

    private static Question question(Random random) {
        List<Measure> measures = new ArrayList<>(Arrays.asList(Measure.Basic.values()));
        measures.add(new Measure.GroupMembers("medical"));
        java.util.Collections.shuffle(measures, random);
        List<Dimension> by = IntStream.range(0, random.nextInt(4)).mapToObj(n -> dimension(random)).toList();
        List<Filter> where = IntStream.range(0, random.nextInt(3)).mapToObj(n ->
                new Filter(dimension(random), Set.of("joint:north+south", "a&b=c d", "x" + random.nextInt(9)))).toList();
        LocalDate day = LocalDate.of(2015 + random.nextInt(8), 1 + random.nextInt(12), 1 + random.nextInt(28));
        Period period = switch (random.nextInt(6)) {
            case 0 -> Period.EVER;
            case 1 -> Period.of(YearMonth.from(day));
            case 2 -> Period.year(day.getYear());
            case 3 -> Period.yearTo(YearMonth.from(day));
            case 4 -> new Period(day, null);
            default -> new Period(null, day);
        };
        Instant asOf = random.nextBoolean() ? null : Instant.ofEpochSecond(1_600_000_000L + random.nextInt(99_999_999), random.nextInt(999_999) * 1000L);
        return new Question(measures.subList(0, 1 + random.nextInt(3)), by, where, period, asOf);
    }

    private static Dimension dimension(Random random) {
        Axis axis = Axis.values()[random.nextInt(Axis.values().length)];
        return Dimension.of(axis).level() == 0 ? Dimension.of(axis) : new Dimension(axis, 1 + random.nextInt(4));
    }
}
