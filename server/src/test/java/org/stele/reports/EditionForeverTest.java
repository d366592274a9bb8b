package org.stele.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stele.reports.HandMade.NOVEMBER;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stele.codebook.Codebook;
import org.stele.codebook.CodebookFile;
import org.stele.history.Changes;
import org.stele.history.Moment;
import org.stele.history.Revision;
import org.stele.history.Version;
import org.stele.language.Language;
import org.stele.register.Attribution;
import org.stele.register.Codebooks;
import org.stele.register.Standing;
import org.stele.register.Victim;
import org.stele.register.Victims;
import org.stele.sealing.LogState;
import org.stele.sealing.LogStates;
import org.stele.sealing.Sequencer;
import org.stele.statistics.Statistics;

/** What was released says what it said, and can be counted again to the last bit, whatever the register learns later. */
class EditionForeverTest {

    private static final ConfigurableApplicationContext REGISTER = WrittenReport.another();
    private static final int EDITS = 100;

    private final Random random = new Random(36);
    private final Victims victims = get(Victims.class);
    private final Changes changes = get(Changes.class);
    private final JdbcClient sql = JdbcClient.create(get(javax.sql.DataSource.class));

    @AfterAll
    static void close() {
        REGISTER.close();
    }

    private static <T> T get(Class<T> type) {
        return REGISTER.getBean(type);
    }

    @Test
    void aReleasedEditionCountsTheSameToTheLastBitAfterAHundredLaterEdits() throws IOException {
        Reports reports = get(Reports.class);
        long id = reports.write(new Order(NOVEMBER, List.of(Language.EN, Language.AR), null, Set.of("html", "json"), null, false, "drafter")).edition().id();
        reports.check(id, "second");
        Version<Edition> released = reports.release(id, "second");
        Edition edition = released.record();
        byte[] json = reports.read(edition).get("monthly-2020-11.json");
        assertThat(edition.log().size()).as("the edition's own entries come after what it counts").isPositive().isLessThan(get(Sequencer.class).publish().orElseThrow().checkpoint().size());

        Map<String, Long> before = countedNow();
        for (int i = 0; i < EDITS; i++) {
            edit(i);
        }

        assertThat(countedNow()).as("the edits change what is counted now").isNotEqualTo(before);
        assertThat(get(EditionCheck.class).differences(edition)).isEmpty();
        assertThat(again(edition)).as("the file of figures, made anew").isEqualTo(json);
        LogState state = get(LogStates.class).ofSizes(List.of(edition.log().size())).get(edition.log().size());
        assertThat(state).isEqualTo(edition.log());
        var log = get(Sequencer.class).publish().orElseThrow();
        assertThat(log.root(edition.log().size()).base64()).as("the root of that size in the published tiles").isEqualTo(edition.log().root());
        assertThat(log.checkpoint().root().base64()).isNotEqualTo(edition.log().root());
    }

    @Test
    void itIsSaidInTheReportInBothLanguagesAndInItsFile() {
        Reports.Written written = get(Reports.class).write(new Order(NOVEMBER.minusMonths(1), List.of(Language.EN, Language.AR), null, Set.of("html", "json"), null, false, "drafter"));
        LogState log = written.edition().record().log();
        for (Language language : Language.values()) {
            assertThat(get(Reports.class).article(written.edition().record(), language).orElseThrow()).contains(log.root(), "%,d".formatted(log.size()), written.edition().record().program());
        }
        assertThat(new String(written.files().get("monthly-2020-10.json"), StandardCharsets.UTF_8)).contains("\"root\" : \"" + log.root() + '"', "\"entries\" : " + log.size(), "\"program\" : ");
    }

    @Test
    void anEditionWhoseFilesOrLogWereAlteredIsNotSound() {
        Reports.Written written = get(Reports.class).write(new Order(NOVEMBER.minusMonths(2), List.of(Language.EN), null, Set.of("html", "json"), null, false, "drafter"));
        Edition edition = written.edition().record();
        EditionCheck check = get(EditionCheck.class);
        past("update edition_file set bytes = set_byte(bytes, 100, get_byte(bytes, 100) # 1) where sha256 = '%s'", edition.files().getFirst().sha256());
        assertThat(check.files(edition)).singleElement().asString().contains(edition.files().getFirst().name(), "is not the file that was written");
        past("delete from edition_file where sha256 = '%s'", edition.files().getFirst().sha256());
        assertThat(check.files(edition)).singleElement().asString().contains(edition.files().getFirst().name(), "is gone");
        past("update sealed_block set commitments = set_byte(commitments, 3, get_byte(commitments, 3) # 1) where first = 0%s", "");
        assertThat(check.log(edition, check.states(List.of(edition)))).singleElement().asString().contains(edition.log().root());
        past("update sealed_block set commitments = set_byte(commitments, 3, get_byte(commitments, 3) # 1) where first = 0%s", "");
        assertThat(check.log(edition, check.states(List.of(edition)))).isEmpty();
    }

    @Test
    void whereTheLogBecameShorterItIsSaid() {
        Reports.Written written = get(Reports.class).write(new Order(NOVEMBER.minusMonths(3), List.of(Language.EN), null, Set.of("json"), null, false, "drafter"));
        Edition edition = written.edition().record();
        EditionCheck check = get(EditionCheck.class);
        assertThat(check.log(edition, Map.of())).singleElement().asString().contains("some are gone");
    }

    /** As the database's superuser can, past all triggers. */
    private void past(String statement, String value) {
        sql.sql("set session_replication_role = replica; " + statement.formatted(value) + "; set session_replication_role = origin").update();
    }

    /** Somebody is attributed to another party, no longer counted, counted anew or only now documented; now and then the rules change. */
    private void edit(int number) throws IOException {
        if (number % 25 == 24) {
            String text = CodebookFile.supplied("syria").replace("version: \"2020-11\"", "version: \"2021-" + number + "\"").replace("adult-age: 18", "adult-age: " + (15 + number % 7));
            changes.make("editor", "other rules", change -> get(Codebooks.class).adopt(change, text));
            return;
        }
        long id = sql.sql("select id from victim where recorded_to = 'infinity' and standing = 'documented' and standing_on >= '2020-11-01' offset floor(random() * 150) limit 1")
                .query(Long.class).single();
        Version<Victim> victim = victims.current(id).orElseThrow();
        Victim next = switch (random.nextInt(4)) {
            case 0 -> victim.record().with(Attribution.to(random.nextBoolean() ? "regime" : "russia"));
            case 1 -> victim.record().with(new Standing.Documented(LocalDate.of(2020, 11, 1 + random.nextInt(30))));
            case 2 -> victim.record().with(new Standing.Excluded("natural-death", null));
            default -> null;
        };
        changes.make("editor", "edit " + number, change -> {
            if (next == null) {
                victims.open(change, List.of(victim.record()));
            } else {
                victims.revise(change, List.of(new Revision<>(id, victim.number(), next)));
            }
            return null;
        });
    }

    private Map<String, Long> countedNow() {
        Moment now = changes.latest();
        Codebook codebook = get(Codebooks.class).inForce(now).orElseThrow().record().codebook();
        Map<String, Long> all = new LinkedHashMap<>();
        Counting.ask(MonthlyQuestions.of(codebook, NOVEMBER, now.at()), get(Statistics.class)).figures().all().forEach(figure -> all.put(figure.name(), figure.value()));
        return all;
    }

    private static byte[] again(Edition edition) {
        Moment then = get(Changes.class).settled(edition.asOf());
        Codebook codebook = get(Codebooks.class).inForce(then).orElseThrow().record().codebook();
        Counting counting = Counting.ask(MonthlyQuestions.of(codebook, edition.month(), then.at()), get(Statistics.class));
        Map<Language, EditionTexts> texts = new LinkedHashMap<>();
        List.of(Language.EN, Language.AR).forEach(language -> texts.put(language, EditionTexts.frozen(edition, language)));
        Composition.Basis basis = new Composition.Basis(get(LogStates.class).at(then.change()), edition.program());
        Ground ground = get(Gathering.class).ground(codebook, counting.figures(), then, edition.named());
        return new Composition(edition.month(), codebook, counting, ground, basis, texts, Set.of("json"), List.of()).files(edition.state()).get("monthly-" + edition.month() + ".json");
    }
}
