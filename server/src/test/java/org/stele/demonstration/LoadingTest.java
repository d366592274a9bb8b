package org.stele.demonstration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.stele.database.TestDatabase;
import org.stele.history.Changes;
import org.stele.history.Moment;
import org.stele.history.Version;
import org.stele.register.Attribution;
import org.stele.register.Codebooks;
import org.stele.register.Demonstrations;
import org.stele.register.Incidents;
import org.stele.register.Sources;
import org.stele.register.Statements;
import org.stele.register.Victim;
import org.stele.register.Victims;

class LoadingTest {

    final Programme programme = Generator.generate();
    final Victims victims = DemonstrationRegister.get(Victims.class);
    final Statements statements = DemonstrationRegister.get(Statements.class);

    @Test
    void theWholeProgrammeIsInTheRegisterAndSaysWhatItIs() {
        assertThat(DemonstrationRegister.get(Demonstrations.class).isDemonstration()).isTrue();
        assertThat(DemonstrationRegister.get(Demonstration.class).state()).isEqualTo(Demonstration.State.LOADED);
        assertThat(DemonstrationRegister.get(Codebooks.class).inForce()).isPresent();
        assertThat(count("select count(distinct id) from victim")).isEqualTo(programme.victims().size());
        assertThat(count("select count(*) from victim")).isEqualTo(programme.victims().stream().mapToInt(story -> story.states().size()).sum());
        assertThat(count("select count(distinct id) from incident")).isEqualTo(programme.incidents().size());
        assertThat(count("select count(*) from statement")).isEqualTo(programme.testimonies().size());
    }

    @Test
    void everyRecordReadsBackAsItWasMadeWithAllItsHistory() {
        long first = count("select min(id) from victim");
        for (int i = 0; i < programme.victims().size(); i += 7) {
            List<Version<Victim>> versions = victims.all(first + i);
            List<Story.State<Victim>> states = programme.victims().get(i).states();
            assertThat(versions).hasSameSizeAs(states);
            for (int state = 0; state < states.size(); state++) {
                assertThat(versions.get(state).record()).usingRecursiveComparison().ignoringFields("incident").isEqualTo(states.get(state).record());
                assertThat(LocalDate.ofInstant(versions.get(state).from(), ZoneOffset.UTC)).isEqualTo(states.get(state).day());
                assertThat(versions.get(state).reason()).contains("(synthetic)");
            }
        }
    }

    @Test
    void theVictimsOfAnIncidentShareItsPlaceAndItsAttribution() {
        Incidents incidents = DemonstrationRegister.get(Incidents.class);
        for (long id = count("select min(id) from victim"); id < 1700; id += 13) {
            Victim victim = victims.current(id).orElseThrow().record();
            if (victim.incident() != null) {
                var incident = incidents.current(victim.incident()).orElseThrow().record();
                assertThat(incident.place()).isEqualTo(victim.deathPlace());
                assertThat(incident.attribution()).isEqualTo(victim.attribution());
            }
        }
    }

    @Test
    void everyVictimHasStatementsOfSyntheticSources() {
        Sources sources = DemonstrationRegister.get(Sources.class);
        for (long id = count("select min(id) from victim"); id < 1700; id += 41) {
            assertThat(statements.aboutVictim(id)).isNotEmpty().allSatisfy(statement -> {
                assertThat(sources.current(statement.source()).orElseThrow().record().name()).startsWith("Synthetic");
                assertThat(statement.recordedAt()).isBefore(Instant.parse("2021-04-01T00:00:00Z"));
            });
        }
    }

    @Test
    void asOfTheFirstOfDecemberExactlyJanuaryToNovemberIsDocumented() {
        Moment moment = DemonstrationRegister.get(Changes.class).settled(Instant.parse("2020-12-01T00:00:00Z"));
        long counted = DemonstrationRegister.DATABASE.sql().sql("""
                select count(*) from victim where recorded_from <= :at and :at < recorded_to and standing = 'documented' and status = 'civilian'""")
                .param("at", moment.at().atOffset(ZoneOffset.UTC)).query(Long.class).single();
        assertThat(counted).isEqualTo(1635);
        assertThat(count("select count(*) from victim where recorded_to = 'infinity' and standing = 'documented'")).isEqualTo(1734);
    }

    @Test
    void someDeathsWereUndeterminedOrJointBeforeTheyWereAttributed() {
        List<Attribution.State> before = programme.victims().stream().filter(story -> story.states().size() > 1)
                .map(story -> story.first().record().attribution().state()).toList();
        assertThat(before).contains(Attribution.State.JOINT, Attribution.State.UNDETERMINED);
    }

    @Test
    void itIsNotLoadedIntoARegisterThatHoldsAnythingAndAnInterruptedLoadLeavesNothing() {
        assertThatThrownBy(() -> DemonstrationRegister.get(Demonstration.class).load((day, done, of) -> { }))
                .isInstanceOf(NotEmpty.class).hasMessageContaining("--data");
        try (TestDatabase fresh = TestDatabase.fresh(); ConfigurableApplicationContext context = DemonstrationRegister.open(fresh)) {
            Demonstration demonstration = context.getBean(Demonstration.class);
            assertThatThrownBy(() -> demonstration.load((day, done, of) -> {
                if (done == 20) {
                    throw new IllegalStateException("the power went");
                }
            })).hasMessage("the power went");
            assertThat(demonstration.state()).isEqualTo(Demonstration.State.EMPTY);
            assertThat(fresh.sql().sql("select count(*) from victim").query(Long.class).single()).isZero();

            var days = new AtomicInteger();
            demonstration.load((day, done, of) -> days.incrementAndGet());
            assertThat(days.get()).isEqualTo(Diary.of(programme).days().size());
            assertThat(demonstration.state()).isEqualTo(Demonstration.State.LOADED);
        }
    }

    private static long count(String sql) {
        return DemonstrationRegister.DATABASE.sql().sql(sql).query(Long.class).single();
    }
}
