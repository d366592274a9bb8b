package org.stele.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.stele.ProgrammeUnderTest;
import org.stele.codebook.Codebook;
import org.stele.codebook.CodebookFile;
import org.stele.history.Changes;
import org.stele.history.Moment;
import org.stele.language.Language;
import org.stele.places.Programme;
import org.stele.register.AgeRange;
import org.stele.register.Attribution;
import org.stele.register.CivilianStatus;
import org.stele.register.Codebooks;
import org.stele.register.CountRange;
import org.stele.register.DateRange;
import org.stele.register.Incident;
import org.stele.register.Incidents;
import org.stele.register.PersonName;
import org.stele.register.PlaceRef;
import org.stele.register.Sex;
import org.stele.register.Standing;
import org.stele.register.Victim;
import org.stele.register.Victims;
import org.stele.register.Words;
import org.stele.statistics.Statistics;

/** A massacre whose victims became known over three months: four in October, the fifth in November, a sixth in December. */
class MassacreAcrossMonthsTest {

    private static final LocalDate DAY = LocalDate.of(2020, 10, 20);
    private static final YearMonth NOVEMBER = YearMonth.of(2020, 11);

    @Test
    void itIsToldInTheMonthThatCountsItWithAllWhoWereKnownByItsEnd() {
        try (ProgrammeUnderTest register = register()) {
            String november = article(register, NOVEMBER, "2021-01-02T19:00:00Z");
            assertThat(november).contains("resulting in the deaths of five civilians, including one female child")
                    .contains("five civilians, including one female child, were killed").contains("their victims add up to five civilians");
            // A sixth, documented in December, is in the register already. One of the five is in the month's own toll.
            assertThat(november).contains("In November, the Programme documented the death of one civilian");
        }
    }

    @Test
    void aSixthDocumentedLaterStandsInTheYear() {
        try (ProgrammeUnderTest register = register()) {
            Figures december = counting(register, YearMonth.of(2020, 12), "2021-01-02T19:00:00Z").figures();
            assertThat(december.get("massacres").value()).isZero();
            assertThat(december.get("massacre-deaths").value()).isZero();
            assertThat(december.get("massacres-ytd").value()).isEqualTo(1);
            assertThat(december.get("massacre-deaths-ytd").value()).isEqualTo(6);
            assertThat(december.get("massacre-deaths-by-regime-ytd").value()).isEqualTo(6);
            assertThat(article(register, YearMonth.of(2020, 12), "2021-01-02T19:00:00Z")).contains("didn't document any massacre in December 2020");
        }
    }

    @Test
    void aListThatDoesNotComeToItsFiguresIsRefusedWithThePair() {
        try (ProgrammeUnderTest register = register()) {
            Codebook codebook = register.get(Codebooks.class).inForce().orElseThrow().record().codebook();
            Counting counting = counting(register, NOVEMBER, "2021-01-02T19:00:00Z");
            Moment moment = register.get(Changes.class).settled(Instant.parse("2021-01-02T19:00:00Z"));
            Massacre told = register.get(Gathering.class).ground(codebook, counting.figures(), moment, false).massacres().getFirst();
            Massacre shorter = new Massacre(told.id(), told.incident(), 4, told.children(), told.girls(), told.women());
            assertThatThrownBy(() -> ContradictingFigures.refuse(counting, List.of(shorter), codebook, register.get(Statistics.class)))
                    .isInstanceOf(ContradictingFigures.class).hasMessageContaining("the list of massacres, massacre-deaths added up").hasMessageContaining("says 4");
            assertThatThrownBy(() -> ContradictingFigures.refuse(counting, List.of(), codebook, register.get(Statistics.class)))
                    .isInstanceOf(ContradictingFigures.class).hasMessageContaining("the list of massacres, massacres added up");
        }
    }

    private static String article(ProgrammeUnderTest register, YearMonth month, String asOf) {
        Order order = new Order(month, List.of(Language.EN), Instant.parse(asOf), Set.of("html", "json"), null, false, "drafter");
        Reports.Written written = register.get(Reports.class).write(order);
        assertThat(new String(written.files().get("monthly-" + month + ".json"), StandardCharsets.UTF_8)).contains("measure=massacre-toll");
        return register.get(Reports.class).article(written.edition().record(), Language.EN).orElseThrow()
                .replaceAll("<[^>]*>", "").replace("&#39;", "'").replaceAll("\\s+", " ");
    }

    private static Counting counting(ProgrammeUnderTest register, YearMonth month, String asOf) {
        Codebook codebook = register.get(Codebooks.class).inForce().orElseThrow().record().codebook();
        return Counting.ask(MonthlyQuestions.of(codebook, month, Instant.parse(asOf)), register.get(Statistics.class));
    }

    private static ProgrammeUnderTest register() {
        ProgrammeUnderTest register = new ProgrammeUnderTest(CodebookFile.supplied("syria"), Programme.supplied("syria"), LocalDate.of(2020, 1, 1));
        long incident = register.on(LocalDate.of(2020, 10, 21), change -> register.get(Incidents.class).open(change, List.of(new Incident(
                LocalDate.of(2020, 10, 21), DateRange.day(DAY), PlaceRef.of("SY07"), Words.NONE, "bombing", null, Attribution.to("regime"), new CountRange(0, 0),
                new CountRange(0, 0), null, Words.NONE, true))));
        for (LocalDate day : List.of(LocalDate.of(2020, 10, 25), LocalDate.of(2020, 11, 3), LocalDate.of(2020, 12, 7))) {
            register.on(day, change -> {
                List<Victim> victims = new ArrayList<>();
                for (int number = day.getMonthValue() == 10 ? 0 : 3; number < 4; number++) {
                    victims.add(new Victim(new Standing.Documented(day), PersonName.UNKNOWN, number == 0 ? Sex.FEMALE : Sex.MALE, AgeRange.of(number == 0 ? 7 : 30),
                            CivilianStatus.CIVILIAN, null, List.of(), null, DateRange.day(DAY), PlaceRef.of("SY07"), PlaceRef.UNKNOWN, "bombing", null, incident,
                            Attribution.to("regime"), null, false));
                }
                return register.get(Victims.class).open(change, victims);
            });
        }
        register.on(LocalDate.of(2021, 1, 2), change -> "a day on which nothing happens");
        return register;
    }
}
