package org.stele.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.stele.codebook.Codebook;
import org.stele.codebook.CodebookFile;

class ThemeTest {

    @Test
    void aProgrammeWithoutLandminesHasNoPageOfThem() throws IOException {
        Codebook without = CodebookFile.read(Path.of("src/test/resources/codebooks/riverland.yaml"));
        Codebook with = CodebookFile.read(Path.of("../codebooks/syria/codebook.yaml"));

        // Its columns of children and women would else count those killed by anything.
        assertThat(Theme.LANDMINES.in(without)).isFalse();
        assertThat(Theme.LANDMINES.in(with)).isTrue();
        assertThat(Theme.PARTIES.in(without)).isTrue();
    }
}
