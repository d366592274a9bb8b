package org.stele.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.stele.codebook.Codebook;
import org.stele.codebook.CountingRules;
import org.stele.history.Moment;
import org.stele.statistics.Answer.Row;
import org.stele.statistics.Answer.Value;
import org.stele.statistics.Contradiction.Rule;

class ReconciliationTest {

    private static final Codebook CODEBOOK = TestProgramme.codebook();
    private static final QuestionSyntax SYNTAX = new QuestionSyntax(CODEBOOK.placeLevels());
    private static final Instant AS_OF = Instant.parse("2020-12-01T00:00:00Z");

    private static Published.Number number(String name, String question, long value) {
        return new Published.Number(name, SYNTAX.ofQuery(question + "&as-of=" + AS_OF), value);
    }

    /** A table by one dimension; each line is a code and the figures. */
    private static Published.Table table(String name, String question, String... lines) {
        List<Row> rows = Arrays.stream(lines).map(line -> line.split(" +")).map(parts -> new Row(List.of(new Value(parts[0], TestProgramme.text(parts[0]))),
                Arrays.stream(parts).skip(1).map(Long::valueOf).toList())).toList();
        long[] totals = new long[rows.getFirst().figures().size()];
        rows.forEach(row -> Arrays.setAll(totals, i -> totals[i] + row.figures().get(i)));
        Question asked = SYNTAX.ofQuery(question + "&as-of=" + AS_OF);
        return new Published.Table(name, new Answer(asked, new Moment(1, AS_OF), "testland 1", List.of(rows.stream().map(row -> row.key().getFirst()).toList()),
                rows, Arrays.stream(totals).boxed().toList()));
    }

    private static List<Contradiction> check(Published... published) {
        return Reconciliation.check(List.of(published), CODEBOOK);
    }

    @Test
    void aSubsetLargerThanItsTotalIsStopped() {
        List<Contradiction> found = check(number("civilians killed", "measure=victims&month=2020-11", 179), number("children among them", "measure=children&month=2020-11", 291));
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().rule()).isEqualTo(Rule.SUBSET);
        assertThat(found.getFirst().sentence()).contains("'children among them' says 291").contains("'civilians killed' says 179");
    }

    @Test
    void aCrossTabWhosePartySumAndGovernorateSumDifferByOneIsStopped() {
        List<Contradiction> found = check(
                table("by party", "measure=victims&by=party&month=2020-11", "north 60", "south 12", "other 100"),
                table("by governorate", "measure=victims&by=governorate&month=2020-11", "T1 90", "T2 80", "unknown 1"));
        assertThat(found).isNotEmpty().allSatisfy(contradiction -> assertThat(contradiction.rule()).isEqualTo(Rule.SAME_FACT));
        assertThat(found.getFirst().sentence()).contains("172").contains("171").contains("by party").contains("by governorate");
    }

    @Test
    void twoNumbersForTheSameChildrenAreStopped() {
        List<Contradiction> found = check(number("title", "measure=children&month=2020-11", 20), number("body", "measure=children&from=2020-11-01&to=2020-11-30", 19));
        assertThat(found).extracting(Contradiction::rule).containsExactly(Rule.SAME_FACT);
        assertThat(found.getFirst().sentence()).isEqualTo("'title' says 20 and 'body' says 19: both should be the same number.");
    }

    @Test
    void moreMassacresThanTheirVictimsMakeAreStopped() {
        List<Contradiction> found = check(number("massacres", "measure=massacres&month=2020-11", 2), number("their toll", "measure=massacre-toll&month=2020-11", 9));
        assertThat(found).extracting(Contradiction::rule).containsExactly(Rule.THRESHOLD);
        assertThat(found.getFirst().sentence()).contains("'massacres' says 2", "'their toll' says 9");
        assertThat(check(number("massacres", "measure=massacres&month=2020-11", 2), number("their toll", "measure=massacre-toll&month=2020-11", 10))).isEmpty();
        // In every cell: the other parties' massacre has too few, though the whole would do.
        assertThat(check(table("by party", "measure=massacres,massacre-toll&by=party&month=2020-11", "north 1 9", "other 1 4"))).isNotEmpty()
                .allSatisfy(contradiction -> assertThat(contradiction.rule()).isEqualTo(Rule.THRESHOLD));
    }

    @Test
    void tollsOfMonthsMayComeToLessThanThatOfTheYearWhichKnowsMoreAndNotToMore() {
        String months = "measure=massacre-toll&month=2020-0";
        assertThat(check(number("January", months + 1, 5), number("February", months + 2, 5), number("both", "measure=massacre-toll&from=2020-01-01&to=2020-02-29", 11)))
                .isEmpty();
        assertThat(check(number("January", months + 1, 5), number("February", months + 2, 5), number("both", "measure=massacre-toll&from=2020-01-01&to=2020-02-29", 9)))
                .extracting(Contradiction::rule).containsExactly(Rule.PERIODS);
    }

    @Test
    void theTollOfAPartysMassacresIsNoSubsetOfThePartysVictimsForSomeWereDocumentedBefore() {
        assertThat(check(number("killed", "measure=victims&where=party=north&month=2020-11", 1), number("toll", "measure=massacre-toll&where=party=north&month=2020-11", 5)))
                .isEmpty();
        assertThat(check(number("toll", "measure=massacre-toll&month=2020-11", 5), number("children", "measure=massacre-toll&where=age=child&month=2020-11", 6)))
                .extracting(Contradiction::rule).containsExactly(Rule.SUBSET);
    }

    /** The golden month by party: killed, children, women, men, torture. */
    private static final String[] MONTH = {"north 39 5 0 34 25", "south 1 0 0 1 0", "west 26 2 1 23 4", "other 106 9 10 87 1"};

    private static List<Published> goldenMonth() {
        return new ArrayList<>(List.of(
                table("by party", "measure=victims,children,women,men,torture&by=party&month=2020-11", MONTH),
                table("other parties", "measure=victims,children,women&by=other-party&where=party=other&month=2020-11",
                        "landmine 12 3 3", "gunfire 65 2 4", "bombing 10 1 0", "not-specified 19 3 3"),
                table("months", "measure=victims,children&by=month&from=2020-01-01&to=2020-11-30",
                        "2020-01 286 73", "2020-02 276 66", "2020-03 145 28", "2020-04 78 14", "2020-05 125 26", "2020-06 96 11", "2020-07 107 26",
                        "2020-08 122 21", "2020-09 102 15", "2020-10 126 18", "2020-11 172 16"),
                number("headline", "measure=victims&month=2020-11", 172),
                number("unknown", "measure=unknown&month=2020-11", 0),
                number("first half", "measure=victims&from=2020-01-01&to=2020-06-30", 1006),
                number("year to date", "measure=victims&from=2020-01-01&to=2020-11-30", 1635),
                number("massacre victims of other parties", "measure=massacre-victims&where=party=other&month=2020-11", 11),
                number("unknown shooters", "measure=victims&where=other-party=gunfire&month=2020-11", 65)));
    }

    @Test
    void theGoldenMonthHoldsTogether() {
        assertThat(Reconciliation.check(goldenMonth(), CODEBOOK)).isEmpty();
    }

    @Test
    void everyNumberOfTheGoldenMonthIsHeldByAnother() {
        List<Published> golden = goldenMonth();
        for (int at = 0; at < golden.size(); at++) {
            for (Published changed : withOneMore(golden.get(at))) {
                List<Published> faulty = new ArrayList<>(golden);
                faulty.set(at, changed);
                assertThat(Reconciliation.check(faulty, CODEBOOK)).as(changed.toString()).isNotEmpty();
            }
        }
    }

    /** Every way to raise one number; of a table one cell, with its total or without. Subsets are raised beyond their sets. */
    private static List<Published> withOneMore(Published published) {
        return switch (published) {
            case Published.Number number -> List.of(new Published.Number(number.name(), number.question(), number.value() + 100));
            case Published.Table table -> {
                List<Published> changed = new ArrayList<>();
                for (int row = 0; row < table.answer().rows().size(); row++) {
                    for (int column = 0; column < table.answer().totals().size(); column++) {
                        boolean heldOnlyByItsTotal = !table.answer().question().measures().get(column).equals(Measure.Basic.VICTIMS);
                        if (!heldOnlyByItsTotal) {
                            changed.add(raised(table, row, column, true));
                        }
                        changed.add(raised(table, row, column, false));
                    }
                }
                yield changed;
            }
        };
    }

    private static Published raised(Published.Table table, int at, int column, boolean total) {
        List<Row> rows = new ArrayList<>(table.answer().rows());
        List<Long> figures = new ArrayList<>(rows.get(at).figures());
        figures.set(column, figures.get(column) + 1);
        rows.set(at, new Row(rows.get(at).key(), figures));
        List<Long> totals = new ArrayList<>(table.answer().totals());
        totals.set(column, totals.get(column) + (total ? 1 : 0));
        return new Published.Table(table.name(), new Answer(table.answer().question(), table.answer().moment(), table.answer().codebook(), table.answer().axes(), rows, totals));
    }

    @Test
    void childrenWomenMenAndUnknownMakeUpTheVictims() {
        assertThat(check(number("victims", "measure=victims", 10), number("children", "measure=children", 3), number("women", "measure=women", 2),
                number("men", "measure=men", 4), number("unknown", "measure=unknown", 0))).extracting(Contradiction::rule).containsExactly(Rule.DEMOGRAPHY);
        assertThat(check(number("victims", "measure=victims", 10), number("children", "measure=children", 7), number("women", "measure=women", 4)))
                .extracting(Contradiction::rule).containsExactly(Rule.DEMOGRAPHY);
    }

    @Test
    void partsStatedOneByOneCannotExceedTheWhole() {
        assertThat(check(number("all", "measure=victims", 10), number("north", "measure=victims&where=party=north", 6), number("south", "measure=victims&where=party=south", 5)))
                .extracting(Contradiction::rule).containsExactly(Rule.PARTS);
    }

    @Test
    void adjoiningPeriodsMakeUpTheirWhole() {
        assertThat(check(number("first half", "measure=massacres&from=2020-01-01&to=2020-06-30", 30), number("July", "measure=massacres&month=2020-07", 4),
                number("to July", "measure=massacres&from=2020-01-01&to=2020-07-31", 35))).extracting(Contradiction::rule).containsExactly(Rule.PERIODS);
    }

    @Test
    void aTableByResponsibilityIsNoContradiction() {
        assertThat(check(table("by responsibility", "measure=victims&by=responsibility&month=2020-11", "attributed 60", "joint 3", "undetermined 109"),
                number("all", "measure=victims&month=2020-11", 172), number("other", "measure=victims&where=party=other&month=2020-11", 109))).isEmpty();
        assertThat(check(table("by responsibility", "measure=victims&by=responsibility&month=2020-11", "attributed 60", "joint 3", "undetermined 109"),
                number("other", "measure=victims&where=party=other&month=2020-11", 108))).extracting(Contradiction::rule).contains(Rule.SAME_FACT);
    }

    @Test
    void deathsKnownToAYearNeedNotBeInAnyOfItsMonths() {
        Codebook byDeath = TestProgramme.codebook("2", TestProgramme.rules(18, 5, Set.of("civilian"), CountingRules.DateBasis.DEATH));
        Published months = table("months", "measure=victims&by=death-month&year=2020", "2020-01 4", "2020-02 5", "unknown 2");
        List<Published> sound = List.of(months, number("first half", "measure=victims&from=2020-01-01&to=2020-06-30", 10),
                number("second half", "measure=victims&from=2020-07-01&to=2020-12-31", 0));
        assertThat(Reconciliation.check(sound, byDeath)).isEmpty();
        assertThat(Reconciliation.check(List.of(months, number("first half", "measure=victims&from=2020-01-01&to=2020-06-30", 10),
                number("second half", "measure=victims&from=2020-07-01&to=2020-12-31", 2)), byDeath)).extracting(Contradiction::rule).containsExactly(Rule.PERIODS);
    }

    @Test
    void thePartsOfAPartyMakeUpTheParty() {
        Published.Table parts = table("parts", "measure=victims&by=party@2", "north 1", "north-army 4", "north-guard 3", "joint:north-army+south 2", "other 5");
        assertThat(check(parts, table("parties", "measure=victims&by=party", "north 8", "joint:north+south 2", "other 5"))).isEmpty();
        assertThat(check(parts, table("parties", "measure=victims&by=party", "north 7", "joint:north+south 3", "other 5"))).extracting(Contradiction::rule)
                .containsOnly(Rule.SAME_FACT);
    }

    @Test
    void membersOfTwoGroupsAreNoContradiction() {
        assertThat(check(number("all", "measure=victims", 10), number("medical", "measure=group-medical", 7), number("media", "measure=group-media", 6))).isEmpty();
    }
}
