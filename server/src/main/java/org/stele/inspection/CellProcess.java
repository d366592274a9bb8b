package org.stele.inspection;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One {@link Cell}, from this side: starts it, feeds it, listens to it, and ends it when its time is over. */
final class CellProcess {
    /** The most memory the process may address, in MiB; what it really takes is held below 512 by the sizes in {@link #java}. */
    private static final int SPACE = 3072;

    private final Limits limits;
    private final Isolation isolation;

    CellProcess(Limits limits, Isolation isolation) {
        this.limits = limits;
        this.isolation = isolation;
    }

    /** What became of one question. */
    record Outcome(Answer answer, @Nullable Finding cut) {
    }

    /** Asks about a file. Throws only where the file itself cannot be read or no process be started. */
    Outcome ask(Cell.Question question, Original original) throws IOException {
        Process process = isolation.start(java(), limits.time(), SPACE);
        var late = new AtomicBoolean();
        Thread watch = Thread.ofVirtual().start(() -> watch(process, late));
        var complaint = new Complaint(process.getErrorStream());
        var feeding = new Feeding(process.getOutputStream(), question, original);
        var answer = new Answer();
        String broken = null;
        try {
            answer.read(new DataInputStream(new BufferedInputStream(new Bounded(process.getInputStream(), Limits.ANSWER + (16 << 20)))));
        } catch (IOException cut) {
            broken = cut.getMessage();
        } finally {
            if (!answer.done()) {
                // Whoever does not answer as agreed is not waited for, unless it is dying by itself.
                exited(process, 2);
            }
            process.destroyForcibly();
            watch.interrupt();
        }
        feeding.end();
        return new Outcome(answer, answer.done() ? null : reason(process, late.get(), broken, complaint.words()));
    }

    private void watch(Process process, AtomicBoolean late) {
        try {
            if (!process.waitFor(limits.time())) {
                late.set(true);
                process.destroyForcibly();
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    private Finding reason(Process process, boolean late, @Nullable String broken, String complaint) {
        int exit = exited(process, 5);
        if (late) {
            return Finding.of(What.STOPPED_TIME, limits.time().toSeconds());
        }
        if (exit == 3 || complaint.contains("OutOfMemoryError") || complaint.contains("memory")) {
            return Finding.of(What.STOPPED_MEMORY);
        }
        return exit == 152 ? Finding.of(What.STOPPED_PROCESSOR, limits.time().toSeconds())
                : Finding.of(What.STOPPED_OTHERWISE, (exit >= 128 ? "signal " + (exit - 128) : "exit code " + exit) + ", " + broken);
    }

    private static int exited(Process process, int seconds) {
        try {
            return process.waitFor(seconds, TimeUnit.SECONDS) ? process.exitValue() : -1;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    /** The same program again, with no more of it on the class path than the cell needs. */
    private List<String> java() {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx" + limits.heap() + "m",
                "-Xss512k", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:MaxMetaspaceSize=64m", "-XX:CompressedClassSpaceSize=32m",
                "-XX:ReservedCodeCacheSize=32m", "-XX:MaxDirectMemorySize=8m", "-XX:+ExitOnOutOfMemoryError", "-XX:-UsePerfData", "-XX:-CreateCoredumpOnCrash",
                "-XX:+SuppressFatalErrorMessage", "-XX:+DisableAttachMechanism", "-Xshare:auto", "-Djava.awt.headless=true", "-Djava.io.tmpdir=/nonexistent",
                "-Duser.timezone=UTC", "--enable-native-access=ALL-UNNAMED"));
        List<String> places = places();
        if (places.stream().anyMatch(place -> place.contains("!"))) {
            command.addAll(List.of("-jar", places.getFirst().substring(0, places.getFirst().indexOf('!')), Cell.ARGUMENT));
        } else {
            command.addAll(List.of("-cp", String.join(System.getProperty("path.separator"), places), Cell.class.getName()));
        }
        return command;
    }

    private static List<String> places() {
        return Stream.of(Cell.class, org.apache.tika.mime.MimeTypes.class, com.drew.imaging.ImageMetadataReader.class, com.adobe.internal.xmp.XMPMeta.class,
                org.slf4j.LoggerFactory.class, org.apache.commons.io.IOUtils.class, tools.jackson.core.JsonParser.class).map(CellProcess::place).distinct().toList();
    }

    private static String place(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        URL url = source.getLocation();
        String text = url.toString();
        if (text.startsWith("jar:nested:")) {
            // Within the one jar: jar:nested:/path/stele.jar/!BOOT-INF/lib/name.jar!/
            return text.substring("jar:nested:".length()).replaceFirst("/!", "!");
        }
        try {
            return Path.of(url.toURI()).toString();
        } catch (URISyntaxException odd) {
            throw new IllegalStateException(text, odd);
        }
    }

    /** Sends the question and the bytes while the answer is read. */
    private static final class Feeding {
        private final Thread thread;
        private volatile @Nullable IOException unreadable;
        private volatile boolean over;

        Feeding(OutputStream to, Cell.Question question, Original original) {
            thread = Thread.ofPlatform().daemon().name("inspection-feed").start(() -> feed(to, question, original));
        }

        private void feed(OutputStream to, Cell.Question question, Original original) {
            try (var out = new DataOutputStream(new BufferedOutputStream(to, 1 << 16)); InputStream in = opened(original)) {
                question.write(out);
                var scratch = new byte[1 << 16];
                for (int got = read(in, scratch); got >= 0 && !over; got = read(in, scratch)) {
                    out.write(scratch, 0, got);
                }
            } catch (IOException closed) {
                // It has what it wants, or is dead: the answer tells. Or the original is gone, and that is noted.
                return;
            }
        }

        private InputStream opened(Original original) throws IOException {
            try {
                return original.open();
            } catch (IOException failure) {
                unreadable = failure;
                throw failure;
            }
        }

        private int read(InputStream in, byte[] scratch) {
            try {
                return unreadable == null ? in.read(scratch) : -1;
            } catch (IOException failure) {
                unreadable = over ? null : failure;
                return -1;
            }
        }

        void end() throws IOException {
            // A source that gives its bytes slowly is not waited for once nobody listens.
            over = true;
            thread.interrupt();
            try {
                thread.join();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            IOException failure = unreadable;
            if (failure != null) {
                throw failure;
            }
        }
    }

    /** What the process says on its error output: only looked at to tell why it ended. */
    private static final class Complaint {
        private final Thread thread;
        private volatile String words = "";

        Complaint(InputStream from) {
            thread = Thread.ofVirtual().start(() -> {
                try (from) {
                    words = new String(from.readNBytes(1 << 16), StandardCharsets.UTF_8);
                    from.transferTo(OutputStream.nullOutputStream());
                } catch (IOException over) {
                    words += "";
                }
            });
        }

        String words() {
            try {
                thread.join(2000);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            return words;
        }
    }
}
