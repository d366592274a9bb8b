package org.stele.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stele.codebook.CodebookFile;
import org.stele.database.TestDatabase;
import org.stele.history.Changes;
import org.stele.places.Boundaries;
import org.stele.places.Places;
import org.stele.places.Programme;
import org.stele.places.Programmes;
import org.stele.register.Attribution;
import org.stele.register.DateRange;
import org.stele.register.PersonName;
import org.stele.register.PlaceRef;
import org.stele.register.TestRegister;
import org.stele.register.Victim;

/** The example of docs/import.md does what the document says. */
class ImportGuideTest {

    static final TestDatabase DATABASE = TestDatabase.fresh();

    static String block(String language) throws IOException {
        Matcher block = Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(Path.of("../docs/import.md")));
        assertThat(block.find()).isTrue();
        return block.group(1);
    }

    @Test
    void theWorkedExampleRuns(@TempDir Path folder) throws IOException {
        Changes changes = new Changes(DATABASE.source());
        Places places = new Places(DATABASE.source(), changes);
        new Programmes(places, new Boundaries(DATABASE.source(), changes, places)).setUp(Programme.supplied("syria"), "tests");
        Path list = Files.writeString(folder.resolve("list.csv"), block("csv"));
        Path mapping = Files.writeString(folder.resolve("list.yaml"), block("yaml"));

        ImportReport report = TestImports.on(DATABASE.source(), CodebookFile.read("syria", CodebookFile.supplied("syria")), places.gazetteer())
                .run(new ImportOrder(list, mapping, "tests", false, null), (rows, total) -> { });

        assertThat("%,d accepted (%,d new, %,d changed) + %,d rejected + %,d repeated = %,d rows read\n".formatted(
                report.accepted(), report.added(), report.changed(), report.rejected(), report.repeated(), report.read())).isEqualTo(block("text"));
        assertThat(report.reasons()).extracting(reason -> reason.reason().value()).containsExactlyInAnyOrder("31/11/2020", "poison");
        List<Victim> victims = DATABASE.sql().sql("select victim from statement order by key").query(Long.class).list().stream()
                .map(id -> TestRegister.on(DATABASE.source()).victims().current(id).orElseThrow().record()).toList();
        assertThat(victims.get(0).attribution()).isEqualTo(Attribution.undetermined("bombing", List.of()));
        assertThat(victims.get(1).name()).isEqualTo(new PersonName(null, "مثال اثنان"));
        assertThat(victims.get(1).deathPlace()).isEqualTo(PlaceRef.of("SY02"));
        assertThat(victims.get(2).name()).isEqualTo(PersonName.UNKNOWN);
        assertThat(victims.get(2).death()).isEqualTo(DateRange.month(YearMonth.of(2020, 11)));
        assertThat(victims.get(2).attribution()).isEqualTo(Attribution.undetermined("gunfire", List.of()));
    }
}
