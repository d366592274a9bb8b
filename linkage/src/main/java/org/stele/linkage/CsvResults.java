package org.stele.linkage;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes what was found as comma-separated files. */
public final class CsvResults {

    private CsvResults() {
    }

    /** One line for each pair: both identifiers and the weight in bits, to the last digit. */
    public static void write(ScoredPairs pairs, Records records, Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("left,right,weight\n");
            for (int i = 0; i < pairs.size(); i++) {
                out.write(quoted(records.id(pairs.left(i))));
                out.write(',');
                out.write(quoted(records.id(pairs.right(i))));
                out.write(',');
                out.write(Double.toString(pairs.weight(i)));
                out.write('\n');
            }
        }
    }

    /** One line for each record: its identifier and that of the first record of its person. */
    public static void write(People people, Records records, Path file) throws IOException {
        int[] personOf = people.personOf();
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("record,person\n");
            for (int row = 0; row < personOf.length; row++) {
                out.write(quoted(records.id(row)));
                out.write(',');
                out.write(quoted(records.id(personOf[row])));
                out.write('\n');
            }
        }
    }

    private static String quoted(String id) {
        boolean plain = true;
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            plain &= c != ',' && c != '"' && c != '\n' && c != '\r';
        }
        return plain ? id : '"' + id.replace("\"", "\"\"") + '"';
    }
}
