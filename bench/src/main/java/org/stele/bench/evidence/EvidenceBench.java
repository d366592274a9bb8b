package org.stele.bench.evidence;

import java.nio.file.Path;
import java.util.List;

/** Vault, sealed log and backup in turn. Prints Markdown tables; {@code bench/evidence} calls it. */
final class EvidenceBench {

    private EvidenceBench() {
    }

    /** @param arguments the project's folder, a folder to work in, MiB of the large file, turns, then which: vault, log, backup */
    public static void main(String[] arguments) {
        int exit = 0;
        try {
            run(arguments);
        } catch (Exception e) {
            e.printStackTrace();
            exit = 1;
        }
        // The database's threads would keep the process alive.
        System.exit(exit);
    }

    private static void run(String[] arguments) throws Exception {
        Path work = Path.of(arguments[1]);
        long large = Long.parseLong(arguments[2]) << 20;
        List<String> which = List.of(arguments).subList(4, arguments.length);
        List<Originals> originals = which.contains("vault") || which.contains("backup")
                ? List.of(Originals.write(work.resolve("small"), "1,000 files of 100 kB", 1_000, 100_000),
                        Originals.write(work.resolve("large"), "one file of %,d MiB".formatted(large >> 20), 1, large))
                : List.of();
        if (!originals.isEmpty() && !Machine.forget(originals.getFirst().files())) {
            System.out.println("\nThe system would not forget files it holds in memory (GNU dd is missing): reads may have come from there.");
        }
        if (which.contains("vault")) {
            new VaultSpeed(work, Integer.parseInt(arguments[3])).run(originals);
        }
        if (which.contains("log")) {
            new LogSpeed(work).run();
        }
        if (which.contains("backup")) {
            new BackupSpeed(Path.of(arguments[0]), work, Integer.parseInt(arguments[3])).run(originals);
        }
    }
}
