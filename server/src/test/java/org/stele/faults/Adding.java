package org.stele.faults;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.stele.database.Database;

/** Another process that runs {@link AddLoop}, and what it has said. */
final class Adding implements AutoCloseable {

    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    private final Process process;
    private final LinkedBlockingQueue<String> said = new LinkedBlockingQueue<>();
    private final Thread listening;

    private Adding(Process process) {
        this.process = process;
        this.listening = Thread.ofPlatform().daemon().start(() -> {
            try (BufferedReader lines = process.inputReader()) {
                lines.lines().forEach(said::add);
            } catch (IOException | java.io.UncheckedIOException e) {
                said.add("the pipe broke: " + e);
            }
        });
    }

    /** @param login the database; none for one of its own in the folder */
    static Adding begin(Path data, long first, int threads, Database.@Nullable Login login) throws IOException {
        List<String> command = new ArrayList<>(List.of(JAVA.toString(), "-Xmx300m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:-UsePerfData",
                "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"), AddLoop.class.getName(), data.toString(),
                Long.toString(first), Integer.toString(threads)));
        if (login != null) {
            command.addAll(List.of(login.url(), String.valueOf(login.user()), String.valueOf(login.password())));
        }
        return new Adding(new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    /** Waits until it adds. */
    void ready() throws Exception {
        for (String line = next(); !line.equals("ready"); line = next()) {
            // What the JVM has to say first.
        }
    }

    private String next() throws Exception {
        String line = said.poll(120, TimeUnit.SECONDS);
        if (line == null || !process.isAlive() && said.isEmpty()) {
            throw new IOException("The other program did not begin: " + line + said);
        }
        return line;
    }

    /** Waits for so many acknowledgements. */
    void kept(int items) throws Exception {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        while (said.stream().filter(line -> line.startsWith("kept ")).count() < items) {
            if (System.nanoTime() > until || !process.isAlive()) {
                throw new IOException("The other program does not add: " + said);
            }
            Thread.sleep(1);
        }
    }

    /** kill -9. What it said before is kept. */
    Said kill() throws Exception {
        // By its handle: the process's own method also closes the pipe, and with it the last acknowledgements.
        process.toHandle().destroyForcibly();
        process.waitFor();
        listening.join(30_000);
        return Said.of(new ArrayList<>(said));
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /**
     * What a program had said when it was killed.
     *
     * @param kept   acknowledged: number of the sample and of the item
     * @param cutOff begun and neither acknowledged nor refused
     * @param failed refused, with the reason
     */
    record Said(Map<Long, Long> kept, TreeSet<Long> cutOff, List<String> failed) {

        static Said of(List<String> lines) {
            Map<Long, Long> kept = new TreeMap<>();
            TreeSet<Long> cutOff = new TreeSet<>();
            List<String> failed = new ArrayList<>();
            for (String line : lines) {
                String[] words = line.split(" ");
                switch (words[0]) {
                    case "begun" -> cutOff.add(Long.valueOf(words[1]));
                    case "kept" -> {
                        cutOff.remove(Long.valueOf(words[1]));
                        kept.put(Long.valueOf(words[1]), Long.valueOf(words[2]));
                    }
                    case "failed" -> {
                        cutOff.remove(Long.valueOf(words[1]));
                        failed.add(line);
                    }
                    default -> failed.add(line);
                }
            }
            return new Said(kept, cutOff, failed);
        }
    }
}
