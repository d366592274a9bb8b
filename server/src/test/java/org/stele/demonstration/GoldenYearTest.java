package org.stele.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stele.codebook.Codebook;
import org.stele.register.Codebooks;
import org.stele.statistics.Answer;
import org.stele.statistics.Measure;
import org.stele.statistics.Question;
import org.stele.statistics.QuestionSyntax;
import org.stele.statistics.Statistics;

/** Every published figure and identity of 2020, counted by the register from the loaded demonstration. */
class GoldenYearTest {

    static final Instant REPORT = Instant.parse("2020-12-01T00:00:00Z");

    final Codebook codebook = DemonstrationRegister.get(Codebooks.class).inForce().orElseThrow().record().codebook();
    final QuestionSyntax syntax = new QuestionSyntax(codebook.placeLevels());
    final Statistics statistics = DemonstrationRegister.get(Statistics.class);

    /** A line of the golden file. */
    record Line(String query, List<Long> figures, boolean later) {
    }

    static List<Line> golden() {
        List<Line> lines = new ArrayList<>();
        boolean later = false;
        for (String line : new BufferedReader(new InputStreamReader(Objects.requireNonNull(
                GoldenYearTest.class.getResourceAsStream("/demonstration/golden-2020.txt")), StandardCharsets.UTF_8)).lines().toList()) {
            later = later || line.startsWith("## later");
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] parts = line.split(" : ");
                lines.add(new Line(parts[0], Stream.of(parts[1].split(" ")).map(Long::valueOf).toList(), later));
            }
        }
        return lines;
    }

    @ParameterizedTest(name = "as of the report: {0}")
    @ValueSource(booleans = {true, false})
    void everyPublishedFigureIsCounted(boolean asOfTheReport) {
        assertThat(golden()).hasSizeGreaterThan(260);
        SoftAssertions all = new SoftAssertions();
        for (Line line : golden()) {
            if (!line.later || !asOfTheReport) {
                all.assertThat(ask(line.query, asOfTheReport ? REPORT : null).totals()).as(line.query).isEqualTo(line.figures);
            }
        }
        all.assertAll();
    }

    @Test
    void theMonthsWereAsPublishedOnTheirLastEveningToo() {
        for (Line line : golden()) {
            if (line.query.startsWith("measure=victims,children,women&month=")) {
                int at = line.query.indexOf("month=") + 6;
                LocalDate end = LocalDate.parse(line.query.substring(at, at + 7) + "-01").plusMonths(1);
                assertThat(ask(line.query, Instant.parse(end + "T00:00:00Z")).totals()).as(line.query).isEqualTo(line.figures);
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"party", "other-party", "responsibility", "governorate", "governorate-of-origin", "day", "month", "sex", "age", "method", "weapon", "status",
        "party,governorate", "party,other-party", "governorate,day", "sex,age"})
    void thePartsMakeTheWholeInEveryDirection(String by) {
        for (String period : List.of("month=2020-11", "from=2020-01-01&to=2020-11-30")) {
            Answer answer = ask("measure=victims,children,women,men,unknown,torture,landmines,massacre-victims&" + period + "&by=" + by, REPORT);
            for (int measure = 0; measure < answer.totals().size(); measure++) {
                int column = measure;
                assertThat(answer.rows().stream().mapToLong(row -> row.figures().get(column)).sum()).as(by + " " + answer.question().measures().get(measure))
                        .isEqualTo(answer.totals().get(measure));
            }
            assertThat(answer.totals().get(0)).isEqualTo(answer.totals().subList(1, 5).stream().mapToLong(Long::longValue).sum());
        }
    }

    @Test
    void subsetsFitIntoTheirSetsInEveryRow() {
        Answer byParty = ask("measure=victims,children,women,torture,landmines,massacre-victims&month=2020-11&by=party,other-party", REPORT);
        for (Answer.Row row : byParty.rows()) {
            List<Long> figures = row.figures();
            assertThat(figures.get(1) + figures.get(2)).as("children and women of " + row.key()).isLessThanOrEqualTo(figures.get(0));
            assertThat(figures.subList(3, 6)).as("torture, landmines, massacres of " + row.key()).allMatch(part -> part <= figures.get(0));
        }
        Answer month = ask("measure=victims,torture,landmines,massacres&month=2020-11", REPORT);
        Answer year = ask("measure=victims,torture,landmines,massacres&from=2020-01-01&to=2020-11-30", REPORT);
        assertThat(IntStream.range(0, 4)).allMatch(i -> month.totals().get(i) <= year.totals().get(i));
    }

    @Test
    void theYearIsTheSumOfItsMonths() {
        List<Measure.Basic> measures = List.of(Measure.Basic.VICTIMS, Measure.Basic.TORTURE, Measure.Basic.MASSACRES);
        Answer months = ask("measure=victims,torture,massacres&from=2020-01-01&to=2020-11-30&by=month", REPORT);
        assertThat(measures.stream().map(measure -> months.rows().stream().mapToLong(row -> row.figures().get(measures.indexOf(measure))).sum()))
                .containsExactly(1635L, 149L, 41L);
        assertThat(months.rows().stream().mapToLong(row -> row.figures().get(1)).max()).as("November's torture toll is the year's highest").hasValue(30);
        assertThat(months.rows().stream().filter(row -> row.figures().get(1) == 30)).hasSize(1);
    }

    @Test
    void sharesAndOrderAreAsPrinted() {
        Answer places = ask("measure=victims&month=2020-11&by=governorate", REPORT);
        List<String> order = places.rows().stream().sorted((a, b) -> Long.compare(b.figures().getFirst(), a.figures().getFirst()))
                .map(row -> row.key().getFirst().code()).toList();
        assertThat(order.subList(0, 3)).containsExactly("SY09", "SY02", "SY07");
        assertThat(places.rows()).extracting(row -> row.key().getFirst().code()).contains("unknown");
        assertThat(Math.round(100.0 * 46 / 172)).isEqualTo(27);
        assertThat(Math.round(100.0 * 118 / 149)).isEqualTo(79);
        assertThat(Stream.of(LocalDate.of(2020, 11, 24), LocalDate.of(2020, 11, 13), LocalDate.of(2020, 11, 16)).map(LocalDate::getDayOfWeek))
                .containsExactly(DayOfWeek.TUESDAY, DayOfWeek.FRIDAY, DayOfWeek.MONDAY);
    }

    @Test
    void everyCellIsWalkedBackToAsManyVersions() {
        for (String query : List.of("measure=victims&month=2020-11&by=party", "measure=torture&month=2020-11&by=party",
                "measure=massacres&from=2020-01-01&to=2020-11-30&by=month", "measure=children&year=2020&by=governorate")) {
            Question question = question(query, REPORT);
            Answer answer = statistics.answer(question);
            Measure measure = question.measures().getFirst();
            for (Answer.Row row : answer.rows()) {
                var behind = statistics.explain(question, measure, row.key().stream().map(Answer.Value::code).toList(), 0, 5000);
                assertThat(behind.total()).as(query + row.key()).isEqualTo(row.figures().getFirst());
                assertThat(behind.versions()).hasSize((int) behind.total());
            }
        }
    }

    @Test
    void onTheTenthOfNovemberSomeFiguresWereOthers() {
        String days = "measure=victims&from=2020-11-01&to=2020-11-10&by=party";
        Answer then = ask(days, Instant.parse("2020-11-11T00:00:00Z"));
        Answer now = ask(days, null);
        assertThat(then.totals()).as("somebody was excluded since").isNotEqualTo(now.totals());
        assertThat(then.rows()).as("somebody was attributed since").isNotEqualTo(now.rows());
    }

    @Test
    void whoIsNotCountedIsShownAsSuch() {
        Answer standing = ask("measure=recorded&by=standing", null);
        assertThat(standing.rows()).extracting(row -> row.key().getFirst().code()).contains("counted", "received", "excluded:combatant", "excluded:natural-death");
        assertThat(standing.cell(Measure.Basic.RECORDED, "counted")).isEqualTo(1734);
    }

    private Answer ask(String query, Instant asOf) {
        return statistics.answer(question(query, asOf));
    }

    private Question question(String query, Instant asOf) {
        Question read = syntax.ofQuery(query);
        return new Question(read.measures(), read.by(), read.where(), read.period(), asOf);
    }
}
