package org.stele.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.stele.database.TestDatabase;
import org.stele.demonstration.Demonstration;
import org.stele.evidence.Items;
import org.stele.evidence.Provenance;
import org.stele.evidence.Receiving;
import org.stele.evidence.Submission;
import org.stele.language.Language;
import org.stele.reports.Edition;
import org.stele.reports.EditionCheck;
import org.stele.reports.Editions;
import org.stele.reports.Order;
import org.stele.reports.Reports;
import org.stele.sealing.Fault;
import org.stele.sealing.Sequencer;
import org.stele.sealing.Verification;
import org.stele.vault.Blob;
import org.stele.vault.ByteCheck;
import org.stele.vault.Copies;
import org.stele.vault.CopyProgress;

/** An archive with records, editions and originals in two folders: whatever is altered in it is found, and said where. */
@SpringBootTest(webEnvironment = WebEnvironment.NONE, properties = "stele.publish-log=false")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuditTest {

    static final TestDatabase DATABASE = TestDatabase.fresh();

    /** Bits tried of the log's files, of the originals and of the editions' files. */
    private static final int LOG_BITS = 60;
    private static final int BLOB_BITS = 400;
    private static final int EDITION_BITS = 60;

    static final Path folder = TestDatabase.folder();

    @Autowired
    Audit audit;
    @Autowired
    Verification verification;
    @Autowired
    ByteCheck bytes;
    @Autowired
    Copies copies;
    @Autowired
    Items items;
    @Autowired
    Editions editions;
    @Autowired
    EditionCheck editionCheck;

    private final Random random = new Random(14);
    private final List<Long> received = new ArrayList<>();

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) throws IOException {
        DATABASE.register(registry);
        Files.createDirectories(folder.resolve("data"));
        Files.createDirectories(folder.resolve("nas"));
        Files.writeString(folder.resolve("data/vault.yaml"), """
                policy: {copies: 3, places: 2, offline: 1}
                main: {place: office}
                locations:
                  - {name: nas, kind: folder, path: %s/nas, place: office}
                  - {name: safe, kind: disk, path: %s/disk, place: bank}
                """.formatted(folder, folder));
        registry.add("stele.data", () -> folder.resolve("data").toString());
    }

    @BeforeAll
    void anArchive(@Autowired Demonstration demonstration, @Autowired Reports reports, @Autowired Receiving receiving, @Autowired Sequencer sequencer) throws Exception {
        demonstration.load((day, done, of) -> { });
        reports.write(new Order(YearMonth.of(2020, 11), List.of(Language.EN), null, Set.of("html", "json"), null, false, "drafter"));
        for (int i = 0; i < 4; i++) {
            byte[] original = new byte[1 + i * 3_000];
            random.nextBytes(original);
            Provenance told = Provenance.of(Map.of("kind", "witness", "source", "a neighbour", "obtained-by", "amal", "obtained-at", "2020-11-24", "consent", "courts"), "street.jpg");
            received.add(receiving.add(new Submission(told, null, null, true, List.of(), "amal", "came by mail"), new ByteArrayInputStream(original), taken -> { }).item());
        }
        copies.replicate(null, "test", "first copies", CopyProgress.NONE);
        sequencer.publish();
    }

    private Audited run() {
        return audit.run(List.of(), false, (unit, done, of) -> { });
    }

    private Blob blob(int item) {
        return items.blob(items.current(received.get(item)).record());
    }

    private Path main(Blob blob) {
        return folder.resolve("data/vault").resolve(blob.name().path());
    }

    private Path nas(Blob blob) {
        return folder.resolve("nas").resolve(blob.name().path());
    }

    private static void flip(Path file, long bit) throws IOException {
        file.toFile().setWritable(true);
        byte[] content = Files.readAllBytes(file);
        content[(int) (bit / 8)] ^= (byte) (1 << bit % 8);
        Files.write(file, content);
    }

    @Test
    void whatNobodyTouchedIsSoundAndTheDiskThatIsAwayIsSaid() {
        Audited audited = run();
        assertThat(audited.findings()).isEmpty();
        assertThat(audited.entries()).isEqualTo(audited.checkpoint().size());
        assertThat(audited.copies()).as("four originals in two folders").isEqualTo(8);
        assertThat(audited.editions()).isEqualTo(1);
        assertThat(audited.figures()).isGreaterThan(100);
        assertThat(audited.files()).isEqualTo(2);
        assertThat(audited.notRead()).containsOnlyKeys("safe");
        assertThat(audit.run(List.of(), true, (unit, done, of) -> { }).copies()).isZero();
    }

    @Test
    void aCopyThatIsMissingOrAlteredIsNamedWithItsItemItsPlaceAndARemedyThatMendsIt() throws IOException {
        Blob gone = blob(1);
        Blob bent = blob(2);
        main(gone).toFile().setWritable(true);
        Files.delete(main(gone));
        flip(nas(bent), 99);

        List<Finding> findings = run().findings();

        assertThat(findings).extracting(Finding::part).containsExactly("bytes", "bytes");
        assertThat(findings.get(0).words()).contains("evidence item " + received.get(1), "at 'main' is missing", main(gone).toString());
        assertThat(findings.get(0).remedy()).contains("A right copy lies at 'nas'", "stele evidence fixity --all --location main");
        assertThat(findings.get(1).words()).contains("evidence item " + received.get(2), "at 'nas' was altered", nas(bent).toString());
        assertThat(findings.get(1).remedy()).contains("A right copy lies at 'main'", "--location nas");
        for (String location : List.of("main", "nas")) {
            copies.check(location, true, java.time.Duration.ofMinutes(5), "test", "mend", CopyProgress.NONE);
        }
        assertThat(run().findings()).isEmpty();
    }

    @Test
    void whereNoRightCopyIsLeftNobodyIsToldToOverwriteAnything() throws IOException {
        Blob bent = blob(3);
        flip(main(bent), 5);
        flip(nas(bent), 5);
        try {
            assertThat(run().findings()).hasSize(2).allSatisfy(finding -> assertThat(finding.remedy()).contains("No right copy was found", "Not looked at: safe"));
        } finally {
            flip(main(bent), 5);
            flip(nas(bent), 5);
        }
    }

    @Test
    void aNumberThatWasAlteredInAnEditionIsFoundInTheRegisterAndInTheEdition() {
        Edition edition = editions.all().getFirst().record();
        Edition.FrozenFigure killed = edition.figures().stream().filter(each -> each.name().equals("killed")).findFirst().orElseThrow();
        String text = DATABASE.sql().sql("select figures::text from edition limit 1").query(String.class).single();
        past("update edition set figures = jsonb_set(figures, array[(select (n - 1)::text from jsonb_array_elements(figures) with ordinality e(f, n) where f->>'name' = 'killed'), 'value'], '173')");
        try {
            List<Finding> findings = run().findings();
            assertThat(findings.getFirst().words()).contains("edition 1, version 1 is not what was sealed");
            assertThat(findings).anySatisfy(finding -> assertThat(finding.words()).contains("Edition 1 (monthly report on 2020-11, draft)", "killed was 173 and is 172"));
        } finally {
            past("update edition set figures = '" + text.replace("'", "''") + "'::jsonb");
        }
        assertThat(killed.value()).isEqualTo(172);
        assertThat(run().findings()).isEmpty();
    }

    @Test
    void everySampledBitOfAnOriginalIsFoundWhereItLies() throws IOException {
        for (int i = 0; i < BLOB_BITS; i++) {
            Blob blob = blob(random.nextInt(received.size()));
            Path file = random.nextBoolean() ? main(blob) : nas(blob);
            long bit = random.nextLong(Files.size(file) * 8);
            flip(file, bit);
            assertThat(bytes.run((done, of) -> { }).bad()).as("bit %d of %s", bit, file).singleElement().satisfies(bad -> assertThat(bad.path()).isEqualTo(file));
            flip(file, bit);
        }
        assertThat(bytes.run((done, of) -> { }).bad()).isEmpty();
    }

    @Test
    void everySampledBitOfAnEditionsFileIsFoundInThatFile() {
        Edition edition = editions.all().getFirst().record();
        for (int i = 0; i < EDITION_BITS; i++) {
            Edition.File file = edition.files().get(i % edition.files().size());
            long bit = random.nextLong(file.size() * 8);
            String flip = "update edition_file set bytes = set_bit(bytes, %d, 1 - get_bit(bytes, %1$d)) where sha256 = '%s'".formatted(bit, file.sha256());
            past(flip);
            assertThat(editionCheck.files(edition)).as("bit %d of %s", bit, file.name()).containsExactly(file.name() + " is not the file that was written");
            past(flip);
        }
        assertThat(editionCheck.files(edition)).isEmpty();
    }

    @Test
    void everySampledBitOfTheLogsFilesIsFoundInThatFile() throws IOException {
        List<Path> files;
        try (var walk = Files.walk(folder.resolve("data/log"))) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        }
        Path log = folder.resolve("data/log");
        assertThat(files).extracting(file -> log.relativize(file).toString()).anyMatch(name -> name.startsWith("tile/0/")).anyMatch(name -> name.startsWith("tile/entries/"))
                .anyMatch(name -> name.startsWith("tile/1/")).contains("checkpoint");
        for (int i = 0; i < LOG_BITS; i++) {
            // Each kind in turn, else nearly all would be bundles.
            Path file = i % 6 == 0 ? log.resolve("checkpoint") : files.get(random.nextInt(files.size()));
            long bit = random.nextLong(Files.size(file) * 8);
            flip(file, bit);
            List<Fault> faults = verification.run((done, of) -> { }).faults();
            flip(file, bit);
            assertThat(faults).as("bit %d of %s", bit, file).isNotEmpty();
            assertThat(faults.getFirst().what()).isEqualTo(log.relativize(file).toString());
        }
        assertThat(verification.run((done, of) -> { }).faults()).isEmpty();
    }

    /** As the database's superuser can, past all triggers. */
    private static void past(String statement) {
        DATABASE.sql().sql("set session_replication_role = replica; " + statement + "; set session_replication_role = origin").update();
    }
}
