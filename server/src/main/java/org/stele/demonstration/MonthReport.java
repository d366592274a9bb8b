package org.stele.demonstration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stele.history.Version;
import org.stele.language.Language;
import org.stele.reports.Edition;
import org.stele.reports.Editions;
import org.stele.reports.Order;
import org.stele.reports.Reports;

/** The demonstration's report: drafted, checked and released by two invented people, as the codebook asks for, and put into a folder. */
public final class MonthReport {

    private static final String EDITOR = "synthetic editor";
    private static final String REVIEWER = "synthetic reviewer";

    private final Reports reports;
    private final Editions editions;

    public MonthReport(Reports reports, Editions editions) {
        this.reports = reports;
        this.editions = editions;
    }

    /**
     * Writes the report in both languages as a page and as PDF, with its figures as JSON. Written once already, it is taken as it is.
     *
     * @return the files, in order of name
     */
    public List<Path> writeTo(Path folder) {
        return put(reports.read(released().orElseGet(this::release)), folder);
    }

    private Optional<Edition> released() {
        return editions.of(Reports.MONTHLY, Headline.MONTH).stream().map(Version::record)
                .filter(edition -> edition.asOf().equals(Headline.REPORTED) && edition.state() instanceof Edition.State.Released).findFirst();
    }

    private Edition release() {
        // The names are invented, so they may be told.
        var order = new Order(Headline.MONTH, List.of(Language.values()), Headline.REPORTED, Set.copyOf(Order.FORMATS), null, true, EDITOR);
        Reports.Written written = reports.write(order);
        Edition edition = written.edition().record();
        if (edition.state() instanceof Edition.State.Draft) {
            edition = reports.check(written.edition().id(), REVIEWER).record();
        }
        if (edition.state() instanceof Edition.State.Checked) {
            edition = reports.release(written.edition().id(), REVIEWER).record();
        }
        return edition;
    }

    private static List<Path> put(Map<String, byte[]> files, Path folder) {
        List<Path> paths = new ArrayList<>();
        try {
            Files.createDirectories(folder);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Path path = folder.resolve(file.getKey());
                Path unfinished = folder.resolve(file.getKey() + ".new");
                Files.write(unfinished, file.getValue());
                Files.move(unfinished, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
                paths.add(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The report could not be put into " + folder + ": " + e.getMessage(), e);
        }
        return paths.stream().sorted().toList();
    }
}
