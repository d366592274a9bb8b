package org.stele.linkage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Reads lists from comma-separated files in UTF-8 with a header line (RFC 4180; blanks around a value are dropped, an empty value is
 * missing). Several files with the same columns become one set of records. A file is held in memory while it is read, so up to 2 GB each.
 */
public final class CsvLists {

    /** Bytes that one thread reads at a time. */
    private static final int PART = 1 << 22;

    private record Source(String name, Path file) { }

    private final String idColumn;
    private final List<String> columns;
    private final List<Source> sources = new ArrayList<>();

    private CsvLists(String idColumn, List<String> columns) {
        this.idColumn = idColumn;
        this.columns = columns;
    }

    /** Will take these columns, and one that identifies the records. */
    public static CsvLists columns(String idColumn, String... columns) {
        return new CsvLists(idColumn, List.of(columns));
    }

    /** Adds a file. */
    public CsvLists file(String source, Path file) {
        sources.add(new Source(source, file));
        return this;
    }

    /** @throws IllegalArgumentException if a file lacks a column, a row has too few values, or a quotation never ends; it names file and place */
    public Records read(int threads) throws IOException {
        var ids = new ArrayList<String>();
        var source = new ColumnBuilder("source", 1 << 16);
        List<ColumnBuilder> builders = columns.stream().map(name -> new ColumnBuilder(name, 1 << 16)).toList();
        for (Source from : sources) {
            byte[] bytes = Files.readAllBytes(from.file);
            try {
                int sourceCode = source.code(from.name);
                int[] wanted = wanted(bytes);
                List<int[]> parts = parts(bytes, wanted[wanted.length - 1]);
                Pieces.run(parts.size(), threads, at -> CsvPart.read(bytes, parts.get(at)[0], parts.get(at)[1], wanted), (at, part) -> {
                    part.addTo(ids, builders);
                    for (int row = 0; row < part.rows(); row++) {
                        source.addCode(sourceCode);
                    }
                });
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("%s: %s".formatted(from.file.getFileName(), e.getMessage()), e);
            }
        }
        var built = new LinkedHashMap<String, Column>();
        for (ColumnBuilder builder : builders) {
            Column column = builder.build();
            built.put(column.name(), column);
        }
        return new Records(ids.toArray(String[]::new), source.build(), built);
    }

    /** Positions of identifier and columns in the header; last, where the rows begin. */
    private int[] wanted(byte[] bytes) {
        int end = 0;
        while (end < bytes.length && bytes[end] != '\n') {
            end++;
        }
        String line = new String(bytes, 0, end, StandardCharsets.UTF_8).strip();
        List<String> header = List.of((line.startsWith("\uFEFF") ? line.substring(1) : line).split(",")).stream().map(name -> name.strip().replace("\"", "")).toList();
        int[] wanted = new int[columns.size() + 2];
        wanted[0] = position(header, idColumn);
        for (int i = 0; i < columns.size(); i++) {
            wanted[i + 1] = position(header, columns.get(i));
        }
        wanted[wanted.length - 1] = Math.min(bytes.length, end + 1);
        return wanted;
    }

    private static int position(List<String> header, String name) {
        int at = header.indexOf(name);
        if (at < 0) {
            throw new IllegalArgumentException("there is no column '%s' in the header %s".formatted(name, header));
        }
        return at;
    }

    /** Cuts behind line feeds that no quotation holds. Only a sign at the beginning of a value opens one: 5" stays as it is. */
    private static List<int[]> parts(byte[] bytes, int start) {
        var parts = new ArrayList<int[]>();
        boolean beginning = true;
        int from = start;
        for (int i = start; i < bytes.length; i++) {
            byte b = bytes[i];
            if (b == '"' && beginning) {
                i = CsvPart.behindQuotation(bytes, i, bytes.length) - 1;
                beginning = false;
            } else {
                beginning = b == ',' || b == '\n' || b == ' ' && beginning;
                if (b == '\n' && i - from >= PART) {
                    parts.add(new int[] {from, i + 1});
                    from = i + 1;
                }
            }
        }
        if (from < bytes.length) {
            parts.add(new int[] {from, bytes.length});
        }
        return parts;
    }
}
