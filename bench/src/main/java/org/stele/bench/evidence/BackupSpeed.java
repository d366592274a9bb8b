package org.stele.bench.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** {@code stele backup} and {@code stele restore} as whole processes, in turns with restic on the same originals where it is installed. */
final class BackupSpeed {

    private static final Map<String, String> RESTIC = Map.of("RESTIC_PASSWORD", "benchmark", "RESTIC_PROGRESS_FPS", "0.01");

    private final Path project;
    private final Path work;
    private final int turns;

    BackupSpeed(Path project, Path work, int turns) {
        this.project = project;
        this.work = work;
        this.turns = turns;
    }

    /** Seconds of one turn. */
    private record Turn(double first, double again, double restore) {
    }

    void run(List<Originals> originals) throws Exception {
        long bytes = originals.stream().mapToLong(Originals::bytes).sum();
        Path data = work.resolve("backed-up");
        call(Map.of(), stele(), "evidence", "add", work.resolve("large").toString(), work.resolve("small").toString(), "--kind", "open-source", "--source", "benchmark",
                "--obtained-by", "benchmark", "--obtained-at", "2020-11-24", "--consent", "internal", "--by", "benchmark", "--data", data.toString());
        boolean compared = hasRestic();
        List<Turn> ours = new ArrayList<>();
        List<Turn> theirs = new ArrayList<>();
        for (int turn = 0; turn < turns; turn++) {
            // First and last in turns: what a machine below this one remembers helps whoever comes later.
            for (boolean own : turn % 2 == 0 ? new boolean[] {true, false} : new boolean[] {false, true}) {
                if (own) {
                    Machine.forget(Machine.filesBelow(data.resolve("vault")));
                    ours.add(stele(data, work.resolve("backup-" + turn), work.resolve("restored-" + turn)));
                } else if (compared) {
                    for (Originals each : originals) {
                        Machine.forget(each.files());
                    }
                    theirs.add(restic(work.resolve("restic-" + turn), work.resolve("restic-restored-" + turn)));
                }
            }
        }
        System.out.printf("%n### Backup%n%n| %,d MiB of originals, whole processes, median of %d turns (span) | first backup, s | again, nothing new | restore | load |%n|---|---:|---:|---:|---:|%n",
                bytes >> 20, turns);
        row("Stele: register, keys and originals; new files read back", bytes, ours);
        if (compared) {
            row("restic: the originals alone; nothing read back", bytes, theirs);
        } else {
            System.out.println("\nrestic is not installed here: nothing to compare with.");
        }
    }

    private String stele() {
        return project.resolve("stele").toString();
    }

    private Turn stele(Path data, Path to, Path restored) throws IOException, InterruptedException {
        double first = call(Map.of(), stele(), "backup", to.toString(), "--originals", "all", "--data", data.toString());
        double again = call(Map.of(), stele(), "backup", to.toString(), "--data", data.toString());
        double restore = call(Map.of(), stele(), "restore", to.toString(), "--identity", data.resolve("keys/service.identity").toString(), "--data", restored.toString());
        remove(to, restored);
        return new Turn(first, again, restore);
    }

    private static boolean hasRestic() throws InterruptedException {
        try {
            return new ProcessBuilder("restic", "version").redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
        } catch (IOException missing) {
            return false;
        }
    }

    private Turn restic(Path repository, Path restored) throws IOException, InterruptedException {
        call(RESTIC, "restic", "--quiet", "init", "--repo", repository.toString());
        String[] backup = {"restic", "--quiet", "--no-cache", "--repo", repository.toString(), "backup", work.resolve("large").toString(), work.resolve("small").toString()};
        double first = call(RESTIC, backup);
        double again = call(RESTIC, backup);
        double restore = call(RESTIC, "restic", "--quiet", "--no-cache", "--repo", repository.toString(), "restore", "latest", "--target", restored.toString());
        remove(repository, restored);
        return new Turn(first, again, restore);
    }

    private void remove(Path... folders) throws IOException, InterruptedException {
        for (Path each : folders) {
            call(Map.of(), "rm", "-rf", each.toString());
        }
    }

    private static void row(String what, long bytes, List<Turn> turns) {
        System.out.printf(Locale.ROOT, "| %s | %s | %s | %s | %.1f |%n", what, cell(turns.stream().map(Turn::first).toList(), bytes), cell(turns.stream().map(Turn::again).toList(), 0),
                cell(turns.stream().map(Turn::restore).toList(), bytes), Machine.load());
    }

    private static String cell(List<Double> seconds, long bytes) {
        List<Double> sorted = seconds.stream().sorted().toList();
        double median = (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2;
        String rate = bytes == 0 ? "" : String.format(Locale.ROOT, ", **%.0f MiB/s**", bytes / (double) (1 << 20) / median);
        return String.format(Locale.ROOT, "%.1f (%.1f–%.1f)%s", median, sorted.getFirst(), sorted.getLast(), rate);
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
