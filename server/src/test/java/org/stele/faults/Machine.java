package org.stele.faults;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** What this machine can do to itself: some faults need root, a loop device or strace. */
public enum Machine {
    LOOP("a loop device with ext4 (root, losetup, mkfs.ext4)") {
        @Override
        boolean tried() throws IOException {
            Path folder = Files.createTempDirectory("stele-loop");
            try (LoopDisk disk = LoopDisk.make(folder.resolve("disk"), 8)) {
                return Files.isDirectory(disk.mounted());
            } finally {
                run("rm", "-rf", folder.toString());
            }
        }
    },
    SMALL_DISK("a tmpfs of a given size (root)") {
        @Override
        boolean tried() throws IOException {
            try (SmallDisk disk = SmallDisk.make("size=1m")) {
                return Files.isDirectory(disk.path());
            }
        }
    },
    STRACE("strace that may attach to a process of ours (apt-get install strace)") {
        @Override
        boolean tried() throws IOException {
            return run("strace", "-e", "inject=openat:error=EIO:when=1000", "true").contains("exited with 0");
        }
    };

    /** What is needed, in words. */
    public final String need;

    Machine(String need) {
        this.need = need;
    }

    abstract boolean tried() throws IOException;

    /** Why it cannot; empty if it can. */
    public String lacks() {
        try {
            return tried() ? "" : need + " does not work here";
        } catch (IOException e) {
            return "no " + need + ": " + String.valueOf(e.getMessage()).strip().lines().findFirst().orElse("");
        }
    }

    /** Leaves a test out, loudly, where the machine cannot do it. */
    public void needed() {
        String lacks = lacks();
        Assumptions.assumeTrue(lacks.isEmpty(), lacks);
    }

    /** Runs a program; returns all it said. @throws IOException if it fails */
    public static String run(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException(String.join(" ", command) + ": " + said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
        return said;
    }

    static List<String> lacking() {
        List<String> lacking = new ArrayList<>();
        for (Machine each : values()) {
            if (!each.lacks().isEmpty()) {
                lacking.add(each.lacks());
            }
        }
        return lacking;
    }
}
