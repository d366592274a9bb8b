package org.stele.intake;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rows that could not be taken, as CSV: where they stand, why, what to do, and the row as it was, so that it can be corrected
 * there and imported again. Made with the first such row; only its owner may read it, for it may name people.
 */
final class RejectsFile implements AutoCloseable {

    /** Lets spreadsheet programs see that it is UTF-8. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** Written before the list's own columns. */
    static final List<String> HEADING = List.of("rejected: row", "rejected: line", "rejected: column", "rejected: reason", "rejected: remedy");

    private final @Nullable Path path;
    private final List<String> columns;
    private @Nullable BufferedWriter out;

    /** @param path nowhere, if absent */
    RejectsFile(@Nullable Path path, List<String> columns) {
        this.path = path;
        this.columns = columns;
    }

    /** @throws FaultyFile if something else stands at the path, which writing there would destroy */
    static void refuseToOverwrite(@Nullable Path path, Path list) throws IOException {
        if (path != null && Files.exists(path) && Files.exists(list) && Files.isSameFile(path, list)) {
            throw new FaultyFile(path + " is the list itself, which its rejected rows would overwrite: name another file with --rejects");
        }
        if (path != null && Files.exists(path) && !is(path)) {
            throw new FaultyFile(path + " is there already and is no rejects file: name another with --rejects");
        }
    }

    /** Whether a file begins as rejects files do, whatever became of the rest. */
    static boolean is(Path path) throws IOException {
        byte[] expected = (BYTE_ORDER_MARK + HEADING.getFirst()).getBytes(StandardCharsets.UTF_8);
        try (InputStream in = Files.newInputStream(path)) {
            return Arrays.equals(in.readNBytes(expected.length), expected);
        }
    }

    @Nullable Path written() {
        return out == null ? null : path;
    }

    void add(Draft.Rejected rejected) throws IOException {
        if (path == null) {
            return;
        }
        BufferedWriter to = out(path);
        Row row = rejected.row();
        List<Reason> reasons = rejected.reasons();
        List<String> cells = new ArrayList<>(List.of(Long.toString(row.number()), Long.toString(row.line()),
                reasons.stream().map(Reason::column).collect(Collectors.joining("; ")),
                reasons.stream().map(reason -> reason.value().isEmpty() ? reason.what() : reason.what() + ": " + reason.value()).collect(Collectors.joining("; ")),
                reasons.stream().map(Reason::remedy).collect(Collectors.joining("; "))));
        cells.addAll(row.cells());
        line(to, cells);
    }

    private BufferedWriter out(Path path) throws IOException {
        BufferedWriter to = out;
        if (to == null) {
            Files.deleteIfExists(path);
            var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            FileChannel channel = path.getFileSystem().supportedFileAttributeViews().contains("posix")
                    ? FileChannel.open(path, options, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
                    : FileChannel.open(path, options);
            to = new BufferedWriter(new OutputStreamWriter(Channels.newOutputStream(channel), StandardCharsets.UTF_8));
            to.write(BYTE_ORDER_MARK);
            List<String> heading = new ArrayList<>(HEADING);
            heading.addAll(columns);
            line(to, heading);
            out = to;
        }
        return to;
    }

    private static void line(BufferedWriter out, List<String> cells) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            String cell = SafeCells.safe(cells.get(i));
            boolean quoted = cell.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
            out.write((i == 0 ? "" : ",") + (quoted ? '"' + cell.replace("\"", "\"\"") + '"' : cell));
        }
        out.write("\r\n");
    }

    @Override
    public void close() throws IOException {
        if (out != null) {
            out.close();
        }
    }
}
