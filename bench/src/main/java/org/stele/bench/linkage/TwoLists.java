package org.stele.bench.linkage;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.stele.linkage.synthetic.SyntheticLists;

/** Two of the ten generated sources: lists of about so many records each, no person twice in either, many in both. */
final class TwoLists {

    private static final int SOURCES = 10;
    private static final int SOURCE = 2;

    private TwoLists() {
    }

    static Path[] write(Path folder, int each) throws IOException {
        Path a = folder.resolve("list-a-%d.csv".formatted(each));
        Path b = folder.resolve("list-b-%d.csv".formatted(each));
        if (!Files.exists(a) || !Files.exists(b)) {
            try (BufferedWriter toA = Files.newBufferedWriter(a); BufferedWriter toB = Files.newBufferedWriter(b)) {
                toA.write(SyntheticLists.HEADER + "\n");
                toB.write(SyntheticLists.HEADER + "\n");
                new SyntheticLists(each * SOURCES, 0, 1, 7).each(values -> {
                    BufferedWriter to = values.get(SOURCE).equals("list 1") ? toA : values.get(SOURCE).equals("list 4") ? toB : null;
                    if (to != null) {
                        to.write(String.join(",", values) + "\n");
                    }
                });
            }
        }
        return new Path[] {a, b};
    }
}
