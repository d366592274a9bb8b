package org.stele.linkage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.function.IntFunction;
import org.stele.linkage.names.NameText;
import org.stele.linkage.names.PersonName;
import org.stele.linkage.names.Skeleton;

/** The linkages of the reference data: fields, comparisons and blocking rules as one would describe them without knowing the truth. */
final class ReferenceLinkages {

    /** A linkage ready to be estimated, with the truth to hold it against. */
    record Case(String name, Linkage linkage, Records records, IntFunction<String> truth, long pairs, double leastF1) { }

    private ReferenceLinkages() {
    }

    static Case febrl(Path folder, int number, int threads) throws IOException {
        CsvLists lists = CsvLists.columns("rec_id", "given_name", "surname", "street_number", "address_1", "address_2", "suburb", "postcode", "state",
                "date_of_birth", "soc_sec_id");
        if (number < 4) {
            lists.file("list", folder.resolve("dataset%d.csv".formatted(number)));
        } else {
            lists.file("a", folder.resolve("dataset4a.csv")).file("b", folder.resolve("dataset4b.csv"));
        }
        Records records = lists.read(threads);
        TextMeasure name = TextMeasure.similar(0.92, 0.80);
        Linkage linkage = Linkage.of(records).threads(threads)
                .compare(Comparison.of("given_name", name).weighedByFrequency())
                .compare(Comparison.of("surname", name).weighedByFrequency())
                .compare(Comparison.of("street_number", TextMeasure.similar(0.80)))
                .compare(Comparison.of("address_1", name))
                .compare(Comparison.of("suburb", name).weighedByFrequency())
                .compare(Comparison.of("postcode", TextMeasure.similar(0.85)))
                .compare(Comparison.of("state", TextMeasure.equal()))
                .compare(Comparison.of("date_of_birth", new DateMeasure()))
                .compare(Comparison.of("soc_sec_id", TextMeasure.similar(0.90)))
                .block(BlockingRule.on("soc_sec_id"))
                .block(BlockingRule.on("given_name", "surname"))
                .block(BlockingRule.on("date_of_birth"))
                .block(BlockingRule.on("surname", "suburb"))
                .block(BlockingRule.on("given_name", "postcode"))
                .block(BlockingRule.on("address_1"))
                .block(BlockingRule.on("suburb", "street_number"))
                .block(BlockingRule.on("surname", "postcode"))
                .block(BlockingRule.on("given_name", "suburb"))
                .block(BlockingRule.on("postcode", "street_number"));
        if (number == 4) {
            linkage = linkage.clean("a").clean("b");
        }
        IntFunction<String> truth = row -> records.id(row).split("-")[1];
        return new Case("febrl" + number, linkage, records, truth, pairs(records, truth, number == 4), 0.997);
    }

    static Case historical(Path folder, int threads) throws IOException {
        Records read = CsvLists.columns("unique_id", "cluster", "full_name", "first_name", "surname", "dob", "birth_place", "postcode_fake", "gender", "occupation")
                .file("list", folder.resolve("historical_50k.csv")).read(threads);
        Records records = read.with("area", "postcode_fake", code -> code.split(" ")[0])
                .with("year", "dob", dob -> dob.substring(0, 4))
                .with("words", "full_name", name -> NameText.plain(name).replace(' ', Records.SEPARATOR))
                .with("surname key", "surname", name -> Skeleton.loose(NameText.plain(name)));
        TextMeasure name = TextMeasure.equal().thenSimilar(0.92).thenKey("skeleton", ReferenceLinkages::skeleton).thenSimilar(0.80);
        Linkage linkage = Linkage.of(records).threads(threads)
                .compare(Comparison.of("first_name", name).weighedByFrequency())
                .compare(Comparison.of("surname", name).weighedByFrequency())
                .compare(Comparison.of("dob", new DateMeasure()).weighedByFrequency())
                .compare(Comparison.of("postcode_fake", TextMeasure.equal().thenKey("area", code -> code.split(" ")[0])))
                .compare(Comparison.of("birth_place", TextMeasure.similar(0.85)).weighedByFrequency())
                .compare(Comparison.of("gender", TextMeasure.equal()))
                .compare(Comparison.of("occupation", TextMeasure.equal()).weighedByFrequency())
                .block(BlockingRule.on("postcode_fake"))
                .block(BlockingRule.on("dob"))
                .block(BlockingRule.on("surname"))
                .block(BlockingRule.on("surname key", "year"))
                .block(BlockingRule.on("surname key", "area"))
                .block(BlockingRule.on("surname key", "birth_place"))
                .block(BlockingRule.on("first_name", "year"))
                .block(BlockingRule.on("first_name", "area"))
                .block(BlockingRule.on("first_name", "birth_place"))
                .block(BlockingRule.on("year", "area"))
                .block(BlockingRule.on("year", "birth_place"));
        IntFunction<String> truth = row -> records.column("cluster").value(row);
        return new Case("historical_50k", linkage, records, truth, pairs(records, truth, false), 0.827);
    }

    static Case gaza(Path folder, int threads) throws IOException {
        Records read = CsvLists.columns("row", "person", "name_ar", "age", "sex")
                .file("1", folder.resolve("list-1.csv")).file("2", folder.resolve("list-2.csv")).read(threads);
        Records records = read
                .part("given", "name_ar", name -> PersonName.parse(name).given())
                .part("father", "name_ar", name -> PersonName.parse(name).father())
                .part("grandfather", "name_ar", name -> PersonName.parse(name).grandfather())
                .part("family", "name_ar", name -> PersonName.parse(name).family());
        for (String part : new String[] {"given", "father", "grandfather", "family"}) {
            records = records.with(part + " key", part, NameText::folded);
        }
        Records ready = records;
        TextMeasure name = TextMeasure.equal().thenKey("equal when folded", NameText::folded).thenSimilar(0.92).thenSimilar(0.80);
        Linkage linkage = Linkage.of(ready).threads(threads).clean("1").clean("2")
                .compare(Comparison.of("given", name).weighedByFrequency())
                .compare(Comparison.of("father", name).weighedByFrequency())
                .compare(Comparison.of("grandfather", name).weighedByFrequency())
                .compare(Comparison.of("family", name).weighedByFrequency())
                .compare(Comparison.of("age", NumberMeasure.within(1, 3)))
                .compare(Comparison.of("sex", TextMeasure.equal()))
                .sharedByRelatives("father", "grandfather", "family")
                .block(BlockingRule.on("given key", "father key"))
                .block(BlockingRule.on("given key", "family key"))
                .block(BlockingRule.on("father key", "family key"))
                .block(BlockingRule.on("father key", "grandfather key"))
                .block(BlockingRule.on("given key", "grandfather key"))
                .block(BlockingRule.on("grandfather key", "family key"));
        IntFunction<String> truth = row -> ready.column("person").value(row).isEmpty() ? "none " + row : ready.column("person").value(row);
        return new Case("gaza", linkage, ready, truth, pairs(ready, truth, true), 0.950);
    }

    private static String skeleton(String name) {
        return Skeleton.strict(NameText.plain(name));
    }

    private static long pairs(Records records, IntFunction<String> truth, boolean across) {
        var all = new HashMap<String, Long>();
        var within = new HashMap<String, Long>();
        for (int row = 0; row < records.size(); row++) {
            all.merge(truth.apply(row), 1L, Long::sum);
            within.merge(truth.apply(row) + "\t" + records.source().value(row), 1L, Long::sum);
        }
        long pairs = all.values().stream().mapToLong(n -> n * (n - 1) / 2).sum();
        return across ? pairs - within.values().stream().mapToLong(n -> n * (n - 1) / 2).sum() : pairs;
    }
}
