package org.stele.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.stele.database.TestDatabase;
import org.stele.history.Changes;
import org.stele.inspection.Claim;
import org.stele.inspection.Drawn;
import org.stele.inspection.Pages;
import org.stele.keys.WrongKey;
import org.stele.sealing.SealedRows;

/** What looks found, as it lies in the database: sealed, bound to its item, and gone when the item is forgotten. */
@SpringBootTest(webEnvironment = WebEnvironment.NONE)
class InspectionsTest {

    static final TestDatabase DATABASE = TestDatabase.fresh();

    @Autowired
    Receiving receiving;

    @Autowired
    Looking looking;

    @Autowired
    Inspections inspections;

    @Autowired
    Similarities similarities;

    @Autowired
    Changes changes;

    @Autowired
    JdbcClient sql;

    @Autowired
    DataSource source;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        DATABASE.register(registry);
    }

    private long seen(byte[] bytes, String name) throws IOException {
        Submission submission = new Submission(Provenance.of(LookingTest.TOLD, name), null, null, true, List.of(), "amal", "to try");
        long item = receiving.add(submission, new ByteArrayInputStream(bytes), taken -> { }).item();
        looking.look(item);
        return item;
    }

    private byte[] photograph(int seed, String device) {
        return Pages.withExif(Drawn.jpeg(Drawn.scene(seed, 600, 400), 0.9f), "2020:11:03 14:22:01", device, 1);
    }

    @Test
    void whatAFileSaysOfItselfIsNotReadableInTheDatabase() throws IOException {
        long item = seen(photograph(81, "Canaria"), "a.jpg");

        assertThat(inspections.latest(item).orElseThrow().claims()).extracting(Claim::value).contains("Canaria", "33.500000, 36.250000");
        String row = sql.sql("select to_jsonb(i)::text || encode(notes, 'escape') from inspection i where item = :item")
                .param("item", item).query(String.class).single();
        assertThat(row).doesNotContain("Canaria", "33.5", "2020:11:03").contains("image/jpeg");
    }

    @Test
    void theWordsOfOneItemDoNotOpenAsThoseOfAnother() throws IOException {
        long one = seen(photograph(82, "One"), "a.jpg");
        long other = seen(photograph(83, "Other"), "b.jpg");
        sql.sql("alter table inspection disable trigger guard").update();
        try {
            sql.sql("update inspection set notes = (select notes from inspection where item = :one) where item = :other").param("one", one)
                    .param("other", other).update();
            assertThatThrownBy(() -> inspections.latest(other)).isInstanceOf(WrongKey.class);
            assertThat(inspections.fingerprints(other)).as("searched without a key").hasSize(1);
        } finally {
            sql.sql("alter table inspection enable trigger guard").update();
        }
    }

    @Test
    void aForgottenItemIsFoundByNoHashAndSaysNothingMoreAndTheLogStillHolds() throws IOException {
        long forgotten = seen(photograph(84, "Gone"), "a.jpg");
        long alike = seen(Drawn.jpeg(Drawn.scene(84, 300, 200), 0.6f), "b.jpg");
        assertThat(similarities.of(alike)).extracting(Similarities.Likeness::item).containsExactly(forgotten);

        changes.make("amal", "a court's order", change -> {
            inspections.forget(change, forgotten);
            inspections.forget(change, forgotten);
            return 0;
        });

        Seen left = inspections.latest(forgotten).orElseThrow();
        assertThat(left.forgotten()).isTrue();
        assertThat(left.claims()).isEmpty();
        assertThat(left.findings()).isEmpty();
        assertThat(left.fingerprint()).isNull();
        assertThat(similarities.of(alike)).isEmpty();
        assertThat(similarities.of(forgotten)).isEmpty();
        assertThat(looking.waiting(0, 100)).as("it is not looked at again").doesNotContain(forgotten);
        assertThat(new SealedRows(source).find("inspection", List.of(left.id())).orElseThrow().holds()).as("what is left is sealed anew").isTrue();
        assertThat(sql.sql("select count(*) from erasure where table_name = 'inspection'").query(Integer.class).single()).isEqualTo(1);
    }
}
