package org.stele.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.UncategorizedSQLException;
import org.stele.codebook.Codebook;
import org.stele.codebook.Fault;
import org.stele.places.Gazetteer;
import org.stele.register.SaidBefore;
import org.stele.register.Sources;

/** Imports lists into the register. */
public final class Imports {

    /** First key of the advisory locks that imports hold, one for each source; the bytes spell "impo". */
    private static final int IMPORT = 0x696d706f;

    private final DataSource dataSource;
    private final BatchWriter.Register register;
    private final Sources sources;
    private final Supplier<Codebook> codebook;
    private final Supplier<Gazetteer> gazetteer;

    Imports(DataSource dataSource, BatchWriter.Register register, Sources sources, Supplier<Codebook> codebook, Supplier<Gazetteer> gazetteer) {
        this.dataSource = dataSource;
        this.register = register;
        this.sources = sources;
        this.codebook = codebook;
        this.gazetteer = gazetteer;
    }

    /**
     * Imports a file. It is read through once before anything is written; then each batch is durable when progress is told of it. A run
     * that was broken off is finished by running it again: rows taken in before are repeats.
     *
     * @throws FaultyMapping with every fault of the mapping; nothing was written
     * @throws FaultyFile    if the file cannot be read as the mapping says, or lacks a column; nothing was written
     */
    public ImportReport run(ImportOrder order, ImportProgress progress) throws IOException {
        long start = System.nanoTime();
        Mapping mapping = MappingFile.read(order.mapping(), codebook.get(), LocalDate.now(ZoneOffset.UTC));
        Gazetteer places = gazetteer.get();
        refuseUnknownPlaces(order, mapping, places);
        RejectsFile.refuseToOverwrite(order.rejects(), order.file());
        Delivery delivery = Delivery.look(order.file(), mapping);
        Tally tally = new Tally();
        DeclaredSource declared = new DeclaredSource(mapping, register, sources, tally);
        if (order.dryRun()) {
            return run(order, mapping, places, delivery, declared.tried(), 0, tally, progress, start);
        }
        long source = declared.found(order.by());
        try (Connection held = dataSource.getConnection()) {
            lock(held, source, mapping);
            try {
                declared.bring(source, order.by());
                long run = register.runs().begin(source, delivery, mapping, order.by());
                ImportReport report = run(order, mapping, places, delivery, source, run, tally, progress, start);
                register.runs().end(run, report);
                return report;
            } finally {
                unlock(held, source);
            }
        } catch (SQLException e) {
            throw new UncategorizedSQLException("import", null, e);
        }
    }

    private ImportReport run(ImportOrder order, Mapping mapping, Gazetteer places, Delivery delivery, @Nullable Long source, long run,
            Tally tally, ImportProgress progress, long start) throws IOException {
        Columns columns = new Columns(delivery.columns());
        PlaceTally placeTally = new PlaceTally();
        SaidBefore before = source == null ? null : register.statements().saidBefore(source);
        progress.at(0, delivery.rows());
        try (Rows rows = Rows.open(delivery.path(), delivery.format()); RejectsFile rejects = new RejectsFile(order.rejects(), delivery.columns())) {
            BatchWriter writer = new BatchWriter(register, new BatchWriter.Run(run, source, before, order.dryRun(), delivery.name(), order.by()), tally,
                    rejects, new EarlierReading(mapping, columns, places));
            long[] read = new long[1];
            Pipeline.run(rows, new RowReading(mapping, columns, places, placeTally), batch -> {
                writer.write(batch);
                read[0] += batch.size();
                progress.at(read[0], delivery.rows());
            });
            delivery.refuseIfAltered(read[0]);
            List<ImportReport.OpenPlace> open = placeTally.list();
            return new ImportReport(delivery.name(), delivery.sha256(), mapping.name(), mapping.source().name(), order.dryRun(), read[0],
                    tally.added, tally.changed, tally.repeated, tally.rejected, tally.reasons(),
                    open.stream().filter(place -> place.candidates().isEmpty()).toList(),
                    open.stream().filter(place -> !place.candidates().isEmpty()).toList(),
                    List.copyOf(tally.conflicts), tally.conflictCount, List.copyOf(tally.sourceRevised), tally.incidentsRevised, List.copyOf(tally.disagreements), tally.disagreementCount,
                    rejects.written() == null ? null : rejects.written().toString(),
                    Duration.ofNanos(System.nanoTime() - start));
        }
    }

    private static void refuseUnknownPlaces(ImportOrder order, Mapping mapping, Gazetteer places) throws IOException {
        List<String> lines = Files.readAllLines(order.mapping());
        List<Fault> faults = mapping.placeCodes().stream().filter(code -> places.place(code).isEmpty())
                .map(code -> new Fault(order.mapping().toString(), 1 + line(lines, code), "the gazetteer has no place '" + code + "': import its places first, or correct the code"))
                .toList();
        if (!faults.isEmpty()) {
            throw new FaultyMapping(faults);
        }
    }

    /** The first line, from 0, on which the code stands as a word of its own. */
    private static int line(List<String> lines, String code) {
        Pattern word = Pattern.compile("(?<![\\w-])" + Pattern.quote(code) + "(?![\\w-])");
        return IntStream.range(0, lines.size()).filter(i -> word.matcher(lines.get(i)).find()).findFirst().orElse(0);
    }

    private static void lock(Connection connection, long source, Mapping mapping) throws SQLException {
        if (!ask(connection, "select pg_try_advisory_lock(?, ?)", source)) {
            throw new FaultyFile("another import of '" + mapping.source().name() + "' is under way: wait until it has ended");
        }
    }

    private static void unlock(Connection connection, long source) throws SQLException {
        ask(connection, "select pg_advisory_unlock(?, ?)", source);
    }

    private static boolean ask(Connection connection, String question, long source) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setInt(1, IMPORT);
            statement.setInt(2, (int) source);
            try (ResultSet answer = statement.executeQuery()) {
                answer.next();
                return answer.getBoolean(1);
            }
        }
    }
}
