package org.stele.register;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.stele.language.Language;

class PlaceRefTest {

    @Test
    void aPlaceIsSaidInTheScriptInWhichSomebodyWroteIt() {
        PlaceRef both = new PlaceRef("SY02", "al Bab", "الباب");
        assertThat(both.in(Language.EN)).isEqualTo("al Bab");
        assertThat(both.in(Language.AR)).isEqualTo("الباب");
        // A source that wrote Arabic only is not put into an English sentence, and the other way round.
        assertThat(new PlaceRef("SY02", "الباب").in(Language.AR)).isEqualTo("الباب");
        assertThat(new PlaceRef("SY02", "الباب").in(Language.EN)).isNull();
        assertThat(new PlaceRef("SY02", "al Bab").in(Language.AR)).isNull();
        assertThat(PlaceRef.of("SY02").in(Language.EN)).isNull();
        assertThat(new PlaceRef(null, " ").in(Language.EN)).isNull();
    }
}
