package org.stele.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stele.database.TestDatabase;
import org.stele.history.Revision;
import org.stele.history.Version;
import org.stele.register.Attribution;
import org.stele.register.Sex;
import org.stele.register.Statement;
import org.stele.register.TestRegister;
import org.stele.register.Victim;

class ImportsTest {

    static final String MAPPING = """
            mapping: raids
            codebook: riverland
            source: {kind: kin, name: Kin of the killed, confidential: true, note: handed over in person}
            key: id
            standing: {documented: {column: seen}}
            fields:
              name: {either: name}
              sex: {column: sex, values: {f: female, m: male}}
              age: {column: age}
              death: {column: died}
              death-place: {column: where, separators: [":"]}
              attribution: {column: who, values: {crown: crown, league: hill-league, "?": suggested}}
              custody: {facility: where}
            incident: {key: raid}
            """;

    static final String LIST = """
            id,name,sex,age,died,where,who,raid,seen
            1,Ann,f,30,1998-02-03,North Bank: Millford,crown,r1,1998-02-05
            2,آن,m,,1998-02-03,North Bank: Millford,crown,r1,1998-02-05
            3,Cid,x,40,1998-02-30,Ashton,?,,
            4,Dee,f,200,,Ashton,?,,
            5,Eve,f,9,1998-03-01,Ashton,?,,
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
        Path file = folder.resolve("raids.csv");
        Files.writeString(file, list);
        return imports.run(new ImportOrder(file, folder.resolve("raids.yaml"), "amal", dryRun, folder.resolve("rejects.csv")), (rows, total) -> { });
    }

    ImportReport take(String list) throws IOException {
        return take(list, false);
    }

    Version<Victim> victim(String key) {
        return register.victims().current(database.sql().sql("select victim from statement where key = :key limit 1").param("key", key).query(Long.class).single()).orElseThrow();
    }

    long count(String table) {
        return database.sql().sql("select count(*) from " + table).query(Long.class).single();
    }

    @Test
    void everyRowBecomesAVictimWithItsStatementOrARejectedRow() throws IOException {
        ImportReport report = take(LIST);
        assertThat(report).extracting(ImportReport::read, ImportReport::added, ImportReport::changed, ImportReport::repeated, ImportReport::rejected)
                .containsExactly(5L, 3L, 0L, 0L, 2L);
        Version<Victim> ann = victim("1");
        assertThat(ann.by()).isEqualTo("amal");
        assertThat(ann.reason()).as("the run by its number: a file's name may give a confidential source away").matches("import no\\. \\d+");
        assertThat(ann.record().sex()).isEqualTo(Sex.FEMALE);
        List<Statement> said = register.statements().aboutVictim(ann.id());
        assertThat(said).singleElement().satisfies(statement -> {
            assertThat(statement.locator()).isEqualTo("raids.csv, line 2");
            assertThat(RowWords.cells(statement.words())).containsEntry("where", "North Bank: Millford").containsEntry("age", "30");
            assertThat(register.sources().current(statement.source()).orElseThrow().record().name()).isEqualTo("Kin of the killed");
        });
        assertThat(report.ambiguous()).singleElement().satisfies(place -> assertThat(place.text()).isEqualTo("Ashton"));
    }

    @Test
    void rowsWithOneIncidentKeyAreOneIncidentAlsoAcrossFiles() throws IOException {
        take(LIST);
        take("id,name,sex,age,died,where,who,raid,seen\n9,Gus,m,50,1998-02-03,,crown,r1,\n10,Hal,m,51,,,?,r2,\n");
        assertThat(victim("1").record().incident()).isNotNull().isEqualTo(victim("2").record().incident()).isEqualTo(victim("9").record().incident());
        assertThat(victim("10").record().incident()).isNotNull().isNotEqualTo(victim("1").record().incident());
        assertThat(victim("5").record().incident()).isNull();
        assertThat(count("incident")).isEqualTo(2);
    }

    @Test
    void theSameFileAgainAddsNothing() throws IOException {
        take(LIST);
        List<Long> before = List.of(count("victim"), count("statement"), count("incident"), count("source"), count("change"), count("rejected_row"));
        ImportReport again = take(LIST);
        assertThat(again).extracting(ImportReport::added, ImportReport::changed, ImportReport::repeated, ImportReport::rejected).containsExactly(0L, 0L, 3L, 2L);
        assertThat(List.of(count("victim"), count("statement"), count("incident"), count("source"), count("change"), count("rejected_row"))).isEqualTo(before);
        assertThat(take(LIST.replace("id,name,sex,age,died,where,who,raid,seen", "id,name,sex,age,died,where,who,raid,seen,new")
                .replaceAll("(?m)(?<=\\d|,)$", ",").replace("seen,new,", "seen,new")).changed()).as("a new empty column says nothing new").isZero();
    }

    @Test
    void aChangedRowMakesANewStatementAndANewVersionOfWhatItChanged() throws IOException {
        take(LIST);
        ImportReport report = take(LIST.replace("Ann,f,30", "Anna,f,31"));
        assertThat(report).extracting(ImportReport::added, ImportReport::changed, ImportReport::repeated).containsExactly(0L, 1L, 2L);
        Version<Victim> ann = victim("1");
        assertThat(ann.number()).isEqualTo(2);
        assertThat(ann.record().name().latin()).isEqualTo("Anna");
        assertThat(ann.record().incident()).as("what the row did not change stays").isEqualTo(victim("2").record().incident());
        assertThat(register.statements().aboutVictim(ann.id())).hasSize(2);
        assertThat(register.victims().all(ann.id()).getFirst().record().name().latin()).isEqualTo("Ann");
        assertThat(take(LIST).changed()).as("and back again").isEqualTo(1);
        assertThat(victim("1").record().name().latin()).isEqualTo("Ann");
    }

    @Test
    void whatSomebodyCorrectedStandsAgainstAChangedRowAndTheConflictIsTold() throws IOException {
        take(LIST);
        Version<Victim> ann = victim("1");
        register.changes().make("basma", "the family says it was the league", change -> {
            register.victims().revise(change, List.of(new Revision<>(ann.id(), 1, ann.record().with(Attribution.to("hill-league")))));
            return null;
        });
        assertThat(take(LIST).conflictCount()).as("the same row does not undo it").isZero();
        assertThat(victim("1").record().attribution()).isEqualTo(Attribution.to("hill-league"));

        ImportReport report = take(LIST.replace("Ann,f,30,1998-02-03,North Bank: Millford,crown", "Ann,f,33,1998-02-03,North Bank: Millford,?"));
        assertThat(victim("1").record().attribution()).isEqualTo(Attribution.to("hill-league"));
        assertThat(victim("1").record().age().min()).as("the age nobody corrected is taken").isEqualTo(33);
        assertThat(report.conflicts()).singleElement().satisfies(conflict -> {
            assertThat(conflict.field()).isEqualTo("attribution");
            assertThat(List.of(conflict.before(), conflict.now(), conflict.kept()))
                    .containsExactly("attributed: crown", "undetermined (not-specified)", "attributed: hill-league");
        });
    }

    @Test
    void twoRowsOfOnePersonThatChangeTogetherMakeOneVersion() throws IOException {
        take(LIST);
        long ann = victim("1").id();
        // Somebody found that rows 1 and 9 are one person, and gave the second row's statement to the first one's record.
        register.changes().make("basma", "one person", change -> {
            Statement said = register.statements().aboutVictim(ann).getFirst();
            register.statements().add(change, List.of(new Statement(register.statements().takeIds(change, 1), said.source(), ann, null, change.at(),
                    "raids.csv, line 7", "9", said.words().replace("\"id\":\"1\"", "\"id\":\"9\""))));
            return null;
        });
        ImportReport report = take(LIST.replace("Ann,f,30", "Ann,f,31") + "9,Anna,f,32,1998-02-03,North Bank: Millford,crown,r1,1998-02-05\n");
        assertThat(report.changed()).isEqualTo(2);
        assertThat(victim("1").number()).isEqualTo(2);
        assertThat(victim("1").record().name().latin()).isEqualTo("Anna");
        assertThat(victim("1").record().age().min()).isEqualTo(31);
        assertThat(report.conflicts()).as("they disagree on the age: the first stays").singleElement()
                .satisfies(conflict -> assertThat(List.of(conflict.key(), conflict.field(), conflict.now(), conflict.kept())).containsExactly("9", "age", "32", "31"));
    }

    @Test
    void aDryRunReportsTheSameAndWritesNothing() throws IOException {
        ImportReport dry = take(LIST, true);
        assertThat(List.of(count("victim"), count("statement"), count("source"), count("change"), count("import_run"), count("rejected_row"))).containsOnly(0L);
        ImportReport real = take(LIST);
        assertThat(dry.reasons()).isEqualTo(real.reasons());
        assertThat(List.of(dry.added(), dry.rejected())).isEqualTo(List.of(real.added(), real.rejected()));
        ImportReport changed = take(LIST.replace("Ann,f,30", "Anna,f,31"), true);
        assertThat(changed.changed()).isEqualTo(1);
        assertThat(victim("1").number()).isEqualTo(1);
    }

    @Test
    void rejectedRowsAreKeptInTheirFileAndInTheRegister() throws IOException {
        ImportReport report = take(LIST);
        assertThat(report.reasons()).extracting(each -> each.reason().column()).containsExactlyInAnyOrder("sex", "died", "age");
        try (Rows rejects = CsvRows.open(folder.resolve("rejects.csv"), FileFormat.CSV)) {
            Row row = rejects.next();
            assertThat(row.cells()).startsWith("3", "4", "sex; died").endsWith("3", "Cid", "x", "40", "1998-02-30", "Ashton", "?", "", "");
            assertThat(rejects.next()).isNotNull();
            assertThat(rejects.next()).isNull();
        }
        assertThat(database.sql().sql("select words from rejected_row order by row_number").query(String.class).list().getFirst()).contains("\"Cid\"");
        assertThat(database.sql().sql("select rows_read || ' ' || rows_rejected || ' ' || run_by from import_run").query(String.class).single()).isEqualTo("5 2 amal");
    }

    @Test
    void theRejectsFileCanBeCorrectedAndImported() throws IOException {
        take(LIST);
        String corrected = Files.readString(folder.resolve("rejects.csv")).replace("Cid,x,40,1998-02-30", "Cid,m,40,1998-02-28").replace("Dee,f,200", "Dee,f,20");
        ImportReport report = take(corrected);
        assertThat(report).extracting(ImportReport::added, ImportReport::rejected).containsExactly(2L, 0L);
    }

    @Test
    void noCellOfTheRejectsFileIsAFormulaAndEachComesBackAsItWas() throws IOException {
        List<String> names = List.of("=HYPERLINK(\"\"http://x\"\")", "+963 11", "-", "@SUM(A1)", "\tx", "'=y", "''-z", "'plain", "\uFF1Dw", "\r\n=v");
        StringBuilder list = new StringBuilder("id,name,sex,age,died,where,who,raid,seen\n");
        for (int i = 0; i < names.size(); i++) {
            list.append(i + 1).append(",\"").append(names.get(i)).append("\",x,30,,,crown,,\n");
        }
        assertThat(take(list.toString()).rejected()).isEqualTo(names.size());
        String rejects = Files.readString(folder.resolve("rejects.csv"));
        // As a spreadsheet program splits it.
        try (Rows lines = CsvRows.open(folder.resolve("rejects.csv"), FileFormat.CSV)) {
            for (Row row = lines.next(); row != null; row = lines.next()) {
                assertThat(row.cells()).noneMatch(cell -> cell.matches("(?s)[=+\\-@\t\r\n\uFF1D].*"));
            }
        }

        Files.writeString(folder.resolve("raids.yaml"), MAPPING + "file: {format: csv, delimiter: \";\", encoding: windows-1256}\n");
        ImportReport again = take(rejects.replace(",x,30,", ",f,30,"));
        assertThat(again).as("whatever the mapping says of the list's own file").extracting(ImportReport::added, ImportReport::rejected).containsExactly((long) names.size(), 0L);
        for (int i = 0; i < names.size(); i++) {
            Statement said = register.statements().aboutVictim(victim("" + (i + 1)).id()).getFirst();
            assertThat(RowWords.cells(said.words())).as("as the list says it, and nothing of what was written beside it")
                    .containsOnlyKeys("id", "name", "sex", "age", "who").containsEntry("name", names.get(i).replace("\"\"", "\""));
        }
    }

    @Test
    void aRejectsFileThatIsImportedIsNotOverwritten() throws IOException {
        take(LIST);
        Path rejects = folder.resolve("rejects.csv");
        String before = Files.readString(rejects);
        assertThatThrownBy(() -> imports.run(new ImportOrder(rejects, folder.resolve("raids.yaml"), "amal", false, rejects), (rows, total) -> { }))
                .isInstanceOf(FaultyFile.class).hasMessageContaining("is the list itself");
        assertThat(rejects).hasContent(before);
    }

    @Test
    void aRejectsFileOfARejectsFileIsOneToo() throws IOException {
        take(LIST);
        ImportReport again = take(Files.readString(folder.resolve("rejects.csv")));
        assertThat(again.rejected()).isEqualTo(2);
        assertThat(Files.readString(folder.resolve("rejects.csv")).lines().findFirst().orElse("")).containsOnlyOnce("rejected: row");
        assertThat(count("rejected_row")).as("known again by what they say").isEqualTo(2);
    }

    @Test
    void aMissingColumnOrABrokenFileIsRefusedBeforeAnythingIsWritten() {
        assertThatThrownBy(() -> take("id,name\n1,Ann\n")).isInstanceOf(FaultyFile.class).hasMessageContaining("'sex'");
        assertThatThrownBy(() -> take(LIST + "6,\"Fay,f,1,,,?,,\n")).isInstanceOf(FaultyFile.class).hasMessageContaining("line 7");
        assertThat(List.of(count("victim"), count("statement"), count("source"), count("change"), count("import_run"))).containsOnly(0L);
    }

    @Test
    void aRejectsFileNeverOverwritesAnythingElse() throws IOException {
        take(LIST);
        assertThat(take(LIST).rejectsFile()).as("its own kind it does").isNotNull();
        Files.writeString(folder.resolve("rejects.csv"), "mine");
        assertThatThrownBy(() -> take(LIST)).isInstanceOf(FaultyFile.class).hasMessageContaining("rejects.csv is there already");
        Path list = folder.resolve("raids.csv");
        assertThatThrownBy(() -> imports.run(new ImportOrder(list, folder.resolve("raids.yaml"), "amal", false, list), (rows, total) -> { }))
                .isInstanceOf(FaultyFile.class);
        assertThat(Files.readString(list)).isEqualTo(LIST);
    }

    @Test
    void cellsOfAnyLengthAreTakenButKeysAreNot() throws IOException {
        String head = "id,name,sex,age,died,where,who,raid,seen\n";
        ImportReport report = take(head + "1," + "n".repeat(900_000) + ",f,,,,?,,\n" + "k".repeat(5_000) + ",Bea,f,,,,?,,\n3,Cid,m,,,,?," + "r".repeat(5_000) + ",\n"
                + "4,Dee," + "x".repeat(5_000) + ",,,,?,,\n");
        assertThat(report).extracting(ImportReport::added, ImportReport::rejected).containsExactly(1L, 3L);
        assertThat(report.reasons()).allSatisfy(reason -> assertThat(reason.reason().value().length()).isLessThanOrEqualTo(201));
        assertThat(victim("1").record().name().latin()).hasSize(900_000);
    }

    @Test
    void aPlaceCodeThatTheGazetteerLacksIsRefused() throws IOException {
        Files.writeString(folder.resolve("raids.yaml"), MAPPING.replace("separators: [\":\"]", "values: {somewhere: R999}"));
        assertThatThrownBy(() -> take(LIST)).isInstanceOf(FaultyMapping.class).hasMessageContaining("raids.yaml:11:").hasMessageContaining("R999");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {21, 22, 23})
    void theCountsAlwaysAddUpWhateverTheRowsAre(long seed) throws IOException {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        String[] cells = {"", "f", "m", "1", "0", "200", "1998-02-03", "r1", "\0", "?", "crown", "آن", " ", "\"\"\"\"", "\"a\nb\""};
        List<String> lines = new ArrayList<>();
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < 200; i++) {
                StringBuilder line = new StringBuilder(random.nextInt(4) == 0 ? cells[random.nextInt(cells.length)] : "" + random.nextInt(150));
                for (int c = random.nextInt(10) == 0 ? random.nextInt(8) : 0; c < 8; c++) {
                    line.append(',').append(cells[random.nextInt(cells.length)]);
                }
                lines.add(line.toString());
            }
            ImportReport report = take("id,name,sex,age,died,where,who,raid,seen\n" + String.join("\n", lines) + "\n");
            assertThat(report.read()).isEqualTo(lines.stream().filter(line -> !line.isEmpty()).count());
            assertThat(count("victim where version = 1")).isEqualTo(database.sql().sql("select sum(rows_new) from import_run").query(Long.class).single());
            assertThat(count("statement")).isEqualTo(database.sql().sql("select sum(rows_new + rows_changed) from import_run").query(Long.class).single());
        }
    }
}
