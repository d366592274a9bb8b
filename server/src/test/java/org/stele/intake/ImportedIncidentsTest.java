package org.stele.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stele.database.TestDatabase;
import org.stele.history.Revision;
import org.stele.history.Version;
import org.stele.register.Attribution;
import org.stele.register.CountRange;
import org.stele.register.Incident;
import org.stele.register.TestRegister;
import org.stele.register.Victim;

/** What becomes of incidents when the list that told them comes again. */
class ImportedIncidentsTest {

    static final String MAPPING = ImportsTest.MAPPING.replace("incident: {key: raid}",
            "incident: {key: raid, injured: {min: hurt}, account-en: story}\nblanks: [n/a]");

    static final String HEAD = "id,name,sex,age,died,where,who,raid,seen,hurt,story\n";
    static final String LIST = HEAD + """
            1,Ann,f,30,1998-02-03,North Bank: Millford,crown,r1,1998-02-05,5,at dawn
            2,Bob,m,,1998-02-03,North Bank: Millford,crown,r1,1998-02-05,,
            3,Cid,m,40,1998-02-04,North Bank: Millford,crown,r1,1998-02-06,5,
            4,Dee,f,20,1998-03-01,,?,r2,,n/a,
            """;

    @TempDir
    Path folder;

    TestDatabase database;
    TestRegister register;
    Imports imports;

    @BeforeEach
    void open() throws IOException {
        database = TestDatabase.fresh();
        register = TestRegister.on(database.source());
        imports = TestImports.on(database.source(), TestImports.riverland(), new TestPlaces());
        Files.writeString(folder.resolve("raids.yaml"), MAPPING);
    }

    @AfterEach
    void close() {
        database.close();
    }

    ImportReport take(String list, boolean dryRun) throws IOException {
        Path file = Files.writeString(folder.resolve("raids.csv"), list);
        ImportReport report = imports.run(new ImportOrder(file, folder.resolve("raids.yaml"), "amal", dryRun, null), (rows, total) -> { });
        assertThat(report.accepted() + report.rejected() + report.repeated()).isEqualTo(report.read());
        return report;
    }

    ImportReport take(String list) throws IOException {
        return take(list, false);
    }

    Version<Incident> incident(String mark) {
        return register.incidents().current(database.sql().sql("select incident from incident_key where key = :key").param("key", mark).query(Long.class).single()).orElseThrow();
    }

    Version<Victim> victim(String key) {
        return register.victims().current(database.sql().sql("select victim from statement where key = :key limit 1").param("key", key).query(Long.class).single()).orElseThrow();
    }

    void correct(String mark, Incident next) {
        Version<Incident> now = incident(mark);
        register.changes().make("basma", "the hospital's count", change -> {
            register.incidents().revise(change, List.of(new Revision<>(now.id(), now.number(), next)));
            return null;
        });
    }

    static Incident injured(Incident incident, int injured) {
        return new Incident(incident.documentedOn(), incident.occurred(), incident.place(), incident.spot(), incident.method(), incident.weapon(),
                incident.attribution(), incident.unrecorded(), new CountRange(injured, injured), incident.controlledBy(), incident.account(), incident.notable());
    }

    @Test
    void aRowThatSaysSomethingElseThanTheFirstIsToldAndTheFirstStays() throws IOException {
        ImportReport report = take(LIST);
        assertThat(incident("r1").record().occurred().from()).hasToString("1998-02-03");
        assertThat(report.disagreements()).as("row 2 says nothing of the injured and disagrees with nobody")
                .containsExactly(new ImportReport.Disagreement("3", "r1", "death", "1998-02-04", "1998-02-03"));
        assertThat(report.disagreementCount()).isEqualTo(1);
        ImportReport later = take(HEAD + "9,Gus,m,50,1998-02-03,,league,r1,,7,at noon\n");
        assertThat(later.disagreements()).as("also in another file").extracting(ImportReport.Disagreement::field).containsExactly("attribution", "injured", "account-en");
        assertThat(incident("r1").number()).isEqualTo(1);
    }

    @Test
    void anIncidentFollowsTheRowThatToldItFirst() throws IOException {
        take(LIST);
        ImportReport report = take(LIST.replace("05,5,at dawn", "05,8,at noon"));
        assertThat(report).extracting(ImportReport::changed, ImportReport::repeated, ImportReport::incidentsRevised).containsExactly(1L, 3L, 1L);
        Version<Incident> raid = incident("r1");
        assertThat(raid.number()).isEqualTo(2);
        assertThat(raid.by()).isEqualTo("amal");
        assertThat(raid.reason()).matches("import no\\. \\d+");
        assertThat(raid.record().injured()).isEqualTo(new CountRange(8, 8));
        assertThat(raid.record().account().en()).isEqualTo("at noon");
        assertThat(register.incidents().all(raid.id()).getFirst().record().injured()).isEqualTo(new CountRange(5, 5));
        assertThat(report.disagreements()).as("row 3 repeats itself and disagrees now")
                .containsExactly(new ImportReport.Disagreement("3", "r1", "injured", "5", "8"));
        assertThat(take(LIST.replace("05,5,at dawn", "05,8,at noon")).repeated()).as("the same again adds nothing").isEqualTo(4);
        assertThat(incident("r1").number()).isEqualTo(2);
        take(LIST.replace("05,5,at dawn", "05,,"));
        assertThat(incident("r1").record().injured()).as("what the row takes back is taken back").isEqualTo(CountRange.NONE);
        assertThat(victim("1").number()).as("the victim did not change").isEqualTo(1);
    }

    @Test
    void anotherRowsChangeDoesNotMoveTheIncident() throws IOException {
        take(LIST);
        ImportReport report = take(LIST.replace("06,5,", "06,9,"));
        assertThat(report).extracting(ImportReport::changed, ImportReport::incidentsRevised).containsExactly(1L, 0L);
        assertThat(incident("r1").number()).isEqualTo(1);
        assertThat(report.disagreements()).contains(new ImportReport.Disagreement("3", "r1", "injured", "9", "5"));
        assertThat(register.statements().aboutVictim(victim("3").id())).as("its word is kept").hasSize(2);
    }

    @Test
    void allRowsCorrectedAlikeAreOneVersionAndNoDisagreement() throws IOException {
        take(LIST);
        ImportReport report = take(LIST.replace(",crown,", ",league,").replace("06,5,", "06,,"));
        assertThat(report).extracting(ImportReport::changed, ImportReport::incidentsRevised).containsExactly(3L, 1L);
        assertThat(incident("r1").number()).isEqualTo(2);
        assertThat(incident("r1").record().attribution()).isEqualTo(Attribution.to("hill-league"));
        assertThat(report.disagreements()).extracting(ImportReport.Disagreement::field).containsExactly("death");
    }

    @Test
    void whatSomebodyCorrectedInAnIncidentStandsAndTheConflictIsTold() throws IOException {
        take(LIST);
        correct("r1", injured(incident("r1").record(), 6));
        assertThat(take(LIST).conflictCount()).as("the same rows do not undo it").isZero();
        ImportReport report = take(LIST.replace("05,5,at dawn", "05,8,at noon"));
        assertThat(report.conflicts()).containsExactly(
                new ImportReport.Conflict("1", ImportReport.About.INCIDENT, incident("r1").id(), "injured", "5", "8", "6"));
        assertThat(incident("r1").record().injured()).isEqualTo(new CountRange(6, 6));
        assertThat(incident("r1").record().account().en()).as("the account nobody corrected is taken").isEqualTo("at noon");
        assertThat(register.statements().aboutVictim(victim("1").id())).as("the row's word is kept").hasSize(2);
    }

    @Test
    void aRowMovedToAnotherIncidentTellsThereOnlyWhatNobodyToldBefore() throws IOException {
        take(LIST);
        ImportReport moved = take(LIST.replace("1,Ann,f,30,1998-02-03,North Bank: Millford,crown,r1", "1,Ann,f,30,1998-02-03,North Bank: Millford,crown,r3"));
        assertThat(moved.incidentsRevised()).isZero();
        assertThat(victim("1").record().incident()).isEqualTo(incident("r3").id());
        assertThat(incident("r3").record().injured()).isEqualTo(new CountRange(5, 5));
        assertThat(incident("r1").number()).as("what it told of the first stays").isEqualTo(1);
        ImportReport back = take(LIST.replace("05,5,at dawn", "05,7,at dawn"));
        assertThat(victim("1").record().incident()).isEqualTo(incident("r1").id());
        assertThat(incident("r1").number()).as("nobody knows what it would have said meanwhile").isEqualTo(1);
        assertThat(back.conflicts()).containsExactly(new ImportReport.Conflict("1", ImportReport.About.INCIDENT, incident("r1").id(), "injured", "unknown", "7", "5"));
    }

    @Test
    void cellsThatSayNothingSaidNothingBeforeEither() throws IOException {
        take(LIST);
        ImportReport report = take(LIST.replace("4,Dee,f,20,1998-03-01,,?,r2,,n/a,", "4,Dee,f,21,1998-03-01,,?,r2,,3,"));
        assertThat(report.conflicts()).isEmpty();
        assertThat(victim("4").record().age().min()).isEqualTo(21);
        assertThat(incident("r2").record().injured()).isEqualTo(new CountRange(3, 3));
    }

    @Test
    void aDryRunSaysOfIncidentsWhatTheRunWillSay() throws IOException {
        ImportReport dry = take(LIST, true);
        assertThat(take(LIST).disagreements()).isEqualTo(dry.disagreements()).isNotEmpty();
        correct("r1", injured(incident("r1").record(), 6));
        String changed = LIST.replace("05,5,at dawn", "05,8,at noon");
        ImportReport again = take(changed, true);
        assertThat(incident("r1").number()).isEqualTo(2);
        ImportReport real = take(changed);
        assertThat(again.incidentsRevised()).isEqualTo(real.incidentsRevised()).isEqualTo(1);
        assertThat(again.conflicts()).isEqualTo(real.conflicts());
        assertThat(again.disagreements()).isEqualTo(real.disagreements());
    }
}
