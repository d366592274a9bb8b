package org.stele.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stele.reports.HandMade.NOVEMBER;
import static org.stele.reports.WrittenReport.EDITIONS;
import static org.stele.reports.WrittenReport.REPORTS;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stele.history.Changes;
import org.stele.history.Revision;
import org.stele.history.Version;
import org.stele.language.Language;
import org.stele.register.Attribution;
import org.stele.register.Victim;
import org.stele.register.Victims;
import org.stele.statistics.Statistics;

class EditionsTest {

    private static final Set<String> ALL = Set.of("html", "pdf", "json");

    @Test
    void aReportGoesFromDraftToReleaseByTwoPeople() {
        long id = REPORTS.write(order(List.of(Language.EN), Set.of("html", "json"), "2020-12-02T00:00:00Z")).edition().id();
        assertThatThrownBy(() -> REPORTS.release(id, "second")).isInstanceOf(Edition.Refused.class).hasMessageContaining("Only a checked edition");
        assertThatThrownBy(() -> REPORTS.check(id, "drafter")).isInstanceOf(Edition.Refused.class).hasMessageContaining("somebody else");
        REPORTS.check(id, "second");
        assertThatThrownBy(() -> REPORTS.release(id, "drafter")).isInstanceOf(Edition.Refused.class).hasMessageContaining("somebody else");
        Version<Edition> released = REPORTS.release(id, "second");
        assertThat(released.record().state()).isEqualTo(new Edition.State.Released("drafter", "second", "second"));
        assertThat(REPORTS.article(released.record(), Language.EN)).hasValueSatisfying(text -> assertThat(text).contains("Released").doesNotContain("not released"));
        assertThat(EDITIONS.all(id)).extracting(version -> version.record().state().name()).containsExactly("draft", "checked", "released");
        assertThat(REPORTS.article(EDITIONS.all(id).getFirst().record(), Language.EN).orElseThrow()).contains("Draft: not checked, not released");
    }

    @Test
    void theSameReportAgainIsTheSameEdition() {
        Reports.Written first = REPORTS.write(order(List.of(Language.EN), Set.of("json"), null));
        Reports.Written again = REPORTS.write(order(List.of(Language.EN), Set.of("json"), null));
        assertThat(again.isNew()).isFalse();
        assertThat(again.edition().id()).isEqualTo(first.edition().id());
        assertThat(again.files().values().iterator().next()).isEqualTo(first.files().values().iterator().next());
    }

    @Test
    void anOldEditionKeepsItsNumbersWhenTheRegisterLearnsMoreAndANewOneSaysWhatChanged() {
        Reports.Written before = REPORTS.write(order(List.of(Language.EN), Set.of("html"), null));
        reattributeOne("hts", "regime");
        try {
            assertThat(WrittenReport.get(EditionCheck.class).differences(before.edition().record())).isEmpty();
            Reports.Written after = REPORTS.write(order(List.of(Language.EN), Set.of("html"), null));
            assertThat(after.isNew()).isTrue();
            assertThat(Edition.values(after.edition().record().figures())).containsEntry("killed", 172L).containsEntry("killed-by-regime", 40L).containsEntry("killed-by-hts", 3L);
            assertThat(Edition.values(before.edition().record().figures())).containsEntry("killed-by-regime", 39L).containsEntry("killed-by-hts", 4L);
            assertThat(REPORTS.article(after.edition().record(), Language.EN).orElseThrow()).contains("Figures that differ from the edition of", "killed-by-hts");
        } finally {
            reattributeOne("regime", "hts");
        }
    }

    @Test
    void aMonthThatWasNotOverIsNotReportedOn() {
        assertThatThrownBy(() -> REPORTS.write(order(List.of(Language.EN), Set.of("json"), "2020-11-20T00:00:00Z"))).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not over");
    }

    @Test
    void anEditorsTypedNumberStopsTheReport(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("context.en.md"), "First line.\n\nIn November 172 civilians were killed.\n");
        Order order = new Order(NOVEMBER, List.of(Language.EN), null, Set.of("html"), folder, false, "drafter");
        assertThatThrownBy(() -> REPORTS.write(order)).isInstanceOf(FaultyText.class).hasMessageContaining("context.en.md:3").hasMessageContaining("'172' is typed");
    }

    @Test
    void theFilesHoldEveryFigureWithItsQuestionAndBothLanguages() {
        Reports.Written written = REPORTS.write(order(List.of(Language.EN, Language.AR), ALL, "2020-12-01T00:00:00Z"));
        assertThat(written.files()).containsOnlyKeys("monthly-2020-11.en.html", "monthly-2020-11.en.pdf", "monthly-2020-11.ar.html", "monthly-2020-11.ar.pdf",
                "monthly-2020-11.json");
        String json = new String(written.files().get("monthly-2020-11.json"), StandardCharsets.UTF_8);
        assertThat(json).contains("\"synthetic\" : true", "\"asOf\" : \"2020-12-01T00:00:00Z\"", "\"massacreThreshold\" : 5", "\"name\" : \"killed-ytd\"");
        assertThat(written.edition().record().files()).allSatisfy(file ->
                assertThat(EditionFiles.sha256(EDITIONS.bytes(file))).isEqualTo(file.sha256()));
        assertThat(new String(written.files().get("monthly-2020-11.ar.html"), StandardCharsets.UTF_8)).contains("<html lang=\"ar\" dir=\"rtl\">", "172 مدنياً");
    }

    private static void reattributeOne(String from, String to) {
        var statistics = WrittenReport.get(Statistics.class);
        Victims victims = WrittenReport.get(Victims.class);
        var counting = Counting.ask(MonthlyQuestions.of(HandMade.SYRIA, NOVEMBER, null), statistics);
        Figure figure = counting.figures().get("killed-by-" + from);
        Version<Victim> one = victims.exactly(statistics.explain(figure.question(), figure.measure(), List.of(), 0, 100).versions()).stream()
                .filter(version -> version.record().method() == null || !version.record().method().equals("torture")).findFirst().orElseThrow();
        WrittenReport.get(Changes.class).make("test", "New evidence", change -> {
            victims.revise(change, List.of(new Revision<>(one.id(), one.number(), one.record().with(Attribution.to(to)))));
            return null;
        });
    }

    private static Order order(List<Language> languages, Set<String> formats, @org.jspecify.annotations.Nullable String asOf) {
        return new Order(NOVEMBER, languages, asOf == null ? null : Instant.parse(asOf), formats, null, false, "drafter");
    }
}
