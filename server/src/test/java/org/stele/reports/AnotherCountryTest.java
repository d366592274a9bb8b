package org.stele.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stele.Golden;
import org.stele.ProgrammeUnderTest;
import org.stele.Riverland;
import org.stele.codebook.Codebook;
import org.stele.codebook.CodebookFile;
import org.stele.history.Changes;
import org.stele.history.Moment;
import org.stele.language.Language;
import org.stele.register.Codebooks;
import org.stele.statistics.Statistics;

/** A whole report of a country that counts otherwise: by the date of death and the place of origin, with other parties and words. */
class AnotherCountryTest {

    private static final ProgrammeUnderTest REGISTER = Riverland.register();

    @AfterAll
    static void close() {
        REGISTER.close();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void itsReportReadsLikeThis(Language language) throws IOException {
        String text = PlainText.of(compose(Riverland.NOVEMBER, language).document(language, new Edition.State.Draft("test")));
        Golden.assertSame("riverland-1997-11." + language.tag() + ".txt", text);
        assertThat(text).doesNotContainPattern(Riverland.STRANGE);
    }

    @Test
    void itsFiguresAreThoseOfWhoDiedInTheMonthWhereverTheyWereFound() {
        Figures figures = compose(Riverland.NOVEMBER, Language.EN).counting().figures();
        Map<String, Long> expected = Map.ofEntries(Map.entry("killed", 7L), Map.entry("killed-ytd", 11L), Map.entry("children", 1L), Map.entry("women", 2L),
                Map.entry("torture-deaths", 1L), Map.entry("ferrymen", 1L), Map.entry("massacres", 1L), Map.entry("massacre-deaths", 4L),
                Map.entry("killed-by-crown", 2L), Map.entry("killed-by-joint-crown--hill-league", 1L), Map.entry("killed-by-other-raiders", 4L),
                Map.entry("killed-in-r1", 5L), Map.entry("killed-in-r2", 1L), Map.entry("killed-in-r3", 0L), Map.entry("killed-in-unknown", 1L),
                Map.entry("killed-in-1997-10", 1L), Map.entry("killed-in-1997-11", 7L), Map.entry("killed-in-unknown-month", 1L));
        expected.forEach((name, value) -> assertThat(figures.get(name).value()).as(name).isEqualTo(value));
    }

    @Test
    void itsReportIsWrittenInAllFormatsAndAsksTheSameAgain() {
        Reports.Written written = REGISTER.get(Reports.class).write(new Order(Riverland.NOVEMBER, java.util.List.of(Language.values()), null,
                Set.copyOf(Order.FORMATS), null, false, "drafter"));
        assertThat(written.files()).hasSize(5);
        assertThat(REGISTER.get(EditionCheck.class).differences(written.edition().record())).isEmpty();
    }

    @Test
    void aProgrammeThatNamesNoTortureSaysNothingOfItNotEvenZero() throws IOException {
        String without = Riverland.codebook().replace("torture-methods: [beating]", "torture-methods: []").replace("own-section: true", "own-section: false");
        try (ProgrammeUnderTest register = new ProgrammeUnderTest(without, new org.stele.places.Programme("riverland", null, null, null),
                java.time.LocalDate.of(1998, 1, 1))) {
            assertThat(CodebookFile.read("riverland", without).counting().tortureMethods()).isEmpty();
            String text = PlainText.of(compose(register, Riverland.NOVEMBER, Language.EN).document(Language.EN, new Edition.State.Draft("test")));
            assertThat(text).doesNotContainIgnoringCase("torture").contains("No Deaths Known in November 1997");
        }
    }

    private static Composition compose(java.time.YearMonth month, Language language) {
        return compose(REGISTER, month, language);
    }

    private static Composition compose(ProgrammeUnderTest register, java.time.YearMonth month, Language language) {
        Moment moment = register.get(Changes.class).latest();
        Codebook codebook = register.get(Codebooks.class).inForce(moment).orElseThrow().record().codebook();
        Statistics statistics = register.get(Statistics.class);
        Counting counting = Counting.ask(MonthlyQuestions.of(codebook, month, moment.at()), statistics);
        Ground ground = register.get(Gathering.class).ground(codebook, counting.figures(), moment, false);
        ContradictingFigures.refuse(counting, ground.massacres(), codebook, statistics);
        Map<Language, EditionTexts> texts = new EnumMap<>(Map.of(language, EditionTexts.of(codebook.code(), month, language, null)));
        return new Composition(month, codebook, counting, ground, HandMade.BASIS, texts, Set.of("html"), java.util.List.of());
    }
}
