package org.stele.commandline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stele.database.Refusal;

class DeskPlaceTest {

    @Test
    void onThisMachineAloneOnePortIsEnough() {
        assertThat(DeskPlace.properties(null, "127.0.0.1", "", true)).isEmpty();
        assertThat(DeskPlace.properties(9000, "127.0.0.1", "", true)).containsExactly("stele.desk.port=9000", "stele.desk.address=127.0.0.1");
    }

    @Test
    void oncePagesAreReachedFromElsewhereTheDeskIsForThisMachineOnly() {
        assertThat(DeskPlace.properties(null, "127.0.0.1", "", false)).containsExactly("stele.desk.port=8081", "stele.desk.address=127.0.0.1");
        assertThat(DeskPlace.properties(null, "10.1.2.9", "https://desk.example.org/", false))
                .containsExactly("stele.desk.port=8081", "stele.desk.address=10.1.2.9", "stele.desk.origin=https://desk.example.org");
    }

    @ParameterizedTest
    @ValueSource(strings = {"desk.example.org", "http://desk.example.org", "https://", "https://desk.example.org/path", "https://a b", "ftp://desk.example.org"})
    void whatIsNoAddressOfASiteIsRefused(String name) {
        assertThatThrownBy(() -> DeskPlace.properties(null, "127.0.0.1", name, true)).isInstanceOf(Refusal.class).hasMessageContaining("https://desk.example.org");
    }
}
