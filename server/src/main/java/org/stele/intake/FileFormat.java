package org.stele.intake;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a file is to be read.
 *
 * @param encoding  of CSV and JSON; bytes that are not of it make the file faulty
 * @param delimiter of CSV; 0 to see from the heading which of , ; | and tab it is
 * @param sheet     of XLSX; the first if absent
 */
record FileFormat(Kind kind, Charset encoding, char delimiter, @Nullable String sheet) {

    enum Kind { CSV, XLSX, JSON }

    static final char DETECT = 0;
    static final FileFormat CSV = new FileFormat(Kind.CSV, StandardCharsets.UTF_8, DETECT, null);
    static final FileFormat XLSX = new FileFormat(Kind.XLSX, StandardCharsets.UTF_8, DETECT, null);
    static final FileFormat JSON = new FileFormat(Kind.JSON, StandardCharsets.UTF_8, DETECT, null);

    /** The kind that a file's name says it is. */
    static Optional<Kind> kindOf(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "csv", "tsv", "txt" -> Optional.of(Kind.CSV);
            case "xlsx" -> Optional.of(Kind.XLSX);
            case "json", "jsonl", "ndjson" -> Optional.of(Kind.JSON);
            default -> Optional.empty();
        };
    }
}
