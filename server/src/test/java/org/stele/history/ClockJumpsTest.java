package org.stele.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.stele.database.TestDatabase;
import org.stele.faults.FaultReport;

/** A clock that is set to and fro by seconds, days and years between changes. */
@Tag(FaultReport.TAG)
class ClockJumpsTest {

    private static final int CHANGES = 400;

    @Test
    void changesStandInTheOrderInWhichTheyWereMadeAndThePastIsAnsweredAsBefore() {
        Random dice = new Random();
        Instant[] clock = {Instant.parse("2020-11-24T10:00:00Z")};
        try (TestDatabase database = TestDatabase.fresh()) {
            Note.createTable(database.sql());
            Versions versions = new Versions(database.source());
            List<Instant> instants = new ArrayList<>();
            long id = 0;
            for (int i = 0; i < CHANGES; i++) {
                long jump = (long) (dice.nextGaussian() * Math.pow(10, dice.nextInt(8)));
                clock[0] = clock[0].plusSeconds(jump);
                // Also by another process, which knows of nothing but the database.
                Changes changes = new Changes(database.source(), () -> clock[0]);
                Note note = new Note("as of change " + i, List.of());
                long known = id;
                int version = i;
                instants.add(changes.make("a clerk", "a test", change -> {
                    if (known != 0) {
                        change.revise(Note.KIND, List.of(new Revision<>(known, version, note)));
                    }
                    return change.at();
                }));
                if (id == 0) {
                    id = changes.make("a clerk", "a test", change -> change.open(Note.KIND, List.of(note)));
                    instants.set(0, changes.latest().at());
                }
            }
            assertThat(instants).isSorted().doesNotHaveDuplicates();
            for (int i = 0; i < CHANGES; i++) {
                assertThat(versions.asOf(Note.KIND, id, new Moment(0, instants.get(i))).orElseThrow().record().text()).isEqualTo("as of change " + i);
            }
        }
        FaultReport.say("clock set to and fro between %d changes by up to months: order kept, every past state answered as it was".formatted(CHANGES));
    }
}
