package org.stele.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stele.database.TestDatabase;
import org.stele.history.Changes;
import org.stele.history.Moment;
import org.stele.history.Revision;
import org.stele.history.Version;
import org.stele.history.VersionKey;
import org.stele.history.Versions;

class RegisterTest {

    static final TestDatabase DATABASE = TestDatabase.fresh();

    final Changes changes = new Changes(DATABASE.source());
    final Versions versions = new Versions(DATABASE.source());
    final Victims victims = new Victims(versions);
    final Incidents incidents = new Incidents(versions);
    final Sources sources = new Sources(versions);
    final Statements statements = new Statements(DATABASE.source());

    static final Custody CUSTODY = new Custody(DateRange.month(YearMonth.of(2018, 7)), new PlaceRef("SY05", "in the town"), "north", "a prison",
            true, true, DateRange.day(LocalDate.of(2020, 11, 18)), "headman", false, true, null);

    static final Victim KNOWN = new Victim(
            new Standing.Documented(LocalDate.of(2020, 11, 18)), new PersonName("Given Family", "اسم عائلة"), Sex.MALE, new AgeRange(30, 35),
            CivilianStatus.CIVILIAN, "police, no part of the fighting forces", List.of("special-needs", "medical"), "local council",
            DateRange.between(LocalDate.of(2018, 7, 1), LocalDate.of(2020, 11, 18)), PlaceRef.UNKNOWN, new PlaceRef("SY05", "a town", "بلدة"),
            "torture", null, null, Attribution.to("north").because("family and headman", LocalDate.of(2020, 11, 18)), CUSTODY, true);

    static Victim aged(AgeRange age) {
        return new Victim(UNKNOWN.standing(), UNKNOWN.name(), UNKNOWN.sex(), age, UNKNOWN.status(), null, UNKNOWN.groups(), null, UNKNOWN.death(),
                UNKNOWN.deathPlace(), UNKNOWN.origin(), null, null, null, UNKNOWN.attribution(), null, false);
    }

    static final Victim UNKNOWN = new Victim(
            new Standing.Received(), PersonName.UNKNOWN, Sex.UNKNOWN, AgeRange.UNKNOWN, CivilianStatus.UNKNOWN, null, List.of(), null,
            DateRange.UNKNOWN, PlaceRef.UNKNOWN, PlaceRef.UNKNOWN, null, null, null,
            Attribution.undetermined(Attribution.NOT_SPECIFIED, List.of()), null, false);

    @Test
    void aVictimIsReadBackAsWrittenWhateverIsUnknown() {
        long first = changes.make("a", "b", change -> victims.open(change, List.of(KNOWN, UNKNOWN)));
        assertThat(victims.current(first).orElseThrow().record()).isEqualTo(KNOWN);
        assertThat(victims.current(first + 1).orElseThrow().record()).isEqualTo(UNKNOWN);
        assertThat(victims.current(List.of(first + 1, first, -1L))).extracting(Version::id).containsExactly(first, first + 1);
    }

    @Test
    void anIncidentAndItsVictimsAreOpenedTogether() {
        Incident incident = new Incident(LocalDate.of(2020, 11, 24), DateRange.day(LocalDate.of(2020, 11, 24)), new PlaceRef("SY02", "a city", "مدينة"),
                new Words("a ring road", "طريق"), "explosion", null, Attribution.undetermined("bombing", List.of("north", "south")),
                CountRange.NONE, new CountRange(15, null), "south", new Words("what happened", null), true);
        long id = changes.make("a", "b", change -> {
            long taken = incidents.takeIds(change, 1);
            incidents.open(change, taken, List.of(incident));
            victims.open(change, List.of(KNOWN));
            return taken;
        });
        assertThat(incidents.current(id).orElseThrow().record()).isEqualTo(incident);
    }

    @Test
    void reattributionIsANewVersionAndTheOldOneStaysReadable() {
        long id = changes.make("a", "first finding", change -> victims.open(change, List.of(KNOWN)));
        changes.make("a", "a survivor came forward", change -> {
            victims.revise(change, List.of(new Revision<>(id, 1, KNOWN.with(Attribution.joint(List.of("north", "south"))))));
            return null;
        });
        assertThat(victims.all(id)).extracting(version -> version.record().attribution().state())
                .containsExactly(Attribution.State.ATTRIBUTED, Attribution.State.JOINT);
        assertThat(victims.exactly(List.of(new VersionKey(id, 2), new VersionKey(id, 1)))).extracting(Version::number).containsExactly(2, 1);
        assertThatThrownBy(() -> victims.exactly(List.of(new VersionKey(id, 3)))).hasMessageContaining("do not exist");
    }

    @Test
    void statementsThatContradictOneAnotherAreBothKept() {
        long victim = changes.make("a", "b", change -> {
            long source = sources.open(change, List.of(new Source("family", "the family", true, null), new Source("open-source", "a page", false, null)));
            long id = victims.open(change, List.of(UNKNOWN));
            long first = statements.takeIds(change, 2);
            statements.add(change, List.of(
                    new Statement(first, source, id, null, change.at(), "by telephone", "1", "He was 17."),
                    new Statement(first + 1, source + 1, id, null, change.at(), "page 3", "7", "كان عمره 19 عاماً")));
            return id;
        });
        assertThat(statements.aboutVictim(victim)).extracting(Statement::words).containsExactly("He was 17.", "كان عمره 19 عاماً");
        assertThatThrownBy(() -> DATABASE.sql().sql("update statement set words = 'other'").update()).hasMessageContaining("never changed");
    }

    @Test
    void whatASourceSaidLastIsFoundByItsOwnKeysAndNoOthers() {
        long source = changes.make("a", "b", change -> {
            long first = sources.open(change, List.of(new Source("partner-list", "one", false, null), new Source("partner-list", "two", false, null)));
            long id = statements.takeIds(change, 5);
            statements.add(change, List.of(
                    new Statement(id, first, 70L, null, change.at(), "line 1", "a", "first"),
                    new Statement(id + 1, first, 71L, null, change.at(), "line 2", "عربي", "second"),
                    new Statement(id + 2, first + 1, 72L, null, change.at(), "line 1", "b", "of another source"),
                    new Statement(id + 3, first, 70L, null, change.at(), "line 9", "a", "first, corrected"),
                    new Statement(id + 4, first, null, 5L, change.at(), "line 10", "c", "of no victim")));
            // As if "d" had the hash of "a".
            change.append("statement_keys", List.of("source", "first_id", "hashes"),
                    List.of(List.of(first + 7, id, ByteBuffer.allocate(8).putLong(KeyHash.of("d")).array())));
            return first;
        });
        SaidBefore said = statements.saidBefore(source);
        assertThat(said.last(List.of("a", "عربي", "b", "c", "d", "")).entrySet()).extracting(entry -> entry.getKey() + ": " + entry.getValue().words())
                .containsExactlyInAnyOrder("a: first, corrected", "عربي: second");
        assertThat(statements.saidBefore(source + 7).last(List.of("d"))).as("another key of the same hash").isEmpty();
        for (int batch = 0; batch < 50; batch++) {
            assertThat(said.last(List.of("a"))).as("a connection is given back each time").hasSize(1);
        }
        assertThat(statements.saidBefore(source + 99).last(List.of("a"))).as("a source that said nothing").isEmpty();
    }

    @Test
    void aSourceThatBecameConfidentialIsSoOnPagesOfThePastToo() {
        long id = changes.make("a", "b", change -> sources.open(change, List.of(new Source("witness", "a neighbour", false, null))));
        Moment before = changes.latest();
        changes.make("a", "threatened since", change -> {
            sources.revise(change, List.of(new Revision<>(id, 1, new Source("witness", "a neighbour", true, null))));
            return null;
        });
        assertThat(sources.asSeen(id, before).confidential()).isTrue();
        assertThat(sources.asSeen(id, changes.latest()).confidential()).isTrue();
    }

    @Test
    void anAttributionThatFitsNoStateCannotBeMade() {
        assertThatThrownBy(() -> Attribution.joint(List.of("north"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Attribution(Attribution.State.UNDETERMINED, List.of("north", "south"), null, null, null))
                .hasMessageContaining("sub-category");
        assertThatThrownBy(() -> new Attribution(Attribution.State.ATTRIBUTED, List.of("north"), "gunfire", null, null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anAgeClassIsKnownOnlyWhereTheWholeRangeLiesOnOneSide() {
        assertThat(new AgeRange(17, 17).classed(18)).isEqualTo(AgeClass.CHILD);
        assertThat(new AgeRange(18, 18).classed(18)).isEqualTo(AgeClass.ADULT);
        assertThat(new AgeRange(15, 20).classed(18)).isEqualTo(AgeClass.UNKNOWN);
        assertThat(new AgeRange(null, 17).classed(18)).isEqualTo(AgeClass.CHILD);
        assertThat(AgeRange.adult(18).classed(18)).isEqualTo(AgeClass.ADULT);
        assertThat(AgeRange.UNKNOWN.classed(18)).isEqualTo(AgeClass.UNKNOWN);
    }
}
