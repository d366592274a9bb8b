package org.stele.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stele.database.TestDatabase;
import org.stele.history.Revision;
import org.stele.history.Version;
import org.stele.register.Source;
import org.stele.register.TestRegister;

/** What becomes of a source when its mapping declares it otherwise. */
class DeclaredSourceTest {

    static final String DECLARED = "confidential: true, note: handed over in person";

    @TempDir
    Path folder;

    TestDatabase database;
    TestRegister register;
    Imports imports;

    @BeforeEach
    void open() {
        database = TestDatabase.fresh();
        register = TestRegister.on(database.source());
        imports = TestImports.on(database.source(), TestImports.riverland(), new TestPlaces());
    }

    @AfterEach
    void close() {
        database.close();
    }

    ImportReport take(String declared, boolean dryRun) throws IOException {
        assertThat(ImportsTest.MAPPING).contains(DECLARED);
        Path mapping = Files.writeString(folder.resolve("raids.yaml"), ImportsTest.MAPPING.replace(DECLARED, declared));
        Path file = Files.writeString(folder.resolve("raids.csv"), ImportsTest.LIST);
        return imports.run(new ImportOrder(file, mapping, "amal", dryRun, null), (rows, total) -> { });
    }

    ImportReport take(String declared) throws IOException {
        return take(declared, false);
    }

    List<Version<Source>> versions() {
        return register.sources().all(database.sql().sql("select distinct id from source").query(Long.class).single());
    }

    void correct(Source next) {
        Version<Source> now = versions().getLast();
        register.changes().make("basma", "they asked to be protected", change -> {
            register.sources().revise(change, List.of(new Revision<>(now.id(), now.number(), next)));
            return null;
        });
    }

    @Test
    void aMappingThatDeclaresItOtherwiseMakesANewVersion() throws IOException {
        take(DECLARED);
        assertThat(take(DECLARED).sourceRevised()).isEmpty();
        assertThat(versions()).hasSize(1);
        assertThat(take("confidential: false, note: published since", true).sourceRevised()).containsExactly("confidential", "note");
        assertThat(versions()).as("a dry run writes nothing").hasSize(1);
        ImportReport report = take("confidential: false, note: published since");
        assertThat(report.sourceRevised()).containsExactly("confidential", "note");
        Version<Source> now = versions().getLast();
        assertThat(now.number()).isEqualTo(2);
        assertThat(now.record()).isEqualTo(new Source("kin", "Kin of the killed", false, "published since"));
        assertThat(now.by()).isEqualTo("amal");
        assertThat(now.reason()).isEqualTo("the mapping 'raids' declares the source otherwise than before");
        take("confidential: false, note: published since");
        assertThat(versions()).hasSize(2);
    }

    @Test
    void whatSomebodyCorrectedStandsAndTheConflictIsTold() throws IOException {
        take("confidential: false, note: handed over");
        correct(new Source("kin", "Kin of the killed", true, "handed over"));
        assertThat(take("confidential: false, note: handed over").conflicts()).as("the same mapping does not undo it").isEmpty();
        assertThat(versions().getLast().record().confidential()).isTrue();
        correct(new Source("kin", "Kin of the killed", true, "handed over by night"));
        ImportReport report = take("confidential: false, note: handed over in person");
        assertThat(report.conflicts()).containsExactly(new ImportReport.Conflict("", ImportReport.About.SOURCE, versions().getLast().id(), "note",
                "handed over", "handed over in person", "handed over by night"));
        assertThat(versions().getLast().record()).isEqualTo(new Source("kin", "Kin of the killed", true, "handed over by night"));
        assertThat(report.accepted() + report.rejected() + report.repeated()).isEqualTo(report.read());
    }
}
