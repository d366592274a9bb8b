package org.stele.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stele.linkage.names.NameIndex;

/** Quality on data with truth, the threshold chosen without it. Prints what it measured. */
@Tag("reference-data")
class ReferenceQualityTest {

    private static final double SUPPORT = 0.34;

    @ParameterizedTest(name = "febrl {0}")
    @ValueSource(ints = {1, 2, 3, 4})
    void febrlIsLinkedAlmostWithoutFault(int number) throws IOException {
        Measured measured = measure(ReferenceLinkages.febrl(data("febrl"), number, 2));
        assertThat(measured.pairs.f1()).isGreaterThanOrEqualTo(0.997);
        assertThat(measured.people.f1()).isGreaterThanOrEqualTo(0.997);
    }

    @Test
    void historicalPeopleAreFoundThroughHeavyErrors() throws IOException {
        Measured measured = measure(ReferenceLinkages.historical(data("historical_50k"), 2));
        assertThat(measured.pairs.f1()).isGreaterThan(0.827);
        assertThat(measured.people.f1()).isGreaterThan(0.827);
    }

    @Test
    void twoReleasesOfAListMeetDespiteTheDamageOfOne() throws IOException {
        Measured measured = measure(ReferenceLinkages.gaza(data("gaza-lists"), 2));
        assertThat(measured.pairs.f1()).isGreaterThanOrEqualTo(0.950);
        assertThat(measured.oneToOne.f1()).isGreaterThanOrEqualTo(0.982);
    }

    /** The Latin names of the list were made by another's romanisation, of which nothing here knows. */
    @Test
    void romanisedNamesAreFoundByTheirArabicOnes() throws IOException {
        Records records = CsvLists.columns("row", "name_ar", "name_en").file("1", data("gaza-lists").resolve("list-1.csv")).read(2);
        List<String> arabic = IntStream.range(0, records.size()).mapToObj(row -> records.column("name_ar").value(row)).toList();
        NameIndex index = NameIndex.of(arabic);
        int tried = 0;
        int found = 0;
        for (int row = 0; row < records.size(); row += 10) {
            String name = records.column("name_ar").value(row);
            tried++;
            found += index.find(records.column("name_en").value(row), 20).stream().anyMatch(match -> arabic.get(match.name()).equals(name)) ? 1 : 0;
        }
        System.out.printf(Locale.ROOT, "%nromanised names found among 20 of %d: %d of %d%n", records.size(), found, tried);
        assertThat((double) found / tried).isGreaterThanOrEqualTo(0.90);
    }

    private record Measured(Quality pairs, Quality oneToOne, Quality people) { }

    private static Measured measure(ReferenceLinkages.Case given) {
        long start = System.nanoTime();
        Model model = given.linkage().estimate();
        ScoredPairs even = model.predict(Threshold.EVEN);
        People people = model.people(even, SUPPORT);
        double threshold = Threshold.agreeing(even, people);
        double seconds = (System.nanoTime() - start) / 1e9;
        var measured = new Measured(Quality.of(even.atLeast(threshold), given.truth(), given.pairs()), Quality.of(model.oneToOne(even), given.truth(), given.pairs()),
                Quality.of(people, given.truth(), given.pairs()));
        System.out.printf(Locale.ROOT, "%n%s: %d records, %d true pairs, %.1f s%n", given.name(), given.records().size(), given.pairs(), seconds);
        line("pairs of at least %.1f bits".formatted(threshold), measured.pairs);
        line("one to one", measured.oneToOne);
        line("people", measured.people);
        System.out.printf(Locale.ROOT, "  people, B3 F1 %.4f%n", Quality.bCubed(people, given.truth()));
        for (Quality.Point point : Quality.curve(model.predict(-8), given.truth(), given.pairs())) {
            System.out.printf(Locale.ROOT, "    from %+5.0f bits: precision %.4f recall %.4f F1 %.4f%n", point.weight(), point.precision(), point.recall(), point.f1());
        }
        return measured;
    }

    private static void line(String what, Quality quality) {
        System.out.printf(Locale.ROOT, "  %-28s precision %.4f recall %.4f F1 %.4f%n", what, quality.precision(), quality.recall(), quality.f1());
    }

    private static Path data(String name) {
        String named = System.getenv("STELE_REFERENCE_DATA");
        Path found = named == null || named.isBlank() ? null : Path.of(named);
        for (Path at = Path.of("").toAbsolutePath(); found == null && at != null; at = at.getParent()) {
            found = Files.isDirectory(at.resolve("shared").resolve("data")) ? at.resolve("shared").resolve("data") : null;
        }
        Path folder = found;
        Assumptions.assumeTrue(folder != null && Files.exists(folder.resolve(name)),
                () -> "Skipped: no reference data '" + name + "'. Name its folder by STELE_REFERENCE_DATA, or put it beside the project in shared/data.");
        return folder.resolve(name);
    }
}
