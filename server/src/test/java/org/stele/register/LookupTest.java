package org.stele.register;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stele.database.TestDatabase;

class LookupTest {
    static final TestDatabase DATABASE = TestDatabase.fresh();

    @ParameterizedTest
    @CsvSource({"أحمد,احمد", "فاطمة,فاطمه", "مُحَمَّد,محمد", "يحيى,يحيي", "محمـــد,محمد", "Al-Rastan,alrastan", "Sa'id,said", "Şêrîn,serin", "AHMED,ahmed"})
    void waysOfWritingANameAreOneKey(String one, String other) {
        assertThat(key(one)).isEqualTo(key(other));
    }

    @ParameterizedTest
    @CsvSource({"أحمد,حمد", "سامي,سامر", "Ali,Alia"})
    void differentNamesStayDifferent(String one, String other) {
        assertThat(key(one)).isNotEqualTo(key(other));
    }

    @ParameterizedTest
    @CsvSource({"50%", "a_b", "\\", "'; drop table victim; --"})
    void whatSomebodyTypesIsOnlyEverAName(String typed) {
        assertThat(new Lookup(DATABASE.sql()).victimsNamed(typed, 0, 10).ids()).isEmpty();
    }

    private static String key(String name) {
        return DATABASE.sql().sql("select name_key(:name)").param("name", name).query(String.class).single();
    }
}
