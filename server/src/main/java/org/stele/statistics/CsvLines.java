package org.stele.statistics;

import java.util.List;

/** Lines of comma-separated values (RFC 4180), begun with a byte-order mark so that spreadsheet programs read Arabic as Arabic. */
final class CsvLines {

    private final StringBuilder text = new StringBuilder("\uFEFF");

    void add(List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            boolean quoted = cell.indexOf(',') >= 0 || cell.indexOf('"') >= 0 || cell.indexOf('\n') >= 0 || cell.indexOf('\r') >= 0;
            text.append(i == 0 ? "" : ",").append(quoted ? '"' + cell.replace("\"", "\"\"") + '"' : cell);
        }
        text.append("\r\n");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
