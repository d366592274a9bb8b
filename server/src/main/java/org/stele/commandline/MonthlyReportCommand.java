package org.stele.commandline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stele.language.Language;
import org.stele.reports.Order;
import org.stele.reports.Reports;
import org.stele.statistics.QuestionSyntax;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Writes the report on one month. */
@Command(name = "monthly", sortOptions = false, description = {"Writes the report on one month as an edition, and its files.",
        "Where nothing has changed since the latest edition, its files are written again and no new edition is made."},
        footer = {"", "Examples:", "  stele report monthly 2020-11", "  stele report monthly 2020-11 --lang ar --format pdf --out reports",
            "  stele report monthly 2020-11 --as-of 2020-12-01 --json", "  stele report monthly 2020-11 --texts my-texts",
            "", "Exit codes: 0 written; 1 refused (figures contradict one another, a text holds a typed number, …), the lines say where."})
final class MonthlyReportCommand implements Callable<Integer> {

    @ParentCommand
    private ReportCommand report;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "YYYY-MM", description = "the month")
    private String month;

    @Option(names = "--lang", paramLabel = "LANG,…", hideParamSyntax = true, split = ",", defaultValue = "en,ar", description = "languages, of en and ar (default: ${DEFAULT-VALUE})")
    private List<String> languages = List.of();

    @Option(names = "--format", paramLabel = "FORMAT,…", hideParamSyntax = true, split = ",", defaultValue = "html,pdf,json", description = "files, of html, pdf and json (default: ${DEFAULT-VALUE})")
    private List<String> formats = List.of();

    @Option(names = "--out", paramLabel = "DIR", defaultValue = "reports", description = "where the files go (default: ${DEFAULT-VALUE})")
    private Path out;

    @Option(names = "--as-of", paramLabel = "INSTANT", description = "as known then: 2020-12-01T09:00:00Z, or 2020-12-01 for the end of that day (UTC); default: now")
    private @Nullable String asOf;

    @Option(names = "--texts", paramLabel = "DIR", description = "editors' own texts (topic.en.md, …) in the place of the programme's")
    private @Nullable Path texts;

    @Option(names = "--names", description = "tell notable cases with the victims' names: somebody has decided that they may be published")
    private boolean names;

    @Option(names = "--by", paramLabel = "NAME", description = "who drafts it (default: who runs this)")
    private @Nullable String by;

    @Option(names = "--json", description = "print a JSON object instead of lines")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        Order order = order();
        try (OpenRegister register = report.open()) {
            long began = System.nanoTime();
            Reports.Written written = register.get(Reports.class).write(order);
            List<Path> paths = put(out, written.files());
            print(written, paths, (System.nanoTime() - began) / 1e9);
        }
        return 0;
    }

    private Order order() {
        try {
            if (texts != null && !Files.isDirectory(texts)) {
                throw new IllegalArgumentException("There is no folder " + texts);
            }
            return new Order(YearMonth.parse(month), languages.stream().map(Language::ofTag).distinct().toList(), instant(), Set.copyOf(formats), texts, names, Answerable.or(by));
        } catch (DateTimeParseException e) {
            throw new ParameterException(spec.commandLine(), "'" + e.getParsedString() + "' is no month: write it as 2020-11", e);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    /** Read as every command reads it. */
    private @Nullable Instant instant() {
        return asOf == null ? null : new QuestionSyntax(List.of()).read(Map.of("as-of", List.of(asOf))).asOf();
    }

    /** A reader never sees half a file. */
    static List<Path> put(Path folder, Map<String, byte[]> files) throws IOException {
        Files.createDirectories(folder);
        List<Path> paths = new ArrayList<>();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Path partial = Files.write(folder.resolve(file.getKey() + ".part"), file.getValue());
            paths.add(Files.move(partial, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE));
        }
        return paths;
    }

    private void print(Reports.Written written, List<Path> paths, double seconds) {
        var writer = spec.commandLine().getOut();
        ReportCommand.EditionLine line = ReportCommand.EditionLine.of(written.edition());
        if (json) {
            Map<String, Object> told = new LinkedHashMap<>();
            told.put("edition", line);
            told.put("new", written.isNew());
            told.put("files", paths.stream().map(path -> path.toAbsolutePath().toString()).toList());
            writer.println(JsonMapper.builder().build().writeValueAsString(told));
        } else {
            writer.println((written.isNew() ? "Wrote " : "Nothing has changed: ") + line.text() + ", in %.1f s".formatted(seconds));
            paths.forEach(path -> writer.println("  " + path));
        }
        writer.flush();
    }
}
