package org.stele.intake;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/**
 * Reads one sheet of an XLSX workbook, row by row; only the table of shared texts is in memory. Dates, which a sheet holds as
 * numbers, become text as ISO 8601 writes them.
 */
final class XlsxRows implements Rows {

    /** More than any number in a list of people has. */
    private static final int MOST_DIGITS = 40;

    /** Texts in quotes, colours and conditions in brackets, escaped letters: none of them is a part of a date. */
    private static final Pattern NO_DATE_PARTS = Pattern.compile("\"[^\"]*\"|\\[[^]]*]|\\\\.");

    private final ReadableWorkbook workbook;
    private final Stream<org.dhatim.fastexcel.reader.Row> stream;
    private final Iterator<org.dhatim.fastexcel.reader.Row> iterator;
    private final List<String> columns;
    private long rows;

    private XlsxRows(ReadableWorkbook workbook, Stream<org.dhatim.fastexcel.reader.Row> stream) {
        this.workbook = workbook;
        this.stream = stream;
        this.iterator = stream.iterator();
        this.columns = heading();
    }

    static XlsxRows open(Path file, FileFormat format) throws IOException {
        XlsxParts.refuseTooLarge(file);
        ReadableWorkbook workbook;
        try {
            workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, false));
        } catch (IOException | RuntimeException e) {
            throw new FaultyFile("this is not an XLSX workbook: " + e.getMessage(), e);
        }
        try {
            return new XlsxRows(workbook, sheet(workbook, format.sheet()).openStream());
        } catch (FaultyFile e) {
            workbook.close();
            throw e;
        } catch (IOException | RuntimeException e) {
            workbook.close();
            throw new FaultyFile("the workbook cannot be read: " + e.getMessage(), e);
        }
    }

    private static Sheet sheet(ReadableWorkbook workbook, @Nullable String name) {
        if (name == null) {
            return workbook.getFirstSheet();
        }
        return workbook.findSheet(name).orElseThrow(() -> new FaultyFile("the workbook has no sheet '%s': it has %s".formatted(name,
                workbook.getSheets().map(Sheet::getName).toList())));
    }

    private List<String> heading() {
        while (iterator.hasNext()) {
            org.dhatim.fastexcel.reader.Row row = iterator.next();
            String[] cells = cells(row, 0);
            int filled = cells.length;
            while (filled > 0 && cells[filled - 1].isBlank()) {
                filled--;
            }
            if (filled > 0) {
                return Rows.heading(List.of(Arrays.copyOf(cells, filled)), row.getRowNum());
            }
        }
        throw FaultyFile.atLine(1, "the sheet is empty: its first row must name the columns");
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public @Nullable Row next() {
        try {
            while (iterator.hasNext()) {
                org.dhatim.fastexcel.reader.Row row = iterator.next();
                String[] cells = cells(row, columns.size());
                int filled = cells.length;
                while (filled > columns.size() && cells[filled - 1].isEmpty()) {
                    filled--;
                }
                if (!Arrays.stream(cells).allMatch(String::isEmpty)) {
                    return new Row(++rows, row.getRowNum(), List.of(Arrays.copyOf(cells, filled)), Rows.misfit(filled, columns.size()));
                }
            }
            return null;
        } catch (RuntimeException e) {
            throw new FaultyFile("the workbook cannot be read after row " + (rows + 1) + ": " + e.getMessage(), e);
        }
    }

    private static String[] cells(org.dhatim.fastexcel.reader.Row row, int least) {
        String[] cells = new String[Math.max(row.getCellCount(), least)];
        Arrays.fill(cells, "");
        for (int i = 0; i < row.getCellCount(); i++) {
            Cell cell = row.getCell(i);
            if (cell != null) {
                cells[i] = text(cell);
            }
        }
        return cells;
    }

    private static String text(Cell cell) {
        String raw = cell.getRawValue();
        if (raw == null || cell.getType() == CellType.EMPTY) {
            return "";
        }
        if (cell.getType() == CellType.NUMBER) {
            String format = cell.getDataFormatString();
            return format != null && isDate(format) ? date(cell) : plain(raw);
        }
        return cell.getType() == CellType.STRING ? cell.asString() : cell.getText();
    }

    /** A number as people write it; one of more digits than anybody writes stays as it stands, for written out it could fill the memory. */
    static String plain(String raw) {
        BigDecimal number = new BigDecimal(raw).stripTrailingZeros();
        return Math.abs((long) number.scale()) > MOST_DIGITS ? raw : number.toPlainString();
    }

    private static boolean isDate(String format) {
        String parts = NO_DATE_PARTS.matcher(format).replaceAll("");
        return parts.chars().anyMatch(c -> "yYdD".indexOf(c) >= 0);
    }

    private static String date(Cell cell) {
        LocalDateTime time = cell.asDate();
        return time.toLocalTime().equals(LocalTime.MIDNIGHT) ? time.toLocalDate().toString() : time.toString();
    }

    @Override
    public void close() throws IOException {
        stream.close();
        workbook.close();
    }
}
