package org.stele.linkage.names;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonNameTest {

    @Test
    void aNameOfFourPartsIsGivenFatherGrandfatherFamily() {
        PersonName name = PersonName.parse("كريم سامي ناجي الحلبي");
        assertThat(name.given()).isEqualTo("كريم");
        assertThat(name.father()).isEqualTo("سامي");
        assertThat(name.grandfather()).isEqualTo("ناجي");
        assertThat(name.family()).isEqualTo("الحلبي");
        assertThat(name.hasNisba()).isTrue();
    }

    @Test
    void compoundsAreOnePartHoweverTheyAreWritten() {
        assertThat(PersonName.parse("عبد الرحمن أبو زيد").chain()).isEqualTo(PersonName.parse("عبدالرحمن ابوزيد").chain()).hasSize(2);
        assertThat(PersonName.parse("نور الدين محي الدين سالم").chain()).containsExactly("نورالدين", "محيالدين", "سالم");
        assertThat(PersonName.parse("Abd al-Rahman Al Khatib").chain()).containsExactly("abdalrahman", "alkhatib");
    }

    @Test
    void bracketsAndAKunyaBeforeTheChainAreAliases() {
        PersonName name = PersonName.parse("أبو سمير كريم ناجي وليد الحلبي (زيدان)");
        assertThat(name.chain()).containsExactly("كريم", "ناجي", "وليد", "الحلبي");
        assertThat(name.aliases()).containsExactly("زيدان", "ابوسمير");
        assertThat(PersonName.parse("كريم )زيدان( الحلبي").chain()).containsExactly("كريم", "الحلبي");
        assertThat(PersonName.parse("كريم الحلبي ( زيدان").chain()).containsExactly("كريم", "الحلبي");
    }

    @ParameterizedTest
    @ValueSource(strings = {"مجهول", "مجهول الهوية", "أشلاء", "طفل رضيع", "unidentified", "Unknown", "0", "00", "", "  ", "-", "N/A"})
    void aPlaceholderIsNoName(String written) {
        assertThat(PersonName.parse(written).isEmpty()).isTrue();
    }

    @Test
    void aMissingGrandfatherLeavesTheFamilyNameInItsPlace() {
        PersonName name = PersonName.parse("كريم سامي الحلبي");
        assertThat(name.family()).isEqualTo("الحلبي");
        assertThat(name.grandfather()).isEmpty();
    }
}
