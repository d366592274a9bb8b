package org.stele.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealedFieldsTest {
    @TempDir
    Path data;

    @Test
    void aSealedValueOpensAtItsPlaceAndAtNoOther() {
        Keyring keyring = Keyring.open(data, Map.of());
        SealedFields fields = keyring.fields(Compartment.SOURCES);
        var places = List.of(new SealedFields.Place("source", "name", 1), new SealedFields.Place("source", "name", 2),
                new SealedFields.Place("source", "phone", 1), new SealedFields.Place("witness", "name", 1));
        for (SealedFields.Place place : places) {
            byte[] sealed = fields.seal("محمد الأحمد", place);
            assertThat(new String(sealed, StandardCharsets.UTF_8)).doesNotContain("محمد");
            assertThat(Keyring.open(data, Map.of()).fields(Compartment.SOURCES).open(sealed, place)).isEqualTo("محمد الأحمد");
            places.stream().filter(other -> !other.equals(place)).forEach(other ->
                    assertThatThrownBy(() -> fields.open(sealed, other)).isInstanceOf(WrongKey.class));
            assertThatThrownBy(() -> keyring.fields(Compartment.WORKING).open(sealed, place)).isInstanceOf(WrongKey.class);
        }
        assertThat(fields.seal("x", places.getFirst())).isNotEqualTo(fields.seal("x", places.getFirst()));
    }

    @Test
    void anExactValueIsFoundByItsMarkAndColumnsDoNotGiveEachOtherAway() {
        SealedFields fields = Keyring.open(data, Map.of()).fields(Compartment.SOURCES);
        String mark = fields.mark("source", "phone", "+963 11 1234567");
        assertThat(mark).matches("[0-9a-f]{32}").isEqualTo(Keyring.open(data, Map.of()).fields(Compartment.SOURCES).mark("source", "phone", "+963 11 1234567"));
        assertThat(fields.mark("source", "phone", "+963 11 1234568")).isNotEqualTo(mark);
        assertThat(fields.mark("source", "other", "+963 11 1234567")).isNotEqualTo(mark);
        assertThat(Keyring.open(data, Map.of()).fields(Compartment.WORKING).mark("source", "phone", "+963 11 1234567")).isNotEqualTo(mark);
    }
}
