package org.stele.bench.evidence;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/** What the machine itself does with files: the baselines. One thread, pieces of 1 MiB outside the heap, nothing clever. */
final class Machine {

    private static final int PIECE = 1 << 20;
    private static final int FILES_A_CALL = 200;

    private Machine() {
    }

    /** Reads each file, sums it with SHA-256, writes it to a folder and forces the new file; neither renamed nor its folder forced. */
    static void copy(List<Path> files, Path folder) throws IOException {
        ByteBuffer piece = ByteBuffer.allocateDirect(PIECE);
        for (Path file : files) {
            try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ);
                    FileChannel out = FileChannel.open(folder.resolve(file.getFileName()), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                MessageDigest sum = sha256();
                while (in.read(piece.clear()) >= 0) {
                    sum.update(piece.flip());
                    for (piece.rewind(); piece.hasRemaining(); ) {
                        out.write(piece);
                    }
                }
                sum.digest();
                out.force(true);
            }
        }
    }

    /** Reads each file and sums it with SHA-256. */
    static void read(List<Path> files) throws IOException {
        ByteBuffer piece = ByteBuffer.allocateDirect(PIECE);
        for (Path file : files) {
            try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
                MessageDigest sum = sha256();
                while (in.read(piece.clear()) >= 0) {
                    sum.update(piece.flip());
                }
                sum.digest();
            }
        }
    }

    /** All files below a folder. */
    static List<Path> filesBelow(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /**
     * Makes the system forget what it holds of these files in memory, as GNU dd can for one file without touching those of others.
     *
     * @return whether it could
     */
    static boolean forget(List<Path> files) throws IOException, InterruptedException {
        boolean all = true;
        for (int from = 0; from < files.size(); from += FILES_A_CALL) {
            List<String> command = new ArrayList<>(List.of("sh", "-c", "for file; do dd if=\"$file\" iflag=nocache count=0 status=none || exit 1; done", "sh"));
            files.subList(from, Math.min(from + FILES_A_CALL, files.size())).forEach(file -> command.add(file.toString()));
            all &= new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
        }
        return all;
    }

    /** Load of the machine in the last minute, as the system counts it. */
    static double load() {
        return java.lang.management.ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
