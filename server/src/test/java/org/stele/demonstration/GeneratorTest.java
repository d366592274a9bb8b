package org.stele.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stele.register.Attribution;
import org.stele.register.Custody;
import org.stele.register.DateRange;
import org.stele.register.Standing;
import org.stele.register.Victim;

/** The generated people, counted here by a second and simpler way than the register's. */
class GeneratorTest {

    static final Programme PROGRAMME = Generator.generate();
    static final LocalDate NOVEMBER_END = LocalDate.of(2020, 11, 30);
    static final LocalDate NOW = LocalDate.of(2026, 1, 1);
    static final YearMonth NOVEMBER = YearMonth.of(2020, 11);
    static final List<String> PARTIES = List.of("regime", "russia", "isis", "hts", "sna", "sdf", "coalition", "other");

    private static Tally now() {
        return Tally.asOf(PROGRAMME, NOW);
    }

    private static Tally november() {
        return now().in(NOVEMBER);
    }

    private static Stream<YearMonth> months() {
        return Stream.iterate(YearMonth.of(2020, 1), month -> month.plusMonths(1)).limit(12);
    }

    @Test
    void itIsTheSameEveryTime() {
        assertThat(Generator.generate().digest()).isEqualTo(PROGRAMME.digest());
    }

    @Test
    void everyCellOfMonthAndPartyIsThePublishedOneNowAndAtTheMonthsEnd() {
        for (Map<String, String> row : Sheet.read("killed-2020.csv").rows()) {
            YearMonth month = YearMonth.parse(row.get("month"));
            for (String party : PARTIES) {
                assertThat(now().in(month).by(party).toll()).as(month + " " + party).isEqualTo(Toll.of(row.get(party)));
                assertThat(Tally.asOf(PROGRAMME, month.atEndOfMonth()).in(month).by(party).toll()).as("at its end " + month + " " + party)
                        .isEqualTo(Toll.of(row.get(party)));
            }
        }
        assertThat(now().toll()).isEqualTo(new Toll(1734, 326, 169));
        assertThat(now().through(NOVEMBER).toll()).isEqualTo(new Toll(1635, 314, 160));
        assertThat(Tally.asOf(PROGRAMME, NOVEMBER_END).toll()).isEqualTo(new Toll(1635, 314, 160));
    }

    @ParameterizedTest(name = "{0}: {1} killed, {2} children, {3} women")
    @CsvSource({"landmine,12,3,3", "gunfire,65,2,4", "bombing,10,1,0", "unknown-persons,19,3,3"})
    void otherPartiesOfNovemberFallIntoTheirFourKinds(String category, int killed, int children, int women) {
        assertThat(november().category(category).toll()).isEqualTo(new Toll(killed, children, women));
    }

    @Test
    void nobodyIsOfUnknownSexOrAgeClassInTheEnd() {
        assertThat(now().men()).isEqualTo(1734 - 326 - 169);
    }

    @Test
    void tortureHasThePublishedSumsAndTheReportsShare() {
        assertThat(months().map(month -> now().in(month).torture().killed())).containsExactly(7, 18, 14, 10, 8, 14, 13, 13, 12, 10, 30, 8);
        assertThat(november().torture().counted(Tally::party)).containsOnly(Map.entry("regime", 25L), Map.entry("sna", 1L), Map.entry("sdf", 3L), Map.entry("other", 1L));
        assertThat(november().torture().by("other").category("unknown-persons").killed()).isEqualTo(1);
        int regime = now().through(NOVEMBER).torture().by("regime").killed();
        assertThat(Math.round(100.0 * regime / 149)).isEqualTo(79);
    }

    @Test
    void massacresAreThePublishedNumbersAndNoOtherIncidentReachesFive() {
        assertThat(months().map(month -> now().in(month).massacres().size())).containsExactly(11, 10, 5, 1, 2, 1, 4, 1, 2, 2, 2, 1);
        assertThat(now().through(NOVEMBER).massacres()).hasSize(41);
        assertThat(now().massacres()).as("none reaches five over two months").hasSize(42);
        assertThat(now().by("regime").massacres()).hasSize(11);
        assertThat(now().by("russia").massacres()).hasSize(11);
        assertThat(now().in(YearMonth.of(2020, 3)).massacres().values().stream().map(List::getFirst).map(Tally::party))
                .containsExactlyInAnyOrder("regime", "russia", "russia", "sdf", "other");
    }

    @Test
    void novembersMassacresAreOneLandmineAndAlBab() {
        assertThat(november().landmines().massacres().values()).singleElement().satisfies(killed -> {
            assertThat(killed).hasSize(5);
            assertThat(new Tally(killed).children()).isZero();
        });
        assertThat(november().category("bombing").massacres().values()).singleElement().satisfies(killed -> {
            assertThat(killed).hasSize(6).allMatch(victim -> Objects.equals(victim.deathPlace().code(), "SY02"))
                    .allMatch(victim -> victim.death().equals(DateRange.day(LocalDate.of(2020, 11, 24))));
            assertThat(new Tally(killed).toll()).isEqualTo(new Toll(6, 1, 0));
            assertThat(killed).filteredOn(victim -> victim.statusReason() != null).singleElement().satisfies(police -> assertThat(police.work()).contains("police"));
        });
        assertThat(LocalDate.of(2020, 11, 24).getDayOfWeek()).isEqualTo(DayOfWeek.TUESDAY);
    }

    @Test
    void landminesHaveThePublishedSums() {
        assertThat(now().through(YearMonth.of(2020, 10)).landmines().killed()).isEqualTo(86);
        assertThat(now().through(YearMonth.of(2020, 10)).landmines().children()).isEqualTo(15);
        assertThat(november().landmines().toll()).isEqualTo(new Toll(12, 3, 3));
        assertThat(Math.round(100.0 * now().in(YearMonth.of(2020, 8)).landmines().killed() / 122)).isEqualTo(20);
    }

    @Test
    void governoratesHaveThePublishedSharesAndOrder() {
        assertThat(november().diedIn("SY09").killed()).isEqualTo(46);
        Map<String, Long> governorates = november().counted(victim -> Objects.requireNonNullElse(victim.deathPlace().code(), "unknown"));
        assertThat(governorates.entrySet().stream().sorted(Map.Entry.<String, Long>comparingByValue().reversed()).map(Map.Entry::getKey).limit(3))
                .containsExactly("SY09", "SY02", "SY07");
        assertThat(now().diedIn("SY07").killed() + now().diedIn("SY02").killed()).isEqualTo(874);
        assertThat(Math.round(100.0 * now().diedIn("SY09").killed() / 1734)).isEqualTo(17);
        Tally half = now().through(YearMonth.of(2020, 6));
        assertThat(half.diedIn("SY07").killed()).isGreaterThan(half.diedIn("SY09").killed());
        assertThat(half.diedIn("SY09").killed()).isGreaterThan(half.diedIn("SY02").killed());
        assertThat(now().where(victim -> victim.deathPlace().code() == null).victims()).isNotEmpty().allMatch(victim -> victim.custody() != null);
        assertThat(now().where(victim -> !Objects.equals(victim.origin().code(), victim.deathPlace().code())).killed()).isBetween(150, 700);
    }

    @Test
    void groupsHaveThePublishedSums() {
        Tally half = now().through(YearMonth.of(2020, 6));
        assertThat(now().group("medical").killed()).isEqualTo(13);
        assertThat(half.group("medical").counted(Tally::party)).containsOnly(Map.entry("russia", 4L), Map.entry("regime", 1L), Map.entry("hts", 1L), Map.entry("other", 3L));
        assertThat(now().group("media").counted(Tally::party)).containsOnly(Map.entry("regime", 2L), Map.entry("russia", 2L), Map.entry("other", 1L));
        assertThat(half.group("media").killed()).isEqualTo(3);
        assertThat(half.group("medical").killed() + half.group("civil-defense").killed()).isEqualTo(12);
        assertThat(Stream.of("medical", "media", "civil-defense").mapToInt(group -> november().group(group).killed())).containsOnly(0);
    }

    @Test
    void threeCasesOfCustodyAreTold() {
        List<Victim> cases = november().torture().where(Victim::notable).victims();
        assertThat(cases).extracting(Victim::documentedOn).containsExactly(LocalDate.of(2020, 11, 13), LocalDate.of(2020, 11, 16), LocalDate.of(2020, 11, 18));
        assertThat(cases).extracting(Victim::groups).containsExactly(List.of("special-needs"), List.of("special-needs"), List.of());
        assertThat(cases).extracting(victim -> victim.deathPlace().code()).containsExactly(null, "SY08", null);
        assertThat(cases).extracting(victim -> victim.origin().code()).containsExactly("SY04", "SY09", "SY05");
        assertThat(cases).extracting(Victim::custody).extracting(Custody::bodyReturned).containsExactly(true, false, false);
        assertThat(cases.getFirst().death()).isEqualTo(DateRange.between(LocalDate.of(2018, 1, 1), LocalDate.of(2020, 11, 13)));
    }

    @Test
    void someDeathsWereDocumentedMonthsOrYearsLater() {
        assertThat(november().where(victim -> victim.death().to() != null && victim.death().to().isBefore(LocalDate.of(2020, 11, 1))).killed()).isPositive();
        assertThat(now().where(victim -> victim.death().from() != null && victim.death().from().isBefore(LocalDate.of(2019, 1, 1))).killed()).isGreaterThan(20);
        assertThat(PROGRAMME.victims()).as("nobody is recorded before the death")
                .allMatch(story -> !story.first().record().death().from().isAfter(story.first().day()));
    }

    @Test
    void inTheMiddleOfNovemberTheRegisterKnewOtherwise() {
        LocalDate day = LocalDate.of(2020, 11, 10);
        Tally then = Tally.asOf(PROGRAMME, day).in(NOVEMBER);
        Tally later = Tally.asOf(PROGRAMME, NOVEMBER_END).where(victim -> !victim.documentedOn().isBefore(NOVEMBER.atDay(1)) && !victim.documentedOn().isAfter(day));
        assertThat(then.killed()).as("somebody counted then was excluded later").isGreaterThan(later.killed());
        assertThat(then.counted(Tally::party)).as("somebody was attributed later").isNotEqualTo(later.counted(Tally::party));
    }

    @Test
    void someAreRecordedAndNotCounted() {
        List<Standing> standings = PROGRAMME.victims().stream().map(Story::last).map(Victim::standing).toList();
        assertThat(standings).filteredOn(Standing.Excluded.class::isInstance).hasSizeGreaterThan(50);
        assertThat(standings).filteredOn(Standing.Received.class::isInstance).hasSize(19);
        assertThat(PROGRAMME.victims()).hasSizeGreaterThan(1734);
    }

    @Test
    void noJointAttributionIsLeftInTheCountedCells() {
        assertThat(now().victims()).noneMatch(victim -> victim.attribution().state() == Attribution.State.JOINT);
    }

    @Test
    void everyVictimHasAStatementOfAnOpenlySyntheticSource() {
        assertThat(PROGRAMME.sources()).allMatch(source -> source.name().startsWith("Synthetic"));
        assertThat(PROGRAMME.testimonies().stream().filter(one -> one.source() == 0).map(Testimony::victim).distinct()).hasSize(PROGRAMME.victims().size());
        assertThat(PROGRAMME.testimonies()).allMatch(one -> one.words().contains("nvented") || one.words().contains("مختلَقة"));
    }
}
