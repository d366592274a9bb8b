package org.stele.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.stele.codebook.Codebook;
import org.stele.codebook.CodebookFile;

class SuppliedMappingsTest {

    @Test
    void everyMappingOfTheProjectFitsItsCodebook() throws IOException {
        Path codebooks = Path.of("../codebooks");
        List<Path> mappings;
        try (Stream<Path> files = Files.find(codebooks, 3, (path, attributes) -> path.getParent().endsWith("mappings") && path.toString().endsWith(".yaml"))) {
            mappings = files.toList();
        }
        assertThat(mappings).isNotEmpty();
        for (Path mapping : mappings) {
            Codebook codebook = CodebookFile.read(mapping.getParent().resolveSibling("codebook.yaml"));
            assertThat(MappingFile.read(mapping, codebook, LocalDate.of(2020, 11, 30)).columns()).isNotEmpty();
        }
    }
}
