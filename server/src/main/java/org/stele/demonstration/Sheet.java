package org.stele.demonstration;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A table of the demonstration's own resources: lines of cells between commas, remarks after {@code #}, the first other line the
 * heading. No cell holds a comma.
 */
record Sheet(List<String> columns, List<Map<String, String>> rows) {

    static final String FOLDER = "/demonstration/";

    static Sheet read(String name) {
        try (var reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Sheet.class.getResourceAsStream(FOLDER + name), name), StandardCharsets.UTF_8))) {
            List<String> lines = reader.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
            List<String> columns = List.of(lines.getFirst().split(","));
            List<Map<String, String>> rows = new ArrayList<>();
            for (String line : lines.subList(1, lines.size())) {
                rows.add(row(name, columns, line));
            }
            return new Sheet(columns, List.copyOf(rows));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> row(String name, List<String> columns, String line) {
        String[] cells = line.split(",", -1);
        if (cells.length != columns.size()) {
            throw new IllegalStateException("%s: %d cells instead of %d in: %s".formatted(name, cells.length, columns.size(), line));
        }
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < cells.length; i++) {
            row.put(columns.get(i), cells[i]);
        }
        return row;
    }
}
