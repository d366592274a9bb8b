package org.stele.inspection;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** A process that opens a stranger's file, from this side: fed through a pipe, listened to, and ended when its time is over. */
final class HeldProcess {
    private final Process process;
    private final AtomicBoolean late = new AtomicBoolean();
    private final Thread watch;
    private final Complaint complaint;
    private final Feeding feeding;

    /** What is written to the process's standard input. */
    interface Feed {
        void to(OutputStream out) throws IOException;
    }

    /** Where the bytes that are fed come from; a failure to read them is told apart from one to write. */
    private static final class Unreadable extends IOException {
        private final IOException why;

        Unreadable(IOException why) {
            super(why.getMessage(), why);
            this.why = why;
        }
    }

    /** @param time of the clock until the process is killed */
    HeldProcess(Process process, Duration time, Feed feed) {
        this.process = process;
        this.watch = Thread.ofVirtual().start(() -> watch(time));
        this.complaint = new Complaint(process.getErrorStream());
        this.feeding = new Feeding(process.getOutputStream(), feed);
    }

    private void watch(Duration time) {
        try {
            if (!process.waitFor(time)) {
                late.set(true);
                process.destroyForcibly();
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    /** What the process says; whoever reads it holds it to bounds. */
    InputStream answer() {
        return process.getInputStream();
    }

    /** Whether it was killed because its time was over. */
    boolean late() {
        return late.get();
    }

    /** Its exit code when it ends within so many seconds; -1 where it does not. */
    int exited(int seconds) {
        try {
            return process.waitFor(seconds, TimeUnit.SECONDS) ? process.exitValue() : -1;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    /** What it said on its error output. */
    String complaint() {
        return complaint.words();
    }

    /** Ends it, whatever it does. Throws, as it was thrown, what made the bytes that it was fed unreadable. */
    void end() throws IOException {
        process.destroyForcibly();
        watch.interrupt();
        feeding.end();
    }

    /** Sends the bytes while the answer is read. */
    private static final class Feeding {
        private final Thread thread;
        private volatile @Nullable Unreadable unreadable;
        private volatile boolean over;

        Feeding(OutputStream to, Feed feed) {
            thread = Thread.ofPlatform().daemon().name("inspection-feed").start(() -> feed(to, feed));
        }

        private void feed(OutputStream to, Feed feed) {
            try (var out = new BufferedOutputStream(to, 1 << 16)) {
                feed.to(out);
            } catch (Unreadable gone) {
                unreadable = over ? null : gone;
            } catch (IOException closed) {
                // It has what it wants, or is dead: the answer tells.
                return;
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
            Unreadable failure = unreadable;
            if (failure != null) {
                throw failure.why;
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

    /** Copies an original to its end, telling apart on which side it fails. */
    static void copy(Original original, OutputStream out) throws IOException {
        try (InputStream in = reading(original)) {
            var scratch = new byte[1 << 16];
            for (int got = read(in, scratch); got >= 0; got = read(in, scratch)) {
                out.write(scratch, 0, got);
            }
        }
    }

    private static InputStream reading(Original original) throws Unreadable {
        try {
            return original.open();
        } catch (IOException failure) {
            throw new Unreadable(failure);
        }
    }

    private static int read(InputStream in, byte[] scratch) throws Unreadable {
        try {
            return in.read(scratch);
        } catch (IOException failure) {
            throw new Unreadable(failure);
        }
    }
}
