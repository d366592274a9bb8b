package org.stele.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The rows of a file, one after the other; memory does not grow with their number. */
interface Rows extends AutoCloseable {

    /** Names of the columns, each once. */
    List<String> columns();

    /** The next row; none at the end.
     *  @throws FaultyFile if the file cannot be read on from here */
    @Nullable Row next() throws IOException;

    @Override
    void close() throws IOException;

    /** Opens a file in the declared format; of a rejects file, the rows of the list it came from. */
    static Rows open(Path file, FileFormat format) throws IOException {
        return RejectsRows.of(switch (format.kind()) {
            case CSV -> CsvRows.open(file, format);
            case XLSX -> XlsxRows.open(file, format);
            case JSON -> JsonRows.open(file, format);
        });
    }

    /** The heading with names trimmed. A column without a name is called by its place, so that its cells are kept too. */
    static List<String> heading(List<String> cells, long line) {
        List<String> names = IntStream.range(0, cells.size())
                .mapToObj(i -> cells.get(i).isBlank() ? "(column " + (i + 1) + ")" : cells.get(i).strip()).toList();
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!seen.add(name)) {
                throw FaultyFile.atLine(line, "the column '" + name + "' stands twice in the heading: rename one of them");
            }
        }
        return names;
    }

    static @Nullable String misfit(int cells, int columns) {
        return cells == columns ? null
                : "The row has %d cells, the heading has %d columns: a delimiter within a cell, or a broken line?".formatted(cells, columns);
    }
}
