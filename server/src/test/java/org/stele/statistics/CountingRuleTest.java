package org.stele.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stele.codebook.CountingRules;
import org.stele.register.AgeClass;
import org.stele.register.AgeRange;
import org.stele.register.Attribution;
import org.stele.register.CivilianStatus;
import org.stele.register.Sex;
import org.stele.register.Standing;

class CountingRuleTest {

    private static final Standing DOCUMENTED = new Standing.Documented(LocalDate.of(2020, 11, 3));
    private final Responsibility responsibility = new Responsibility(TestProgramme.codebook());

    @ParameterizedTest(name = "{0}, {1} → {2}")
    @CsvSource({
        "documented, CIVILIAN,  counted",
        "documented, COMBATANT, excluded:combatant",
        "documented, UNKNOWN,   excluded:status-unknown",
        "received,   CIVILIAN,  received",
        "received,   COMBATANT, received",
        "excluded,   CIVILIAN,  excluded:natural",
        "excluded,   COMBATANT, excluded:natural"})
    void onlyDocumentedVictimsOfACountedStatusCount(String standing, CivilianStatus status, String decision) {
        Standing stands = switch (standing) {
            case "documented" -> DOCUMENTED;
            case "received" -> new Standing.Received();
            default -> new Standing.Excluded("natural", null);
        };
        assertThat(Inclusion.of(TestProgramme.codebook().counting(), stands, status).code()).isEqualTo(decision);
    }

    @Test
    void aProgrammeThatCountsCombatantsCountsThem() {
        CountingRules both = TestProgramme.rules(18, 5, Set.of("civilian", "combatant"), CountingRules.DateBasis.DOCUMENTATION);
        assertThat(Inclusion.of(both, DOCUMENTED, CivilianStatus.COMBATANT)).isEqualTo(new Inclusion.Counts());
    }

    @ParameterizedTest(name = "{0} of {1} to {2} years is {3}")
    @CsvSource({
        "FEMALE,  17, 17, CHILD",
        "FEMALE,  18, 18, WOMAN",
        "FEMALE,  18,   , WOMAN",
        "MALE,     0, 17, CHILD",
        "MALE,    18, 40, MAN",
        "UNKNOWN,  3,  3, CHILD",
        "UNKNOWN, 30, 30, UNKNOWN",
        "MALE,    16, 19, UNKNOWN",
        "FEMALE,    ,   , UNKNOWN"})
    void everyVictimIsInExactlyOneOfFourCells(Sex sex, Integer min, Integer max, Demography cell) {
        assertThat(Demography.of(sex, new AgeRange(min, max).classed(18))).isEqualTo(cell);
    }

    @Test
    void aGirlIsAChildAndNotAWoman() {
        assertThat(Demography.of(Sex.FEMALE, AgeClass.CHILD).measure()).isEqualTo(Measure.Basic.CHILDREN);
    }

    @ParameterizedTest(name = "attributed to {0}, level {1}: {2}")
    @CsvSource({
        "south,       1, south",
        "north-army,  1, north",
        "north-army,  2, north-army",
        "north,       2, north",
        "guard-east,  1, north",
        "guard-east,  2, north-guard",
        "guard-east,  3, guard-east",
        "martians,    1, unknown"})
    void aPartyCountsUnderItsAncestorAtTheLevelAsked(String party, int level, String value) {
        assertThat(responsibility.party(Attribution.to(party), level)).isEqualTo(value);
        assertThat(responsibility.otherParty(Attribution.to(party))).isEqualTo("main");
    }

    @ParameterizedTest(name = "joint {0}, level {1}: {2}")
    @CsvSource({
        "north south,                 1, joint:north+south",
        "south north,                 1, joint:north+south",
        "west south north,            1, joint:north+south+west",
        "north-army south,            1, joint:north+south",
        "north-army south,            2, joint:north-army+south",
        "north-army north-guard,      1, north",
        "north-army north-guard,      2, north",
        "guard-east north-guard,      3, north-guard",
        "north-army north-guard west, 1, joint:north+west",
        "north martians,              1, unknown"})
    void aJointAttributionHasOneValue(String parties, int level, String value) {
        assertThat(responsibility.party(Attribution.joint(List.of(parties.split(" "))), level)).isEqualTo(value);
    }

    @ParameterizedTest(name = "undetermined, {0}: other, {1}")
    @CsvSource({"landmine, landmine", "not-specified, not-specified", "drowning, unknown"})
    void undeterminedResponsibilityIsUnderOtherPartiesInOneSubCategory(String category, String value) {
        Attribution attribution = Attribution.undetermined(category, List.of("north", "south"));
        assertThat(responsibility.party(attribution, 1)).isEqualTo("other");
        assertThat(responsibility.party(attribution, 2)).isEqualTo("other");
        assertThat(responsibility.otherParty(attribution)).isEqualTo(value);
    }

    @Test
    void aMassacreBeginsOnTheDayOfTheVictimThatReachedTheThreshold() {
        assertThat(MassacreRule.reachedOn(5, 9, 3, 7, 3)).isEqualTo(OptionalInt.empty());
        assertThat(MassacreRule.reachedOn(5, 9, 3, 7, 3, 8)).isEqualTo(OptionalInt.of(9));
        assertThat(MassacreRule.reachedOn(5, 9, 3, 7, 3, 8, 20)).isEqualTo(OptionalInt.of(9));
        assertThat(MassacreRule.reachedOn(2, 9, MassacreRule.NO_DAY)).isEqualTo(OptionalInt.of(MassacreRule.NO_DAY));
    }
}
