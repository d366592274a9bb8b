package org.stele.places;

import java.util.ArrayList;
import java.util.List;

/** Reads comma-separated values (RFC 4180), small tables whole. */
final class Csv {

    private Csv() {
    }

    /** @throws IllegalArgumentException for a quote that is never closed or stands within a cell: rows would run into one another unseen */
    static List<List<String>> read(String text) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        boolean closed = false;
        int line = 1;
        int opened = 0;
        for (int i = text.startsWith("\ufeff") ? 1 : 0; i < text.length(); i++) {
            char c = text.charAt(i);
            line += c == '\n' ? 1 : 0;
            if (quoted) {
                if (c != '"') {
                    cell.append(c);
                } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    cell.append('"');
                    i++;
                } else {
                    quoted = false;
                    closed = true;
                }
            } else if (c == '"') {
                if (closed || !cell.isEmpty()) {
                    throw new IllegalArgumentException("line " + line + ": a quote stands within a cell: put the cell into quotes and double those within it");
                }
                quoted = true;
                opened = line;
            } else if (c == ',') {
                row.add(take(cell));
                closed = false;
            } else if (c == '\n') {
                row.add(take(cell));
                rows.add(row);
                row = new ArrayList<>();
                closed = false;
            } else if (c != '\r') {
                if (closed) {
                    throw new IllegalArgumentException("line " + line + ": '" + c + "' follows a closing quote: double the quotes within the cell");
                }
                cell.append(c);
            }
        }
        if (quoted) {
            throw new IllegalArgumentException("line " + opened + ": a cell opens with a quote that is never closed");
        }
        if (!cell.isEmpty() || !row.isEmpty()) {
            row.add(take(cell));
            rows.add(row);
        }
        return rows;
    }

    private static String take(StringBuilder cell) {
        String text = cell.toString();
        cell.setLength(0);
        return text;
    }
}
