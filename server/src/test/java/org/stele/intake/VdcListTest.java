package org.stele.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.stele.ReferenceData;
import org.stele.codebook.CodebookFile;
import org.stele.database.TestDatabase;
import org.stele.history.Changes;
import org.stele.places.Boundaries;
import org.stele.places.PlaceTable;
import org.stele.places.Places;
import org.stele.places.Programme;
import org.stele.places.Programmes;

/**
 * The whole list of the Violations Documentation Center by the mapping of the project. What the register then holds is compared with
 * a count that this test makes of the file by itself, row by row, knowing nothing of readers and mappings.
 */
@Tag("reference-data")
class VdcListTest {

    static final Path MAPPING = Path.of("../codebooks/syria/mappings/vdc.yaml");

    static final Map<String, String> GOVERNORATES = Map.ofEntries(Map.entry("Damascus", "SY01"), Map.entry("Aleppo", "SY02"), Map.entry("Damascus Suburbs", "SY03"),
            Map.entry("Homs", "SY04"), Map.entry("Hama", "SY05"), Map.entry("Lattakia", "SY06"), Map.entry("Idlib", "SY07"), Map.entry("Hasakeh", "SY08"),
            Map.entry("Deir Ezzor", "SY09"), Map.entry("Tartous", "SY10"), Map.entry("Raqqa", "SY11"), Map.entry("Daraa", "SY12"), Map.entry("Sweida", "SY13"),
            Map.entry("Quneitra", "SY14"));

    static final Map<String, String> CAUSES = Map.ofEntries(Map.entry("Shooting", "shooting"), Map.entry("Shelling", "shelling"), Map.entry("Warplane shelling", "airstrike"),
            Map.entry("Field Execution", "execution"), Map.entry("Explosion", "explosion"), Map.entry("Chemical and toxic gases", "chemical-attack"),
            Map.entry("Detention - Torture", "torture"), Map.entry("Detention - Torture - Execution", "torture"), Map.entry("Kidnapping - Torture", "torture"),
            Map.entry("Kidnapping - Torture - Execution", "torture"), Map.entry("Detention - Execution", "execution"),
            Map.entry("Kidnapping - Execution", "abduction-and-killing"), Map.entry("Un-allowed to seek Medical help", "denial-of-care"), Map.entry("Siege", "siege"),
            Map.entry("Other", "other"));

    /** The governorate of each community, as the United Nations' table says; other codes begin with it. */
    static final Map<String, String> ABOVE = new HashMap<>();

    static TestDatabase database;
    static Imports imports;
    static Path file;
    static ImportReport report;
    static List<Map<String, String>> rows;
    static Map<String, Map<String, Object>> victims;

    @BeforeAll
    static void theListIsImported() throws Exception {
        file = ReferenceData.path("vdc-syria/persons.csv");
        database = TestDatabase.fresh();
        Changes changes = new Changes(database.source());
        Places places = new Places(database.source(), changes);
        new Programmes(places, new Boundaries(database.source(), changes, places)).setUp(Programme.supplied("syria"), "tests");
        List<PlaceTable> tables = new ArrayList<>();
        for (String name : List.of("governorates", "districts", "subdistricts", "communities")) {
            tables.add(PlaceTable.read(name, Files.readString(ReferenceData.path("syria-places/syr_" + name + ".csv")), 0, "reference"));
        }
        places.take(places.plan(tables).wanted(), "tests", "the United Nations' tables");
        imports = TestImports.on(database.source(), CodebookFile.read("syria", CodebookFile.supplied("syria")), places.gazetteer());
        report = take();
        rows = count(Files.readString(file));
        for (Map<String, String> community : count(Files.readString(ReferenceData.path("syria-places/syr_communities.csv")))) {
            ABOVE.put(community.get("pcode"), community.get("adm1_pcode"));
        }
        victims = new HashMap<>();
        for (Map<String, Object> row : database.sql().sql("select s.key, v.*, extract(year from v.died_from)::text as year from victim v join statement s on s.victim = v.id")
                .query().listOfRows()) {
            victims.put((String) row.get("key"), row);
        }
        System.out.printf("Imported %,d rows of the reference list in %.1f s (%,d rows/s); bare COPY of the same rows %.2f s%n",
                report.read(), report.took().toMillis() / 1000.0, report.rate(), bareCopy());
    }

    static ImportReport take() throws IOException {
        return imports.run(new ImportOrder(file, MAPPING, "tests", false, null), (done, total) -> { });
    }

    /** The same rows into a table of texts with a primary key: the least that keeping them costs. */
    static double bareCopy() throws Exception {
        database.sql().sql("create table bare (uid int primary key, " + String.join(", ", rows.getFirst().keySet().stream().skip(1).map(name -> "\"" + name + "\" text").toList()) + ")").update();
        long began = System.nanoTime();
        try (Connection connection = database.source().getConnection(); InputStream in = Files.newInputStream(file)) {
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy bare from stdin (format csv, header)", in, 1 << 16);
        }
        return (System.nanoTime() - began) / 1e9;
    }

    /** The file as this test reads it: letter by letter, quotes toggle, nothing else is special. */
    static List<Map<String, String>> count(String text) {
        List<List<String>> table = new ArrayList<>(List.of(new ArrayList<>()));
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
                cell.append(quoted && i > 0 && text.charAt(i - 1) == '"' ? "\"" : "");
            } else if (!quoted && (c == ',' || c == '\n')) {
                table.getLast().add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    table.add(new ArrayList<>());
                }
            } else if (quoted || c != '\r') {
                cell.append(c);
            }
        }
        List<Map<String, String>> all = new ArrayList<>();
        for (List<String> cells : table.subList(1, table.size())) {
            if (cells.size() > 1) {
                Map<String, String> row = new LinkedHashMap<>();
                for (int i = 0; i < cells.size(); i++) {
                    row.put(table.getFirst().get(i), cells.get(i));
                }
                all.add(row);
            }
        }
        return all;
    }

    static boolean saysMoreThanItsNumber(Map<String, String> row) {
        return row.entrySet().stream().anyMatch(cell -> !cell.getKey().equals("uid") && !cell.getValue().isEmpty());
    }

    /** Both counts by value; and row by row, so that two errors cannot make one truth. */
    void sameFor(Function<Map<String, String>, String> expected, BiFunction<String, Map<String, Object>, String> held) {
        Map<String, Integer> wanted = new TreeMap<>();
        Map<String, Integer> found = new TreeMap<>();
        for (Map<String, String> row : rows) {
            if (saysMoreThanItsNumber(row)) {
                String want = expected.apply(row);
                String have = held.apply(row.get("uid"), victims.get(row.get("uid")));
                assertThat(have).as("row %s", row.get("uid")).isEqualTo(want);
                wanted.merge(want, 1, Integer::sum);
                found.merge(have, 1, Integer::sum);
            }
        }
        assertThat(found).isEqualTo(wanted).hasSizeGreaterThan(1);
    }

    static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    @Test
    void everyRowIsAPersonButTheSixThatAreANumberOnly() {
        assertThat(rows).hasSize(33_019);
        assertThat(report).extracting(ImportReport::read, ImportReport::added, ImportReport::changed, ImportReport::repeated, ImportReport::rejected)
                .containsExactly(33_019L, 33_013L, 0L, 0L, 6L);
        assertThat(report.reasons()).singleElement().satisfies(reason -> assertThat(reason.reason().what()).contains("nothing but its key"));
        assertThat(victims).hasSize(33_013);
        assertThat(report.took().toSeconds()).isLessThan(30);
    }

    @Test
    void statusIsRight() {
        sameFor(row -> Map.of("Civilian", "civilian", "Non-Civilian", "combatant", "", "unknown").get(row.get("Status")), (uid, victim) -> text(victim.get("status")));
    }

    @Test
    void sexAndAgeClassAreRight() {
        sameFor(row -> row.get("Sex").isEmpty() ? "unknown unknown" : row.get("Sex").replaceAll(".* - ", "").toLowerCase() + " " + row.get("Sex").replaceAll(" - .*", "").toLowerCase(),
                (uid, victim) -> text(victim.get("sex")) + " " + (victim.get("age_max") != null && ((Number) victim.get("age_max")).intValue() < 18 ? "child"
                        : victim.get("age_min") != null && ((Number) victim.get("age_min")).intValue() >= 18 ? "adult" : "unknown"));
    }

    @Test
    void agesAreRightAndZeroIsNone() {
        sameFor(row -> row.get("Age").isEmpty() || row.get("Age").equals("0") ? "" : row.get("Age"),
                (uid, victim) -> victim.get("age_min") != null && victim.get("age_min").equals(victim.get("age_max")) ? text(victim.get("age_min")) : "");
    }

    @Test
    void yearsAndDaysAreRight() {
        sameFor(row -> row.get("Date of death").startsWith("0000") ? "" : row.get("Date of death").substring(0, 4), (uid, victim) -> text(victim.get("year")));
        sameFor(row -> row.get("Date of death").startsWith("0000") ? "" : row.get("Date of death"), (uid, victim) -> text(victim.get("died_from")));
    }

    @Test
    void causesAreRight() {
        sameFor(row -> CAUSES.getOrDefault(row.get("Cause of Death"), ""), (uid, victim) -> text(victim.get("method")));
    }

    @Test
    void theGovernorateOfOriginIsRight() {
        sameFor(row -> GOVERNORATES.getOrDefault(row.get("Province"), ""), (uid, victim) -> governorate(victim.get("origin")));
    }

    @Test
    void theGovernorateOfDeathIsRightWhereTheListNamesItAndNeverThatOfOrigin() {
        int[] open = new int[1];
        sameFor(row -> {
            String named = row.get("Martyrdom location").split(":")[0].strip();
            return named.isEmpty() ? "" : GOVERNORATES.getOrDefault(named, "?");
        }, (uid, victim) -> {
            String named = rowOf(uid).get("Martyrdom location").split(":")[0].strip();
            if (!named.isEmpty() && !GOVERNORATES.containsKey(named)) {
                // Words that are no governorate's name: matched for sure, or kept as words.
                open[0]++;
                assertThat(text(victim.get("death_place")) + text(victim.get("death_place_words"))).as(named).satisfiesAnyOf(
                        said -> assertThat(said).isNotEmpty(), said -> assertThat(named).isEqualTo("Syria"));
                return "?";
            }
            return governorate(victim.get("death_place"));
        });
        assertThat(open[0]).isLessThan(1_500);
    }

    static final Map<String, Map<String, String>> BY_NUMBER = new HashMap<>();

    static Map<String, String> rowOf(String uid) {
        if (BY_NUMBER.isEmpty()) {
            rows.forEach(row -> BY_NUMBER.put(row.get("uid"), row));
        }
        return BY_NUMBER.get(uid);
    }

    static String governorate(@Nullable Object code) {
        return code == null ? "" : ABOVE.getOrDefault(code.toString(), code.toString().substring(0, 4));
    }

    @Test
    void unidentifiedPeopleHaveNoNameAndAreAsManyAsTheirRows() {
        long unnamed = rows.stream().filter(VdcListTest::saysMoreThanItsNumber)
                .filter(row -> row.get("Name").isEmpty() || row.get("Name").toLowerCase().contains("nidentif")).count();
        long held = victims.values().stream().filter(victim -> victim.get("name_latin") == null && victim.get("name_arabic") == null).count();
        // A few names say more than that the person is not identified, and a few are spelt in other ways.
        assertThat(held).isBetween(unnamed - 150, unnamed + 150);
        assertThat(victims.values().stream().map(victim -> victim.get("id")).distinct()).hasSize(33_013);
    }

    @Test
    void theStatementKeepsEveryCell() {
        Map<String, String> said = new HashMap<>();
        database.sql().sql("select key, words from statement").query().listOfRows().forEach(row -> said.put((String) row.get("key"), (String) row.get("words")));
        for (Map<String, String> row : rows) {
            if (saysMoreThanItsNumber(row)) {
                Map<String, String> filled = new HashMap<>(row);
                filled.values().removeIf(String::isEmpty);
                assertThat(filled.equals(RowWords.cells(said.get(row.get("uid"))))).as("row %s", row.get("uid")).isTrue();
            }
        }
    }

    @Test
    void onceMoreAddsNothing() throws IOException {
        long changes = database.sql().sql("select count(*) from change").query(Long.class).single();
        assertThat(take()).extracting(ImportReport::added, ImportReport::changed, ImportReport::repeated, ImportReport::rejected).containsExactly(0L, 0L, 33_013L, 6L);
        assertThat(database.sql().sql("select count(*) from change").query(Long.class).single()).isEqualTo(changes);
    }
}
