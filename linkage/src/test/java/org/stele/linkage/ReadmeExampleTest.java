package org.stele.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stele.linkage.names.NameText;
import org.stele.linkage.names.PersonName;
import org.stele.linkage.names.Skeleton;

/** The example of the README, on two small made-up lists. */
class ReadmeExampleTest {

    private static final String[] GIVEN = {"كريم", "سمير", "هادي", "وليد", "رامي", "نادر", "باسل", "فادي", "زياد", "ماهر"};
    private static final String[] FAMILY = {"الحلبي", "درويش", "حداد", "قاسم", "صباغ", "طحان", "بركات", "الشامي", "الرفاعي", "زعيم"};

    @TempDir
    private Path folder;

    @Test
    void theExampleFindsWhoIsInBothLists() throws IOException {
        var random = new SplittableRandom(5);
        var families = new StringBuilder("id,name,age,died\n");
        var hospital = new StringBuilder("id,name,age,died\n");
        for (int i = 0; i < 400; i++) {
            String name = GIVEN[random.nextInt(10)] + " " + GIVEN[random.nextInt(10)] + " " + FAMILY[random.nextInt(10)];
            String rest = ",%d,2016-%02d-%02d\n".formatted(random.nextInt(80), 1 + random.nextInt(12), 1 + random.nextInt(28));
            families.append('f').append(i).append(',').append(name).append(rest);
            hospital.append('h').append(i).append(',').append(name.replace("ي", "ى")).append(rest);
        }
        Records records = CsvLists.columns("id", "name", "age", "died")
                .file("families", Files.writeString(folder.resolve("f.csv"), families)).file("hospital", Files.writeString(folder.resolve("h.csv"), hospital)).read(2)
                .part("given", "name", name -> PersonName.parse(name).given())
                .part("father", "name", name -> PersonName.parse(name).father())
                .part("family", "name", name -> PersonName.parse(name).family())
                .with("given key", "given", Skeleton::loose);
        TextMeasure name = TextMeasure.equal().thenKey("folded", NameText::folded).thenKey("skeleton", Skeleton::strict).thenSimilar(0.85);
        Model model = Linkage.of(records)
                .compare(Comparison.of("given", name).weighedByFrequency())
                .compare(Comparison.of("father", name).weighedByFrequency())
                .compare(Comparison.of("family", name).weighedByFrequency())
                .compare(Comparison.of("age", NumberMeasure.within(1, 3)))
                .compare(Comparison.of("died", new DateMeasure()))
                .sharedByRelatives("father", "family")
                .block(BlockingRule.on("given key", "family"))
                .block(BlockingRule.on("father", "family", "died"))
                .clean("hospital")
                .estimate();
        ScoredPairs pairs = model.predict(Threshold.EVEN);
        People people = model.people(pairs, 0.34);
        assertThat(people.count()).isBetween(398, 402);
        assertThat(model.explain(pairs.left(0), pairs.right(0)).table()).contains("relatives");
    }
}
