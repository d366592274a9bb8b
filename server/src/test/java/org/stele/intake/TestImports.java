package org.stele.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.stele.codebook.Codebook;
import org.stele.codebook.CodebookFile;
import org.stele.places.Gazetteer;
import org.stele.register.TestRegister;

/** Imports on a test's database. */
final class TestImports {

    private TestImports() {
    }

    static Imports on(DataSource source, Codebook codebook, Gazetteer gazetteer) {
        TestRegister register = TestRegister.on(source);
        return new Imports(source, new BatchWriter.Register(register.changes(), register.victims(), register.incidents(), register.statements(),
                new ImportRuns(source)), register.sources(), () -> codebook, () -> gazetteer);
    }

    static Codebook riverland() {
        try {
            return CodebookFile.read(Path.of("src/test/resources/codebooks/riverland.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
