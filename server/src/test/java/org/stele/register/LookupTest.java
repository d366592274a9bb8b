package org.stele.register;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stele.database.TestDatabase;

class LookupTest {
    static final TestDatabase DATABASE = TestDatabase.fresh();

    @ParameterizedTest
    @CsvSource({"أحمد,احمد", "فاطمة,فاطمه", "مُحَمَّد,محمد", "يحيى,يحيي", "محمـــد,محمد", "رؤى,روي", "Al-Rastan,alrastan", "Sa'id,said", "Şêrîn,serin",
            "AHMED,ahmed", "Ahmed Ali,ahm"})
    void aNameIsFoundHoweverItIsWritten(String recorded, String typed) {
        assertThat(matches(recorded, typed)).isTrue();
        assertThat(matches(typed, recorded.split(" ")[0])).isEqualTo(!recorded.contains(" "));
    }

    @ParameterizedTest
    @CsvSource({"أحمد,حمدي", "سامي,سامر", "Ali,Alia", "Omar,Amr", "حسن,حسين"})
    void aDifferentNameIsNotFound(String recorded, String typed) {
        assertThat(matches(recorded, typed)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"50%", "a_b", "\\", "a(b", "[", "x{2}", "*", ".", "'; drop table victim; --", "--", "'"})
    void whatSomebodyTypesIsOnlyEverAName(String typed) {
        assertThat(new Lookup(DATABASE.sql()).victimsNamed(typed, 0, 10).ids()).isEmpty();
        assertThat(matches("Ahmed Ali", typed)).isFalse();
    }

    private static boolean matches(String recorded, String typed) {
        return !NamePattern.of(typed).isEmpty() && NamePattern.of(typed).stream().allMatch(pattern ->
                DATABASE.sql().sql("select :name ~* :pattern").param("name", recorded).param("pattern", pattern).query(Boolean.class).single());
    }
}
