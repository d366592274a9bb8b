package org.stele.linkage.names;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SkeletonTest {

    @ParameterizedTest(name = "{0} and {1}")
    @CsvSource({"محمد,muhammad", "محمد,mohamed", "خالد,khaled", "يوسف,yousef", "يوسف,yusuf", "حسين,hussein", "الحلبي,alhalabi", "شادي,shadi", "غسان,ghassan", "عمر,omar",
            "زينب,zaynab", "ابراهيم,ibrahim", "طارق,tariq", "فاطمه,fatima"})
    void anArabicWordAndItsTransliterationShareTheLooseSkeleton(String arabic, String latin) {
        assertThat(Skeleton.loose(latin)).isEqualTo(Skeleton.loose(arabic));
    }

    @Test
    void differentNamesKeepDifferentSkeletons() {
        assertThat(Skeleton.strict("سمير")).isNotEqualTo(Skeleton.strict("سامر"));
        assertThat(Skeleton.loose("karim")).isNotEqualTo(Skeleton.loose("salim"));
    }
}
