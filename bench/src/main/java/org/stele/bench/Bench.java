package org.stele.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stele.codebook.CodebookFile;
import org.stele.history.Changes;
import org.stele.history.Revision;
import org.stele.history.Version;
import org.stele.places.Programme;
import org.stele.places.Programmes;
import org.stele.register.Attribution;
import org.stele.register.Codebooks;
import org.stele.register.Victim;
import org.stele.register.Victims;
import org.stele.statistics.Measure;
import org.stele.statistics.Period;
import org.stele.statistics.Question;
import org.stele.statistics.Statistics;

/** For each size: import of a generated list as a whole process, then cross-tabs; last, a report. Prints Markdown tables; {@code bench/run} calls it. */
final class Bench {

    /** Every so many victims one is re-attributed afterwards, in ten changes, so that the register has a past. */
    private static final int REVISED_EVERY = 20;
    private static final int REVISIONS = 10;

    private Bench() {
    }

    /** @param arguments the project's folder, a folder to work in, then the sizes */
    public static void main(String[] arguments) throws Exception {
        Path project = Path.of(arguments[0]);
        Path work = Path.of(arguments[1]);
        List<String> imports = new ArrayList<>();
        List<String> tabs = new ArrayList<>();
        for (String size : List.of(arguments).subList(2, arguments.length)) {
            run(project, work.resolve(size), Integer.parseInt(size), imports, tabs);
        }
        System.out.println("\n### Import\n\n| victims | whole process | victims/s | import alone | victims/s | bare COPY | import / COPY | the same again |\n"
                + "|---:|---:|---:|---:|---:|---:|---:|---:|");
        imports.forEach(System.out::println);
        System.out.println("\n### Cross-tabs\n\n| victims | question | as of | Stele p50 | Stele p95 | GROUP BY p50 | GROUP BY / Stele |\n|---:|---|---|---:|---:|---:|---:|");
        tabs.forEach(System.out::println);
        System.out.println("\n### Report of a month, both languages as page, PDF and JSON, warm\n\n" + MonthReports.of(work.resolve("report")));
        System.exit(0);
    }

    private static void run(Path project, Path folder, int size, List<String> imports, List<String> tabs) throws Exception {
        Files.createDirectories(folder);
        Path data = folder.resolve("data");
        Path csv = GeneratedList.write(folder.resolve("list.csv"), size);
        try (Register register = Register.open(data)) {
            register.get(Changes.class).make("benchmark", "adopt a codebook", change -> register.get(Codebooks.class).adopt(change, CodebookFile.supplied("syria")));
            register.get(Programmes.class).setUp(Programme.supplied("syria"), "benchmark");
        }
        double process = imported(project, data, csv);
        double again = imported(project, data, csv);
        try (Register register = Register.open(data)) {
            double copy = median(BareCopy.of(register.get(DataSource.class), csv), BareCopy.of(register.get(DataSource.class), csv),
                    BareCopy.of(register.get(DataSource.class), csv));
            JdbcClient sql = JdbcClient.create(register.get(DataSource.class));
            double alone = sql.sql("select 1000 * extract(epoch from ended_at - started_at) from import_run order by id limit 1").query(Double.class).single();
            imports.add(String.format(Locale.ROOT, "| %,d | %.1f s | %,.0f | %.1f s | %,.0f | %.2f s | %.1f | %.1f s |", size, process / 1e3, size / process * 1e3,
                    alone / 1e3, size / alone * 1e3, copy / 1e3, alone / copy, again / 1e3));
            count(register, sql, size, tabs);
        }
    }

    private static void count(Register register, JdbcClient sql, int size, List<String> tabs) throws Exception {
        Changes changes = register.get(Changes.class);
        Instant past = revise(register.get(Victims.class), changes, size);
        Statistics statistics = register.get(Statistics.class);
        sql.sql("analyze victim").update();
        long start = System.nanoTime();
        long total = statistics.answer(new Question(List.of(Measure.Basic.VICTIMS), List.of(), List.of(), Period.EVER, null)).total(Measure.Basic.VICTIMS);
        System.err.printf(Locale.ROOT, "%,d victims, %,d counted; read into memory in %.2f s%n", size, total, (System.nanoTime() - start) / 1e9);
        for (CrossTabs.Result result : new CrossTabs(statistics, sql, changes).run(past)) {
            tabs.add(String.format(Locale.ROOT, "| %,d | %s | %s | %.1f ms | %.1f ms | %.0f ms | %.0f |", size, result.question(), result.asOf(),
                    result.stele().median(), result.stele().p95(), result.groupBy().median(), result.ratio()));
        }
    }

    /** Re-attributes some victims, change by change; returns an instant half-way. */
    private static Instant revise(Victims victims, Changes changes, int size) {
        Instant past = Instant.now();
        for (int n = 0; n < REVISIONS; n++) {
            int offset = n;
            List<Long> ids = LongStream.rangeClosed(1, size).filter(id -> id % (REVISED_EVERY * REVISIONS) == offset * (long) REVISED_EVERY).boxed().toList();
            Instant at = changes.make("benchmark", "new evidence", change -> {
                List<Revision<Victim>> revisions = new ArrayList<>();
                for (Version<Victim> version : victims.current(ids)) {
                    revisions.add(new Revision<>(version.id(), version.number(), version.record().with(Attribution.to("russia"))));
                }
                victims.revise(change, revisions);
                return change.at();
            });
            past = n < REVISIONS / 2 ? at : past;
        }
        return past;
    }

    private static double imported(Path project, Path data, Path csv) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process process = new ProcessBuilder(project.resolve("stele").toString(), "import", csv.toString(), "--mapping", project.resolve("bench/mapping.yaml").toString(),
                "--by", "benchmark", "--data", data.toString(), "--json").redirectError(ProcessBuilder.Redirect.INHERIT)
                .redirectOutput(csv.resolveSibling("import.json").toFile()).start();
        int exit = process.waitFor();
        if (exit != 0) {
            throw new IllegalStateException("import ended with " + exit);
        }
        return (System.nanoTime() - start) / 1e6;
    }

    private static double median(double... times) {
        java.util.Arrays.sort(times);
        return times[times.length / 2];
    }
}
