package org.stele.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stele.codebook.Codebook;
import org.stele.database.TestDatabase;
import org.stele.demonstration.DemonstrationRegister;
import org.stele.history.Changes;
import org.stele.history.Moment;
import org.stele.history.Revision;
import org.stele.history.Version;
import org.stele.history.VersionKey;
import org.stele.places.Places;
import org.stele.register.Attribution;
import org.stele.register.Codebooks;
import org.stele.register.TestKinds;
import org.stele.register.Victim;
import org.stele.register.Victims;

/** The 172 victims of November 2020, one of whom is attributed anew between two tables of the same report. */
class ChangedRecordTest {

    private static final Instant REPORT = Instant.parse("2020-12-01T00:00:00Z");

    final Codebook codebook = DemonstrationRegister.get(Codebooks.class).inForce().orElseThrow().record().codebook();
    final QuestionSyntax syntax = new QuestionSyntax(codebook.placeLevels());
    final TestDatabase database = TestDatabase.fresh();
    final Changes changes = new Changes(database.source());
    final Statistics statistics = Statistics.of(database.source(), changes, moment -> codebook, moment -> DemonstrationRegister.get(Places.class).gazetteer());

    private List<Victim> november() {
        Question question = syntax.ofQuery("measure=victims&month=2020-11&as-of=" + REPORT);
        Counted counted = DemonstrationRegister.get(Statistics.class).explain(question, Measure.Basic.VICTIMS, List.of(), 0, 1000);
        return DemonstrationRegister.get(Victims.class).exactly(counted.versions()).stream().map(Version::record).toList();
    }

    private Answer ask(String question) {
        return statistics.answer(syntax.ofQuery(question));
    }

    @Test
    void aRecordChangedBetweenTwoTablesIsFoundByName() {
        List<Victim> november = november();
        long first = changes.make("tester", "the golden month", change -> change.open(TestKinds.victims(), november));
        Published.Table byParty = new Published.Table("by party", ask("measure=victims,children,women,torture&month=2020-11&by=party"));
        assertThat(byParty.answer().totals()).containsExactly(172L, 16L, 11L, 30L);
        Victim victim = november.getFirst();
        Attribution other = victim.attribution().state() == Attribution.State.UNDETERMINED ? Attribution.to("regime") : Attribution.undetermined("gunfire", List.of());
        Moment before = changes.latest();
        changes.make("tester", "a survivor came forward", change -> {
            change.revise(TestKinds.victims(), List.of(new Revision<>(first, 1, victim.with(other.because("survivor", LocalDate.of(2020, 11, 30))))));
            return null;
        });
        Published.Table crossed = new Published.Table("party and governorate", ask("measure=victims&month=2020-11&by=party,governorate"));

        List<Contradiction> found = Reconciliation.check(List.of(byParty, crossed), codebook);
        assertThat(found).isNotEmpty().allSatisfy(contradiction -> {
            assertThat(contradiction.rule()).isEqualTo(Contradiction.Rule.SAME_FACT);
            Reconciliation.Difference difference = Reconciliation.explain(contradiction, statistics);
            assertThat(difference.one()).isEqualTo(contradiction.one().value());
            assertThat(difference.other()).isEqualTo(contradiction.other().value());
            assertThat(List.of(difference.onlyInOne(), difference.onlyInOther()).stream().flatMap(List::stream).map(VersionKey::id)).containsOnly(first);
        });
        assertThat(ask("measure=victims&month=2020-11&by=party&as-of=" + before.at()).rows()).as("yesterday's table stays")
                .extracting(row -> row.figures().getFirst()).isEqualTo(byParty.answer().rows().stream().map(row -> row.figures().getFirst()).toList());
        Published.Table again = new Published.Table("by party, again", ask("measure=victims&month=2020-11&by=party"));
        assertThat(Reconciliation.check(List.of(again, crossed), codebook)).as("tables of one instant agree").isEmpty();
    }

    @Test
    void aJointAttributionIsCountedOnceAndShownForWhatItIs() {
        List<Victim> november = november();
        Victim joint = november.getFirst().with(Attribution.joint(List.of("regime", "russia")));
        changes.make("tester", "joint", change -> change.open(TestKinds.victims(), List.of(joint)));
        Answer answer = ask("measure=victims&by=party");
        assertThat(answer.total(Measure.Basic.VICTIMS)).isEqualTo(1);
        assertThat(answer.rows()).singleElement().satisfies(row -> {
            assertThat(row.key().getFirst().code()).isEqualTo("joint:regime+russia");
            assertThat(row.key().getFirst().label().en()).isEqualTo("Jointly: Syrian Regime forces and Russian forces");
        });
        assertThat(answer.cell(Measure.Basic.VICTIMS, "regime")).isZero();
        assertThat(answer.axes().getFirst()).extracting(Answer.Value::code).endsWith("joint:regime+russia", "other");
    }
}
