package org.stele.bench.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** {@code stele backup} and {@code stele restore} as whole processes, against restic on the same originals where it is installed. */
final class BackupSpeed {

    private static final Map<String, String> RESTIC = Map.of("RESTIC_PASSWORD", "benchmark", "RESTIC_PROGRESS_FPS", "0.01");

    private final Path project;
    private final Path work;

    BackupSpeed(Path project, Path work) {
        this.project = project;
        this.work = work;
    }

    void run(List<Originals> originals) throws Exception {
        long bytes = originals.stream().mapToLong(Originals::bytes).sum();
        Path data = work.resolve("backed-up");
        String stele = project.resolve("stele").toString();
        call(Map.of(), stele, "evidence", "add", work.resolve("large").toString(), work.resolve("small").toString(), "--kind", "open-source", "--source", "benchmark",
                "--obtained-by", "benchmark", "--obtained-at", "2020-11-24", "--consent", "internal", "--by", "benchmark", "--data", data.toString());
        String to = work.resolve("backup").toString();
        double backup = call(Map.of(), stele, "backup", to, "--originals", "all", "--data", data.toString());
        double again = call(Map.of(), stele, "backup", to, "--data", data.toString());
        double restore = call(Map.of(), stele, "restore", to, "--identity", data.resolve("keys/service.identity").toString(), "--data", work.resolve("restored").toString());
        System.out.printf("%n### Backup%n%n| %,d MiB of originals, whole processes | first backup | again, nothing new | restore | load |%n|---|---:|---:|---:|---:|%n", bytes >> 20);
        row("Stele: register, keys and originals; new files read back", bytes, backup, again, restore);
        restic(originals, bytes);
    }

    private void restic(List<Originals> originals, long bytes) throws IOException, InterruptedException {
        try {
            new ProcessBuilder("restic", "version").redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
        } catch (IOException missing) {
            System.out.println("\nrestic is not installed here: nothing to compare with.");
            return;
        }
        String repository = work.resolve("restic").toString();
        call(RESTIC, "restic", "--quiet", "init", "--repo", repository);
        String[] backup = {"restic", "--quiet", "--no-cache", "--repo", repository, "backup", work.resolve("large").toString(), work.resolve("small").toString()};
        for (Originals each : originals) {
            Machine.forget(each.files());
        }
        double first = call(RESTIC, backup);
        double again = call(RESTIC, backup);
        double restore = call(RESTIC, "restic", "--quiet", "--no-cache", "--repo", repository, "restore", "latest", "--target", work.resolve("restic-restored").toString());
        row("restic: the originals alone; nothing read back", bytes, first, again, restore);
    }

    private static void row(String what, long bytes, double first, double again, double restore) {
        double mib = bytes / (double) (1 << 20);
        System.out.printf(Locale.ROOT, "| %s | %.1f s, **%.0f MiB/s** | %.1f s | %.1f s, **%.0f MiB/s** | %.1f |%n", what, first, mib / first, again, restore, mib / restore,
                Machine.load());
    }

    private double call(Map<String, String> environment, String... command) throws IOException, InterruptedException {
        System.err.println(String.join(" ", command));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT)
                .redirectOutput(work.resolve("said").toFile());
        builder.environment().putAll(environment);
        long start = System.nanoTime();
        if (builder.start().waitFor() != 0) {
            throw new IllegalStateException(command[0] + " failed: " + Files.readString(work.resolve("said")));
        }
        return (System.nanoTime() - start) / 1e9;
    }
}
