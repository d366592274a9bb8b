package org.stele.bench.linkage;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import org.stele.linkage.BlockingRule;
import org.stele.linkage.Comparison;
import org.stele.linkage.CsvLists;
import org.stele.linkage.CsvResults;
import org.stele.linkage.DateMeasure;
import org.stele.linkage.Linkage;
import org.stele.linkage.Model;
import org.stele.linkage.NumberMeasure;
import org.stele.linkage.People;
import org.stele.linkage.Quality;
import org.stele.linkage.Records;
import org.stele.linkage.ScoredPairs;
import org.stele.linkage.TextMeasure;
import org.stele.linkage.Threshold;
import org.stele.linkage.names.NameText;
import org.stele.linkage.names.PersonName;
import org.stele.linkage.synthetic.SyntheticLists;

/**
 * Links a generated list of so many records, with narrow ("tight") and with wide ("loose") blocking rules, and prints the time of every stage,
 * pairs per second, memory and quality; and two clean lists of so many records against each other. Arguments: records (1000000), threads (2),
 * folder for the files, and tight, loose or lists for one of the three.
 */
public final class LinkageSpeed {

    private static final String[][] TIGHT = {{"given key", "father key", "family key"}, {"given key", "family key", "died"}, {"given key", "father key", "died"},
            {"father key", "family key", "died"}, {"given key", "born"}, {"family key", "born"}, {"mother key", "given key"}};
    private static final String[][] LOOSE = {{"given key", "family key"}, {"given key", "father key", "place"}, {"father key", "family key"}, {"given key", "died"},
            {"family key", "died", "sex"}, {"born"}, {"mother key"}};

    private LinkageSpeed() {
    }

    public static void main(String[] arguments) throws IOException {
        int size = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        int threads = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 2;
        Path folder = arguments.length > 2 ? Path.of(arguments[2]) : Files.createTempDirectory("linkage");
        String which = arguments.length > 3 ? arguments[3] : "all";
        System.out.printf(Locale.ROOT, "%d records, %d threads, %d processors, load %.1f%n", size, threads, Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        Path file = folder.resolve("records-%d.csv".formatted(size));
        if (!which.equals("lists") && !Files.exists(file)) {
            new SyntheticLists(size, 0, 1, 7).write(file);
        }
        if (!which.equals("loose") && !which.equals("lists")) {
            run("tight", TIGHT, threads, file);
        }
        if (!which.equals("tight") && !which.equals("lists")) {
            run("loose", LOOSE, threads, file);
        }
        if (!which.equals("tight") && !which.equals("loose")) {
            run("lists", LOOSE, threads, TwoLists.write(folder, size));
        }
    }

    private static void run(String name, String[][] rules, int threads, Path... files) throws IOException {
        var clock = new Stages();
        Records records = records(threads, files);
        clock.stage("read, normalise");
        Linkage linkage = linkage(records, threads);
        for (String[] rule : rules) {
            linkage = linkage.block(BlockingRule.on(rule));
        }
        for (int i = 0; i < files.length && files.length > 1; i++) {
            linkage = linkage.clean("list " + i);
        }
        Model model = linkage.estimate();
        clock.stage("block, estimate");
        ScoredPairs pairs = model.predict(Threshold.EVEN);
        clock.stage("predict");
        People people = model.people(pairs, 0.34);
        clock.stage("people");
        CsvResults.write(pairs, records, files[0].resolveSibling(name + "-pairs.csv"));
        CsvResults.write(people, records, files[0].resolveSibling(name + "-people.csv"));
        clock.stage("write");
        long[] candidates = model.candidatePairs();
        long all = Arrays.stream(candidates).sum();
        System.out.printf(Locale.ROOT, "%s: %d candidate pairs %s%n  wall (and processor) seconds: %s%n  total %.2f s, %.2f processor seconds, %.2f M pairs/s in prediction, %.2f M pairs/s in all, heap at most %d MB%n", name, all,
                Arrays.toString(candidates), clock, clock.wall(), clock.processorSeconds(), all / clock.wall("predict") / 1e6, all / clock.wall() / 1e6, peak() >> 20);
        long truth = truePairs(records);
        print("pairs", Quality.of(pairs, row -> person(records, row), truth));
        print("people", Quality.of(people, row -> person(records, row), truth));
    }

    private static Records records(int threads, Path... files) throws IOException {
        CsvLists lists = CsvLists.columns("id", "given", "father", "grandfather", "family", "mother", "sex", "age", "born", "died", "place", "origin");
        for (int i = 0; i < files.length; i++) {
            lists.file("list " + i, files[i]);
        }
        Records records = lists.read(threads);
        for (String name : new String[] {"given", "father", "grandfather", "family", "mother"}) {
            records = records.with(name + " name", name, written -> String.join("", PersonName.parse(written).chain()))
                    .with(name + " key", name + " name", NameText::folded);
        }
        return records;
    }

    private static Linkage linkage(Records records, int threads) {
        TextMeasure name = TextMeasure.equal().thenKey("folded", NameText::folded).thenSimilar(0.92).thenSimilar(0.80);
        return Linkage.of(records).threads(threads)
                .compare(Comparison.of("given name", name).weighedByFrequency())
                .compare(Comparison.of("father name", name).weighedByFrequency())
                .compare(Comparison.of("grandfather name", name))
                .compare(Comparison.of("family name", name).weighedByFrequency())
                .compare(Comparison.of("mother name", name))
                .compare(Comparison.of("sex", TextMeasure.equal()))
                .compare(Comparison.of("age", NumberMeasure.within(1, 3)))
                .compare(Comparison.of("born", new DateMeasure()))
                .compare(Comparison.of("died", new DateMeasure()))
                .compare(Comparison.of("place", TextMeasure.equal()).weighedByFrequency())
                .compare(Comparison.of("origin", TextMeasure.equal()))
                .sharedByRelatives("father name", "grandfather name", "family name", "mother name", "died", "place", "origin");
    }

    /** The truth: an identifier begins with the person's number. */
    private static String person(Records records, int row) {
        String id = records.id(row);
        return id.substring(0, id.indexOf('-'));
    }

    private static long truePairs(Records records) {
        var counts = new HashMap<String, Long>();
        for (int row = 0; row < records.size(); row++) {
            counts.merge(person(records, row), 1L, Long::sum);
        }
        return counts.values().stream().mapToLong(n -> n * (n - 1) / 2).sum();
    }

    private static void print(String what, Quality quality) {
        System.out.printf(Locale.ROOT, "  %-7s precision %.4f recall %.4f F1 %.4f%n", what, quality.precision(), quality.recall(), quality.f1());
    }

    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP).map(MemoryPoolMXBean::getPeakUsage).mapToLong(use -> use.getUsed()).sum();
    }
}
