package org.stele.linkage.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stele.linkage.names.NameText;

class SyntheticListsTest {

    private static List<List<String>> records(SyntheticLists lists) throws IOException {
        var records = new ArrayList<List<String>>();
        lists.each(records::add);
        return records;
    }

    @Test
    void theSameSeedGivesTheSameListsAndAnotherSeedOthers(@TempDir Path folder) throws IOException {
        new SyntheticLists(2000, 0.3, 1, 5).write(folder.resolve("a.csv"));
        new SyntheticLists(2000, 0.3, 1, 5).write(folder.resolve("b.csv"));
        assertThat(folder.resolve("a.csv")).hasSameBinaryContentAs(folder.resolve("b.csv"));
        assertThat(Files.readAllLines(folder.resolve("a.csv"))).hasSize(2001).isNotEqualTo(records(new SyntheticLists(2000, 0.3, 1, 6)));
    }

    @Test
    void frequenciesAndErrorsAreAboutThoseOfRealLists() throws IOException {
        List<List<String>> records = records(new SyntheticLists(40_000, 0, 1, 11));
        double muhammad = share(records, record -> NameText.plain(record.get(3)).equals("محمد"));
        assertThat(muhammad).isBetween(0.08, 0.11);
        assertThat(share(records, record -> record.get(8).equals("M"))).isBetween(0.59, 0.66);
        assertThat(share(records, record -> record.get(10).endsWith("-01-01") || record.get(10).isEmpty())).isGreaterThan(0.1);
        assertThat(share(records, record -> record.get(6).contains("هللا") || record.get(3).contains("عالء"))).isGreaterThan(0.0005);
        Map<String, Integer> copies = new HashMap<>();
        records.forEach(record -> copies.merge(record.get(1), 1, Integer::sum));
        assertThat(copies.values().stream().mapToLong(n -> n * (n - 1) / 2).sum()).isBetween(24_000L, 28_000L);
        assertThat(copies.values()).allMatch(n -> n <= 6);
    }

    @Test
    void noListHoldsAPersonTwiceAndIdentifiersAreUnique() throws IOException {
        List<List<String>> records = records(new SyntheticLists(20_000, 0.3, 1, 3));
        var seen = new HashSet<String>();
        assertThat(records).allMatch(record -> seen.add(record.get(0))).allMatch(record -> seen.add(record.get(1) + "\t" + record.get(2)));
        assertThat(records).anyMatch(record -> !NameText.isArabic(record.get(3)));
    }

    private static double share(List<List<String>> records, java.util.function.Predicate<List<String>> test) {
        return (double) records.stream().filter(test).count() / records.size();
    }
}
