package org.stele.intake;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads CSV as RFC 4180 has it, any line end, any of four delimiters. Strict where leniency would swallow rows: a quote that is
 * never closed and letters after a closing quote are errors with their line. This reader is our own because FastCSV 4.1, the likely
 * choice, was seen to take an open quote in silence, and to make one cell of all the rows that follow it.
 */
final class CsvRows implements Rows {

    /** No cell is longer, unless a quote was left open; in characters. */
    static final int LONGEST_CELL = 1_000_000;

    private static final int END = -1;
    private static final char[] DELIMITERS = {',', ';', '\t', '|'};

    private final Reader in;
    private final CellCache cache = new CellCache();
    private final char[] buffer = new char[1 << 16];
    private int position;
    private int limit;
    private char[] cell = new char[1024];
    private int length;
    private long line = 1;
    private long rows;
    private char delimiter;
    private List<String> columns = List.of();
    private boolean quoted;

    private CsvRows(Reader in, char delimiter) {
        this.in = in;
        this.delimiter = delimiter;
    }

    static CsvRows open(Path file, FileFormat format) throws IOException {
        return open(new StrictText(Files.newInputStream(file), format.encoding()), format.delimiter());
    }

    static CsvRows open(Reader in, char delimiter) throws IOException {
        CsvRows rows = new CsvRows(in, delimiter);
        try {
            rows.readHeading();
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
        return rows;
    }

    private void readHeading() throws IOException {
        peek();
        if (delimiter == FileFormat.DETECT) {
            delimiter = detect();
        }
        List<String> heading = record(16);
        if (heading == null) {
            throw FaultyFile.atLine(1, "the file is empty: its first row must name the columns");
        }
        columns = Rows.heading(heading, 1);
    }

    /** The delimiter that stands most often in the first line, outside quotes. */
    private char detect() {
        int[] counts = new int[DELIMITERS.length];
        boolean inQuotes = false;
        for (int i = position; i < limit && (inQuotes || (buffer[i] != '\n' && buffer[i] != '\r')); i++) {
            inQuotes ^= buffer[i] == '"';
            for (int d = 0; d < DELIMITERS.length; d++) {
                counts[d] += !inQuotes && buffer[i] == DELIMITERS[d] ? 1 : 0;
            }
        }
        int best = 0;
        for (int d = 1; d < DELIMITERS.length; d++) {
            best = counts[d] > counts[best] ? d : best;
        }
        return DELIMITERS[best];
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public @Nullable Row next() throws IOException {
        while (true) {
            long start = line;
            List<String> cells = record(columns.size());
            if (cells == null) {
                return null;
            }
            boolean blank = cells.size() == 1 && cells.getFirst().isEmpty() && !quoted;
            if (!blank) {
                return new Row(++rows, start, cells, Rows.misfit(cells.size(), columns.size()));
            }
        }
    }

    private @Nullable List<String> record(int expected) throws IOException {
        if (peek() == END) {
            return null;
        }
        String[] cells = new String[expected];
        int count = 0;
        quoted = false;
        int end;
        do {
            length = 0;
            end = peek() == '"' ? quotedCell() : plainCell();
            if (count == cells.length) {
                cells = Arrays.copyOf(cells, count * 2 + 1);
            }
            cells[count++] = cache.get(cell, 0, length);
        } while (end == delimiter);
        return List.of(count == cells.length ? cells : Arrays.copyOf(cells, count));
    }

    /** Reads up to and including what ends the cell, and returns that: the delimiter, a line end or the file's end. */
    private int plainCell() throws IOException {
        while (true) {
            int c = take();
            if (c == delimiter || c == END) {
                return c;
            }
            if (c == '\n' || c == '\r') {
                return lineEnd(c);
            }
            keep((char) c, line);
        }
    }

    private int quotedCell() throws IOException {
        long start = line;
        quoted = true;
        take();
        while (true) {
            int c = take();
            if (c == END) {
                throw FaultyFile.atLine(start, "a cell opens with a quote that is never closed: close it, or double the quotes within the cell");
            }
            if (c == '"') {
                if (peek() != '"') {
                    break;
                }
                take();
            } else if (c == '\n') {
                line++;
            }
            keep((char) c, start);
        }
        int c = take();
        if (c == '\n' || c == '\r') {
            return lineEnd(c);
        }
        if (c != delimiter && c != END) {
            throw FaultyFile.atLine(line, "'%c' follows a closing quote: double the quotes within the cell that begins on line %d".formatted((char) c, start));
        }
        return c;
    }

    private int lineEnd(int c) throws IOException {
        if (c == '\r' && peek() == '\n') {
            take();
        }
        line++;
        return '\n';
    }

    private void keep(char c, long start) {
        if (length == cell.length) {
            if (length >= LONGEST_CELL) {
                throw FaultyFile.atLine(start, "a cell is longer than %,d characters: is a quote left open?".formatted(LONGEST_CELL));
            }
            cell = Arrays.copyOf(cell, Math.min(length * 2, LONGEST_CELL));
        }
        cell[length++] = c;
    }

    private int take() throws IOException {
        return position < limit || fill() ? buffer[position++] : END;
    }

    private int peek() throws IOException {
        return position < limit || fill() ? buffer[position] : END;
    }

    private boolean fill() throws IOException {
        limit = Math.max(in.read(buffer, 0, buffer.length), 0);
        position = 0;
        return limit > 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
