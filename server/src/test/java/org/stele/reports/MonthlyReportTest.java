package org.stele.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stele.reports.HandMade.NOVEMBER;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stele.Golden;
import org.stele.codebook.Codebook;
import org.stele.document.Document;
import org.stele.document.Span;
import org.stele.history.Changes;
import org.stele.history.Moment;
import org.stele.language.Language;
import org.stele.register.Codebooks;
import org.stele.statistics.Statistics;

class MonthlyReportTest {

    private static final Instant FIRST_OF_DECEMBER = Instant.parse("2020-12-01T00:00:00Z");

    /** Dates, years and the ages and thresholds of the codebook: numbers that count nobody. */
    private static final Pattern NO_COUNT = Pattern.compile("(?:January|February|March|April|May|June|July|August|September|October|November|December) \\d{1,2}, \\d{4}"
            + "|\\d{1,2} (?:كانون الثاني|شباط|آذار|نيسان|أيار|حزيران|تموز|آب|أيلول|تشرين الأول|تشرين الثاني|كانون الأول) \\d{4}"
            + "|syria 2020-11|\\b(?:19|20)\\d{2}\\b|\\d{2}:\\d{2} UTC|syria 2020-11|under 18 years|18 عاماً|5 أشخاص مسالمين");

    @ParameterizedTest
    @EnumSource(Language.class)
    void theNovemberReportReadsLikeThis(Language language) throws java.io.IOException {
        Golden.assertSame("monthly-2020-11." + language.tag() + ".txt", PlainText.of(document(language)));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void noDigitStandsOutsideAFigureADateOrWhatEditorsMarked(Language language) {
        // What editors mark with [[…]] has been judged by a person: resolutions, the day of a ceasefire.
        Set<String> marked = Set.of("2042", "2139", "2254", "6");
        for (Span span : PlainText.spans(document(language).blocks())) {
            if (span instanceof Span.Plain plain && !marked.contains(plain.text())) {
                assertThat(NO_COUNT.matcher(plain.text()).replaceAll("")).as(plain.text()).doesNotContainPattern("\\p{Nd}");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyFigureInTheTextIsOneOfTheEdition(Language language) {
        Composition composition = compose(language);
        Set<String> questions = new java.util.HashSet<>();
        composition.counting().figures().all().forEach(figure -> questions.add(composition.syntax().query(figure.question())));
        List<Span.FigureReference> references = PlainText.spans(composition.document(language, new Edition.State.Draft("test")).blocks()).stream()
                .filter(Span.FigureReference.class::isInstance).map(Span.FigureReference.class::cast).toList();
        assertThat(references).hasSizeGreaterThan(50).allSatisfy(reference -> assertThat(reference.address().startsWith("#massacre-list")
                || questions.contains(reference.address().replaceFirst("^/desk/figures\\?", "").replaceFirst("&lang=..$", ""))).as(reference.toString()).isTrue());
    }

    private static Document document(Language language) {
        return compose(language).document(language, new Edition.State.Draft("test"));
    }

    private static Composition compose(Language language) {
        Moment moment = WrittenReport.get(Changes.class).settled(FIRST_OF_DECEMBER);
        Codebook codebook = WrittenReport.get(Codebooks.class).inForce(moment).orElseThrow().record().codebook();
        Counting counting = Counting.ask(MonthlyQuestions.of(codebook, NOVEMBER, FIRST_OF_DECEMBER), WrittenReport.get(Statistics.class));
        Map<Language, EditionTexts> texts = new LinkedHashMap<>(Map.of(language, EditionTexts.of(codebook.code(), NOVEMBER, language, null)));
        return new Composition(NOVEMBER, codebook, counting, WrittenReport.get(Gathering.class).ground(codebook, counting.figures(), moment, false),
                HandMade.BASIS, texts, Set.of("html"), List.of());
    }
}
