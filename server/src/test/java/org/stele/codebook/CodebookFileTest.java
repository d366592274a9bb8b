package org.stele.codebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stele.language.Language;
import org.stele.language.Text;

class CodebookFileTest {

    static final Path RIVERLAND = Path.of("src/test/resources/codebooks/riverland.yaml");

    final Codebook syria = CodebookFile.read("syria", CodebookFile.supplied("syria"));

    @Test
    void theMainPartiesOfNovember2020StandInTheReportsOrder() {
        assertThat(syria.mainParties(LocalDate.of(2020, 11, 30))).extracting(Party::code)
                .containsExactly("regime", "russia", "isis", "hts", "sna", "sdf", "coalition");
    }

    @Test
    void partiesComeAndGoWithTheYears() {
        assertThat(syria.mainParties(LocalDate.of(2011, 4, 1))).extracting(Party::code).containsExactly("regime");
        assertThat(syria.mainParties(LocalDate.of(2018, 6, 1))).extracting(Party::code).contains("tip", "coalition");
    }

    @Test
    void aPartOfAPartyCountsForTheWhole() {
        assertThat(syria.mainPartyOf("regime-foreign-militias").code()).isEqualTo("regime");
        assertThat(syria.partsOf("regime")).hasSize(4).allMatch(part -> part.parent().equals("regime"));
    }

    @Test
    void aLandmineOutweighsABombingABombingGunfireAndGunfireUnknownPersons() {
        assertThat(List.of("landmine", "bombing", "gunfire", "unknown-persons", "not-specified"))
                .extracting(code -> syria.otherCategory(code).orElseThrow().precedence()).isSorted();
        assertThat(syria.otherParties()).extracting(OtherCategory::code)
                .startsWith("landmine", "gunfire", "bombing", "unknown-persons").contains("shells", "drowning", "border-guards");
    }

    @Test
    void civiliansAreCountedByDocumentationDateAndPlaceOfDeath() {
        CountingRules rules = syria.counting();

        assertThat(rules.adultAge()).isEqualTo(18);
        assertThat(rules.massacreThreshold()).isEqualTo(5);
        assertThat(rules.dateBasis()).isEqualTo(CountingRules.DateBasis.DOCUMENTATION);
        assertThat(rules.placeBasis()).isEqualTo(CountingRules.PlaceBasis.DEATH);
        assertThat(rules.countedStatuses()).containsExactly("civilian");
        assertThat(rules.tortureMethods()).containsExactly("torture");
        assertThat(rules.landmineWeapons()).containsExactly("landmine");
    }

    @Test
    void theGroupsWithASectionOfTheirOwnAreThoseReportedAtZeroToo() {
        assertThat(syria.groups().stream().filter(Group::ownSection)).extracting(Group::code).containsExactly("medical", "media", "civil-defense");
    }

    @Test
    void definitionsTakeTheirNumbersFromTheRules() {
        assertThat(syria.text("massacre-definition").en()).contains(" 5 or more ");
        assertThat(syria.text("children-and-women").in(Language.AR)).contains("18");
        assertThat(syria.wording().texts().keySet()).allSatisfy(name -> assertThat(syria.text(name).en()).doesNotContain("{"));
    }

    @Test
    void anotherCountryHasItsOwnPartiesLevelsAndThresholds() throws IOException {
        Codebook riverland = CodebookFile.read(RIVERLAND);

        assertThat(riverland.counting().adultAge()).isEqualTo(15);
        assertThat(riverland.counting().countedStatuses()).containsExactlyInAnyOrder("civilian", "unknown");
        assertThat(riverland.counting().landmineWeapons()).isEmpty();
        assertThat(riverland.placeLevels()).extracting(PlaceLevel::code).containsExactly("shire", "village");
        assertThat(riverland.levelNumber("village")).hasValue(2);
        assertThat(riverland.mainParties(LocalDate.of(1998, 1, 1))).extracting(Party::code).containsExactly("crown");
        assertThat(riverland.text("massacre-definition")).isEqualTo(new Text("3 or more in one raid.", "3 أو أكثر في غارة واحدة."));
    }

    @Test
    void everyTextOfBothLanguagesIsInItsOwnScript() {
        assertThat(syria.wording().texts().values()).allSatisfy(text -> {
            assertThat(text.en()).doesNotContainPattern("\\p{IsArabic}");
            assertThat(text.ar()).containsPattern("\\p{IsArabic}");
        });
    }

    @Test
    void theDigestNamesTheTextExactly() {
        assertThat(CodebookFile.digest("a")).isEqualTo("ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb");
    }
}
