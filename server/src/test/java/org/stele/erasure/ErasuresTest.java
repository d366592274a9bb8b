package org.stele.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.stele.Riverland;
import org.stele.SteleApplication;
import org.stele.access.Accounts;
import org.stele.access.By;
import org.stele.access.Role;
import org.stele.backup.KnownFigures;
import org.stele.database.Refusal;
import org.stele.database.TestDatabase;
import org.stele.evidence.Derivative;
import org.stele.evidence.Form;
import org.stele.evidence.Inspections;
import org.stele.evidence.Provenance;
import org.stele.evidence.Reading;
import org.stele.evidence.Receiving;
import org.stele.evidence.Submission;
import org.stele.history.Changes;
import org.stele.intake.ImportOrder;
import org.stele.intake.ImportReport;
import org.stele.intake.Imports;
import org.stele.register.Codebooks;
import org.stele.sealing.Sequencer;
import org.stele.sealing.Verification;
import org.stele.statistics.Statistics;
import org.stele.vault.Act;
import org.stele.vault.Copies;
import org.stele.vault.CopyProgress;

/** What is erased is nowhere in the database any more, every proof holds, and every figure is what it was. */
class ErasuresTest {

    static final String MAPPING = """
            mapping: raids
            codebook: riverland
            source: {kind: kin, name: Kin of the killed, confidential: true, note: handed over in person}
            key: [id, name]
            standing: {documented: {column: seen}}
            fields:
              name: {either: name}
              sex: {column: sex, values: {f: female, m: male}}
              age: {column: age}
              death: {column: died}
              death-place: {column: where}
              work: {column: work}
              attribution: {column: who, values: {crown: crown, "?": suggested}}
              custody: {facility: held}
            incident: {key: raid}
            """;

    static final String LIST = """
            id,name,sex,age,died,where,work,who,raid,seen,held
            1,Annabel Quimby,f,30,1998-02-03,Millhaven,ferrywoman,crown,r1,1998-02-05,cell under Quimby's mill
            2,Bert,m,44,1998-02-03,Millhaven,,crown,r1,1998-02-05,
            """;

    @TempDir
    Path folder;

    final TestDatabase database = TestDatabase.fresh();
    ConfigurableApplicationContext application;
    Erasures erasures;

    @BeforeEach
    void open() throws IOException {
        application = new SpringApplicationBuilder(SteleApplication.class).web(WebApplicationType.NONE).lazyInitialization(true)
                .properties("stele.db-url=" + database.url(), "stele.data=" + folder.resolve("data")).run();
        erasures = get(Erasures.class);
        for (String name : List.of("amal", "basim", "chloe")) {
            get(Accounts.class).add(name, Role.ARCHIVIST, "four words apart here " + name, new By("the lead", "new here"));
        }
        get(Accounts.class).add("dina", Role.EDITOR, "four words apart here dina", new By("the lead", "new here"));
        get(Changes.class).make("amal", "adopts the codebook", change -> get(Codebooks.class).adopt(change, Riverland.codebook()));
        Files.writeString(folder.resolve("raids.yaml"), MAPPING);
    }

    @AfterEach
    void close() {
        application.close();
        database.close();
    }

    <T> T get(Class<T> type) {
        return application.getBean(type);
    }

    ImportReport take(String list) throws IOException {
        Path file = folder.resolve("raids.csv");
        Files.writeString(file, list);
        return get(Imports.class).run(new ImportOrder(file, folder.resolve("raids.yaml"), "amal", false, folder.resolve("rejects.csv")),
                (rows, total) -> { });
    }

    long victim(String name) {
        return database.sql().sql("select id from victim where name_latin = :name limit 1").param("name", name).query(Long.class).single();
    }

    List<?> faults() {
        get(Sequencer.class).publish();
        return get(Verification.class).run((done, total) -> { }).faults();
    }

    /** Every row of every table, as text, that holds the words. */
    List<String> holding(String words) {
        List<String> found = new ArrayList<>();
        for (String table : database.sql().sql("select table_name from information_schema.tables where table_schema = 'public'")
                .query(String.class).list()) {
            database.sql().sql("select t::text from " + table + " t where t::text like :words").param("words", "%" + words + "%")
                    .query(String.class).list()
                    .forEach(row -> found.add(table + " " + row));
        }
        return found;
    }

    long item(String bytes, String name) throws IOException {
        Provenance told = Provenance.of(Map.of("kind", "kin", "source", "Quimby's sister", "url", "https://example.org/quimby",
                "obtained-by", "amal", "obtained-at",
                "2020-11-24", "consent", "internal", "note", "Quimby in the doorway", "captured", "1998-02-03"), name);
        return get(Receiving.class).add(new Submission(told, null, "Quimby at the mill", true, List.of(), "amal", "to try"),
                new ByteArrayInputStream(bytes.getBytes(StandardCharsets.UTF_8)), taken -> { }).item();
    }

    @Test
    void aVictimGoesInEveryVersionWithWhatSourcesSaidAndEveryFigureStays() throws IOException {
        take(LIST);
        take(LIST.replace("ferrywoman", "ferrywoman of the Quimby line"));
        long id = victim("Annabel Quimby");
        assertThat(database.sql().sql("select count(*) from victim where id = " + id).query(Long.class).single()).isEqualTo(2);
        Instant before = get(Changes.class).latest().at();
        Map<String, String> figures = KnownFigures.of(get(Statistics.class), before);
        assertThat(figures).isNotEmpty();
        assertThat(erasures.plan(new Subject(Subject.Kind.VICTIM, id)).words()).anyMatch(each -> each.startsWith("victim: 2 rows"))
                .anyMatch(each -> each.startsWith("statement: 2 rows"));
        assertThat(holding("Quimby")).as("a plan changes nothing").hasSizeGreaterThan(3);

        ErasureRequest asked = erasures.ask(new Subject(Subject.Kind.VICTIM, id), "right to erasure", "amal");
        assertThat(holding("Quimby")).as("nor does asking").hasSizeGreaterThan(3);
        erasures.confirm(asked.id(), "basim");

        assertThat(holding("Quimby")).isEmpty();
        assertThat(holding("Bert")).isNotEmpty();
        assertThat(faults()).isEmpty();
        assertThat(KnownFigures.of(get(Statistics.class), before)).isEqualTo(figures);
        assertThat(KnownFigures.of(get(Statistics.class), get(Changes.class).latest().at())).isEqualTo(figures);
        assertThat(erasures.find(asked.id()).orElseThrow()).satisfies(each -> {
            assertThat(each.stage()).isEqualTo("erased");
            assertThat(each.confirmedBy()).isEqualTo("basim");
        });
        assertThat(database.sql().sql("select count(*) from erasure").query(Long.class).single()).isEqualTo(database.sql()
                .sql("select count(*) from erasure e join erasure_request r on r.change = e.change").query(Long.class).single())
                        .isGreaterThanOrEqualTo(4);
        assertThatThrownBy(() -> erasures.ask(new Subject(Subject.Kind.VICTIM, id), "again", "amal")).isInstanceOf(Refusal.class)
                .hasMessageContaining("nothing personal is left");
    }

    @Test
    void theNextImportOfTheSameListDoesNotBringItBack() throws IOException {
        take(LIST);
        ErasureRequest asked = erasures.ask(new Subject(Subject.Kind.VICTIM, victim("Annabel Quimby")), "right to erasure", "amal");
        erasures.confirm(asked.id(), "basim");
        ImportReport again = take(LIST.replace("ferrywoman", "miller").replace("2,Bert,m,44", "2,Bert,m,45"));
        assertThat(again).extracting(ImportReport::added, ImportReport::changed, ImportReport::repeated, ImportReport::rejected)
                .containsExactly(0L, 1L, 1L, 0L);
        assertThat(holding("Quimby")).isEmpty();
        assertThat(faults()).isEmpty();
    }

    @Test
    void nobodyConfirmsTheirOwnAndOnlyWhoMayDeleteDecides() throws IOException {
        take(LIST);
        Subject subject = new Subject(Subject.Kind.VICTIM, victim("Bert"));
        assertThatThrownBy(() -> erasures.ask(subject, " ", "amal")).isInstanceOf(Refusal.class).hasMessageContaining("legal ground");
        for (String nobody : List.of("dina", "nobody", "")) {
            assertThatThrownBy(() -> erasures.ask(subject, "law", nobody)).isInstanceOf(Refusal.class)
                    .hasMessageContaining("cannot decide on an erasure");
        }
        assertThatThrownBy(() -> erasures.ask(Subject.of("victim:4711"), "law", "amal")).isInstanceOf(Refusal.class)
                .hasMessageContaining("no victim:4711");
        ErasureRequest asked = erasures.ask(subject, "law", "amal");
        assertThatThrownBy(() -> erasures.ask(subject, "law", "basim")).isInstanceOf(Refusal.class)
                .hasMessageContaining("asked for already");
        assertThatThrownBy(() -> erasures.confirm(asked.id(), "amal")).isInstanceOf(Refusal.class)
                .hasMessageContaining("Another person must");
        assertThatThrownBy(() -> database.sql().sql("update erasure_request set confirmed_by = 'Amal', confirmed_at = now(), change = 1")
                .update())
                .as("the database refuses it too").hasMessageContaining("check constraint");
        get(Accounts.class).disable("basim", new By("the lead", "left"));
        assertThatThrownBy(() -> erasures.confirm(asked.id(), "basim")).as("a closed account").isInstanceOf(Refusal.class);
        erasures.withdraw(asked.id(), "chloe");
        assertThatThrownBy(() -> erasures.confirm(asked.id(), "chloe")).isInstanceOf(Refusal.class).hasMessageContaining("withdrawn");
        assertThat(holding("Bert")).isNotEmpty();
        assertThat(faults()).isEmpty();
    }

    @Test
    void ofManyWhoConfirmAtOnceOneErasesAndNeverWhoAsked() throws Exception {
        take(LIST);
        for (int round = 0; round < 5; round++) {
            take(LIST.replace("2,Bert", (round + 10) + ",Dora" + round));
            ErasureRequest asked = erasures.ask(new Subject(Subject.Kind.VICTIM, victim("Dora" + round)), "law", "amal");
            CountDownLatch together = new CountDownLatch(1);
            List<Future<Boolean>> tries = new ArrayList<>();
            try (var threads = Executors.newFixedThreadPool(6)) {
                for (String person : List.of("amal", "basim", "chloe", "amal", "basim", "amal")) {
                    tries.add(threads.submit(() -> {
                        together.await();
                        try {
                            erasures.confirm(asked.id(), person);
                            return true;
                        } catch (Refusal refused) {
                            return false;
                        }
                    }));
                }
                together.countDown();
            }
            assertThat(tries.stream().filter(Future::resultNow)).hasSize(1);
            assertThat(erasures.find(asked.id()).orElseThrow().confirmedBy()).isIn("basim", "chloe");
        }
        assertThat(faults()).isEmpty();
    }

    @Test
    void anItemGoesWithItsKeyItsLooksAndWhatWasMadeFromIt() throws IOException {
        long item = item("the bytes of a photograph", "quimby-front.jpg");
        long made = get(Receiving.class).derive(new Derivative(item, Form.PHOTO, "Quimby, small", "a small picture", "stele",
                "for the desk"),
                new ByteArrayInputStream("small".getBytes(StandardCharsets.UTF_8))).item();
        long other = item("other bytes", "street.jpg");
        long blob = database.sql().sql("select blob from evidence_item where id = " + item).query(Long.class).single();
        get(Changes.class).make("stele", "looked", change -> {
            change.append("inspection", List.of("id", "change", "item", "blob", "tool", "type", "claimed_type", "quality", "hashes",
                    "notes", "isolation", "milliseconds"),
                    List.of(Arrays.asList(change.takeIds("inspection", 1), change.number(), item, blob, "test", "image/jpeg", "image/jpeg",
                            90,
                            String.join(" ", java.util.Collections.nCopies(8, "ab".repeat(32))), new byte[] {1, 2}, "none", 1L)));
            return null;
        });
        get(Copies.class).replicate(null, "amal", "to try", CopyProgress.NONE);
        Path file = folder.resolve("data/vault");
        long files = files(file);

        ErasureRequest asked = erasures.ask(new Subject(Subject.Kind.ITEM, item), "court order", "amal");
        erasures.confirm(asked.id(), "basim");

        assertThat(holding("quimby-front")).isEmpty();
        assertThat(holding("Quimby, small")).isEmpty();
        assertThat(holding("abababab")).as("fingerprints of the picture").isEmpty();
        assertThat(holding("Quimby at the mill")).allMatch(row -> row.contains("evidence_item (" + other + ","));
        assertThat(get(Inspections.class).fingerprints(item)).isEmpty();
        assertThat(database.sql().sql("select count(*) from blob_key").query(Long.class).single()).as("only the other's key is left")
                .isEqualTo(1);
        for (long gone : List.of(item, made)) {
            assertThatThrownBy(() -> get(Reading.class).open(gone, Act.READ, "amal", "to try").close()).hasMessageContaining("destroyed");
        }
        assertThat(faults()).isEmpty();
        long again = item("the bytes of a photograph", "came-again.jpg");
        assertThat(again).as("what comes again is kept anew, not taken for what nobody can read").isNotEqualTo(item);
        get(Reading.class).open(again, Act.READ, "amal", "to try").close();
        get(Copies.class).replicate(null, "amal", "to try", CopyProgress.NONE);
        assertThat(files(file)).as("the copies went with the next round").isEqualTo(files - 2 + 1);
        assertThat(database.sql().sql("select count(*) from deletion where done_at is not null and asked_by = 'amal' and agreed_by = 'basim'").query(Long.class).single()).isEqualTo(2);
        assertThat(faults()).isEmpty();
        get(Reading.class).open(other, Act.READ, "amal", "to try").close();
    }

    static long files(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            return all.filter(each -> Files.isRegularFile(each) && each.getFileName().toString().matches("[0-9a-f]{64}")).count();
        }
    }

    @Test
    void everyColumnThatHoldsWordsIsDecidedOn() {
        Map<String, List<String>> kept = Map.of(
                "victim", List.of("standing", "exclusion", "sex", "status", "groups", "died_precision", "death_place", "origin", "method",
                        "weapon",
                        "responsibility", "parties", "other_category"),
                "statement", List.of(), "incident_key", List.of("key"), "rejected_row", List.of("mark"),
                "evidence_item", List.of("form", "made_how"),
                "provenance", List.of("source_kind", "obtained_by", "obtained_at", "consent"));
        assertThat(kept.keySet()).isEqualTo(PersonalColumns.OF.keySet());
        kept.forEach((table, columns) -> {
            List<String> words = database.sql().sql("""
                    select column_name from information_schema.columns where table_schema = 'public' and table_name = :table
                       and udt_name in ('text', 'varchar', '_text', 'json', 'jsonb', 'bytea')""").param("table", table).query(String.class).list();
            List<String> decided = new ArrayList<>(columns);
            decided.addAll(PersonalColumns.OF.get(table));
            assertThat(words).as(table).containsExactlyInAnyOrderElementsOf(decided);
        });
    }
}
