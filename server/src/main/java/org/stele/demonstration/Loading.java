package org.stele.demonstration;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.stele.codebook.CodebookFile;
import org.stele.history.Change;
import org.stele.history.Changes;
import org.stele.history.Revision;
import org.stele.places.Boundaries;
import org.stele.places.Places;
import org.stele.places.Programmes;
import org.stele.register.Records;
import org.stele.register.Statement;
import org.stele.register.Victim;

/** Writes the programme evening by evening through the same changes as everybody else's records, under a clock of its own. */
final class Loading {

    /** Who answers for the changes. */
    static final String BY = "demonstration (synthetic)";

    private static final String CODEBOOK = "syria";
    private static final Instant BEGINNING = Instant.parse("2020-01-01T06:00:00Z");
    private static final LocalTime EVENING = LocalTime.of(18, 0);

    private final DataSource dataSource;
    private final Demonstration.Rooms rooms;
    private final Programme programme;
    private final Changes changes;
    private Instant clock = BEGINNING;
    private int made;
    private long firstSource;
    private long firstIncident;
    private long firstVictim;
    private long nextStatement;

    Loading(DataSource dataSource, Demonstration.Rooms rooms, Programme programme) {
        this.dataSource = dataSource;
        this.rooms = rooms;
        this.programme = programme;
        this.changes = new Changes(dataSource, () -> clock);
    }

    Demonstration.Loaded run(Demonstration.Progress progress) {
        make("Begins the synthetic demonstration: its codebook and its sources", this::begin);
        Places places = new Places(dataSource, changes);
        new Programmes(places, new Boundaries(dataSource, changes, places)).setUp(org.stele.places.Programme.supplied(CODEBOOK), BY);
        Diary diary = Diary.of(programme);
        int done = 0;
        for (LocalDate day : diary.days()) {
            clock = day.atTime(EVENING).toInstant(ZoneOffset.UTC);
            for (Diary.Entry entry : diary.of(day)) {
                make(entry.reason() + " (synthetic)", change -> record(change, entry));
            }
            progress.day(day, ++done, diary.days().size());
        }
        return new Demonstration.Loaded(programme.victims().size(), programme.incidents().size(), programme.testimonies().size(), made);
    }

    private void make(String reason, Consumer<Change> work) {
        changes.make(BY, reason, change -> {
            work.accept(change);
            return null;
        });
        made++;
    }

    private void begin(Change change) {
        rooms.codebooks().adopt(change, CodebookFile.supplied(CODEBOOK));
        rooms.demonstrations().mark(change, programme.digest());
        firstSource = rooms.sources().open(change, programme.sources());
        firstIncident = rooms.incidents().takeIds(change, programme.incidents().size());
        firstVictim = rooms.victims().takeIds(change, programme.victims().size());
        nextStatement = rooms.statements().takeIds(change, programme.testimonies().size());
    }

    private void record(Change change, Diary.Entry entry) {
        write(change, rooms.incidents(), firstIncident, entry.incidents(), step -> programme.incidents().get(step.record()).states().get(step.state()).record());
        write(change, rooms.victims(), firstVictim, entry.victims(), step -> inRegister(programme.victims().get(step.record()).states().get(step.state()).record()));
        rooms.statements().add(change, entry.testimonies().stream().map(testimony -> statement(testimony, change.at())).toList());
    }

    /** Opens what is new, run by run of neighbouring ids, and revises what is not. */
    private static <R> void write(Change change, Records<R> records, long firstId, List<Diary.Step> steps, Function<Diary.Step, R> record) {
        List<Revision<R>> revisions = new ArrayList<>();
        List<R> run = new ArrayList<>();
        int last = -1;
        for (Diary.Step step : steps) {
            if (step.state() > 0) {
                revisions.add(new Revision<>(firstId + step.record(), step.state(), record.apply(step)));
                continue;
            }
            if (!run.isEmpty() && step.record() != last + 1) {
                records.open(change, firstId + last + 1 - run.size(), run);
                run = new ArrayList<>();
            }
            run.add(record.apply(step));
            last = step.record();
        }
        if (!run.isEmpty()) {
            records.open(change, firstId + last + 1 - run.size(), run);
        }
        records.revise(change, revisions);
    }

    /** The programme numbers its incidents from 1, the register as it likes. */
    private Victim inRegister(Victim victim) {
        Long incident = victim.incident();
        return incident == null ? victim : new Victim(victim.standing(), victim.name(), victim.sex(), victim.age(), victim.status(), victim.statusReason(),
                victim.groups(), victim.work(), victim.death(), victim.deathPlace(), victim.origin(), victim.method(), victim.weapon(),
                firstIncident + incident - 1, victim.attribution(), victim.custody(), victim.notable());
    }

    private Statement statement(Testimony testimony, Instant at) {
        return new Statement(nextStatement++, firstSource + testimony.source(), firstVictim + testimony.victim(), null, at,
                testimony.locator(), testimony.key(), testimony.words());
    }
}
