package org.stele.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * A row as its statement keeps it: a JSON object of column to cell, in the file's order. Empty cells are left out; which columns the
 * file had is kept with the import run.
 */
final class RowWords {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> CELLS = new TypeReference<>() {
    };

    private final List<String> quotedColumns;
    private final StringBuilder json = new StringBuilder(512);

    RowWords(Columns columns) {
        this.quotedColumns = columns.names().stream().map(name -> quote(new StringBuilder(), name).append(':').toString()).toList();
    }

    String of(Row row) {
        json.setLength(0);
        json.append('{');
        for (int i = 0; i < row.cells().size(); i++) {
            String cell = row.cell(i);
            if (!cell.isEmpty()) {
                if (json.length() > 1) {
                    json.append(',');
                }
                if (i < quotedColumns.size()) {
                    json.append(quotedColumns.get(i));
                } else {
                    quote(json, "(cell " + (i + 1) + ")").append(':');
                }
                quote(json, cell);
            }
        }
        return json.append('}').toString();
    }

    private static StringBuilder quote(StringBuilder json, String text) {
        json.append('"');
        int done = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '"' || c == '\\') {
                json.append(text, done, i);
                done = i + 1;
                if (c >= ' ') {
                    json.append('\\').append(c);
                } else {
                    json.append("\\u00").append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
                }
            }
        }
        return json.append(text, done, text.length()).append('"');
    }

    /** The cells of an earlier statement by column; none if it is not a row. */
    static @Nullable Map<String, String> cells(String words) {
        try {
            return new HashMap<>(MAPPER.readValue(words, CELLS));
        } catch (RuntimeException e) {
            return null;
        }
    }

    /** An earlier statement as a row of this file; cells of columns that the file no longer has are left out. */
    static Row asRow(Map<String, String> cells, Columns columns) {
        return new Row(0, 0, columns.names().stream().map(name -> cells.getOrDefault(name, "")).toList(), null);
    }
}
