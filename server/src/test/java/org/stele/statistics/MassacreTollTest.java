package org.stele.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.stele.codebook.Codebook;
import org.stele.codebook.CountingRules.DateBasis;
import org.stele.database.TestDatabase;
import org.stele.history.Changes;
import org.stele.history.VersionKey;
import org.stele.register.AgeRange;
import org.stele.register.Attribution;
import org.stele.register.CivilianStatus;
import org.stele.register.CountRange;
import org.stele.register.DateRange;
import org.stele.register.Incident;
import org.stele.register.PersonName;
import org.stele.register.PlaceRef;
import org.stele.register.Sex;
import org.stele.register.Standing;
import org.stele.register.TestKinds;
import org.stele.register.Victim;
import org.stele.register.Words;

/** What a report says was killed in the massacres it counts: all their victims, and not only those it documents itself. */
class MassacreTollTest {

    private final TestDatabase database = TestDatabase.fresh();
    private final Changes changes = new Changes(database.source());
    private Codebook codebook = TestProgramme.codebook();
    private final RegisterStatistics statistics = new RegisterStatistics(database.source(), changes, moment -> codebook, moment -> TestProgramme.gazetteer());
    private final QuestionSyntax syntax = new QuestionSyntax(codebook.placeLevels());

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void fourDocumentedInOctoberAndOneInNovemberAreFiveKilledInNovembersMassacre() {
        List<Long> ids = massacre("2020-10-28", "2020-10-28", "2020-10-29", "2020-10-30", "2020-11-02");
        assertThat(ask("measure=massacres,massacre-toll&month=2020-10")).containsExactly(0L, 0L);
        assertThat(ask("measure=massacres,massacre-toll&month=2020-11")).containsExactly(1L, 5L);
        assertThat(behind("measure=massacre-toll&month=2020-11")).containsExactlyElementsOf(ids);
        assertThat(ask("measure=massacre-toll&month=2020-11&where=age=child")).containsExactly(1L);
    }

    @Test
    void aSixthDocumentedLaterIsInTheLongerPeriodAndNotInTheClosedMonth() {
        List<Long> ids = massacre("2020-10-28", "2020-10-28", "2020-10-29", "2020-10-30", "2020-11-02", "2020-12-05");
        assertThat(behind("measure=massacre-toll&month=2020-11")).containsExactlyElementsOf(ids.subList(0, 5));
        assertThat(ask("measure=massacres,massacre-toll&month=2020-12")).containsExactly(0L, 0L);
        assertThat(ask("measure=massacres,massacre-toll&year=2020")).containsExactly(1L, 6L);
        assertThat(behind("measure=massacre-toll&year=2020")).containsExactlyElementsOf(ids);
    }

    @Test
    void theTollStandsWhereItsMassacreStands() {
        massacre("2020-11-02", "2020-11-02", "2020-11-02", "2020-11-02", "2020-11-03");
        // The incident is attributed to the south, and two of its victims are attributed to nobody yet.
        Answer byParty = statistics.answer(syntax.ofQuery("measure=massacres,massacre-toll&by=party&month=2020-11"));
        assertThat(byParty.cell(Measure.Basic.MASSACRE_TOLL, "south")).isEqualTo(5);
        assertThat(byParty.cell(Measure.Basic.MASSACRE_TOLL, "other")).isZero();
        Answer byMonth = statistics.answer(syntax.ofQuery("measure=massacres,massacre-toll&by=month&year=2020"));
        assertThat(byMonth.cell(Measure.Basic.MASSACRE_TOLL, "2020-11")).isEqualTo(5);
        Answer byGroup = statistics.answer(syntax.ofQuery("measure=massacre-toll&by=group,party&year=2020"));
        assertThat(byGroup.cell(Measure.Basic.MASSACRE_TOLL, "medical", "south")).isEqualTo(1);
        assertThat(byGroup.total(Measure.Basic.MASSACRE_TOLL)).isEqualTo(5);
    }

    @Test
    void aProgrammeThatCountsByTheDayOfDeathCountsAllVictimsOfTheMonthsMassacres() {
        codebook = TestProgramme.codebook("death", TestProgramme.rules(18, 5, Set.of("civilian"), DateBasis.DEATH));
        List<Long> ids = massacre("2020-11-28", "2020-11-28", "2020-11-29", "2020-11-30", "2020-12-02", "2021-01-05");
        // It happened in October, whenever it became known.
        assertThat(ask("measure=massacres,massacre-toll&month=2020-10")).containsExactly(1L, 6L);
        assertThat(behind("measure=massacre-toll&month=2020-10")).containsExactlyElementsOf(ids);
        assertThat(ask("measure=massacres,massacre-toll&month=2020-11")).containsExactly(0L, 0L);
    }

    private List<Long> ask(String question) {
        return statistics.answer(syntax.ofQuery(question)).totals();
    }

    private List<Long> behind(String question) {
        Question asked = syntax.ofQuery(question);
        Counted counted = statistics.explain(asked, Measure.Basic.MASSACRE_TOLL, List.of(), 0, 100);
        assertThat(counted.table()).isEqualTo("victim");
        assertThat(counted.total()).isEqualTo(counted.versions().size()).isEqualTo(statistics.answer(asked).totals().getFirst());
        return counted.versions().stream().map(VersionKey::id).toList();
    }

    /** One incident of 27 October and its victims, with one combatant more, who does not count; the ids of those who do. */
    private List<Long> massacre(String... documented) {
        return changes.make("tester", "a massacre", change -> {
            Incident incident = new Incident(LocalDate.of(2020, 10, 29), DateRange.day(LocalDate.of(2020, 10, 27)), PlaceRef.of("T11"), Words.NONE, "shelling", null,
                    Attribution.to("south"), new CountRange(0, 0), new CountRange(0, 0), null, Words.NONE, false);
            long id = change.open(TestKinds.incidents(), List.of(incident));
            List<Victim> victims = new ArrayList<>();
            for (String day : documented) {
                victims.add(victim(id, day, victims.size(), CivilianStatus.CIVILIAN));
            }
            victims.add(victim(id, documented[0], 9, CivilianStatus.COMBATANT));
            long first = change.open(TestKinds.victims(), victims);
            return java.util.stream.LongStream.range(first, first + documented.length).boxed().toList();
        });
    }

    private static Victim victim(long incident, String documented, int number, CivilianStatus status) {
        return new Victim(new Standing.Documented(LocalDate.parse(documented)), PersonName.UNKNOWN, Sex.MALE, AgeRange.of(number == 0 ? 7 : 30), status, null,
                number == 1 ? List.of("medical") : List.of(), null, DateRange.day(LocalDate.of(2020, 10, 27)), PlaceRef.of("T11"), PlaceRef.of("T2"), "shelling", null,
                incident, number < 2 ? Attribution.undetermined("not-specified", List.of("south")) : Attribution.to("south"), null, false);
    }
}
