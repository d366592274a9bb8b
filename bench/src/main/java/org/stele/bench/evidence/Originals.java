package org.stele.bench.evidence;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Files to be taken in: random bytes, so that nothing on the way can shrink them.
 *
 * @param name  what they are, for the tables
 * @param files all of one length
 * @param bytes of all together
 */
record Originals(String name, List<Path> files, long bytes) {

    private static final int PIECE = 1 << 20;

    /** Writes them durably, so that nothing of the writing is left to do when the clock runs. */
    static Originals write(Path folder, String name, int count, long length) throws IOException {
        Files.createDirectories(folder);
        Random dice = new Random(length);
        byte[] piece = new byte[PIECE];
        List<Path> files = IntStream.range(0, count).mapToObj(n -> folder.resolve("original-" + n + ".bin")).toList();
        for (Path file : files) {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                for (long left = length; left > 0; left -= PIECE) {
                    dice.nextBytes(piece);
                    ByteBuffer bytes = ByteBuffer.wrap(piece, 0, (int) Math.min(left, PIECE));
                    while (bytes.hasRemaining()) {
                        channel.write(bytes);
                    }
                }
                channel.force(true);
            }
        }
        return new Originals(name, files, count * length);
    }
}
