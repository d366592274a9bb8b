package org.stele.bench.evidence;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.stele.bench.Times;
import org.stele.tlog.Algorithm;
import org.stele.tlog.Checkpoint;
import org.stele.tlog.EntryBundle;
import org.stele.tlog.FileTiles;
import org.stele.tlog.Hash;
import org.stele.tlog.Log;
import org.stele.tlog.Proofs;
import org.stele.tlog.Range;
import org.stele.tlog.SignerKey;
import org.stele.tlog.Tile;

/** The library {@code transparency-log} with tiles on disk: entries made durable, a proof, and the whole log read again. */
final class LogSpeed {

    private static final int ENTRIES = 1_000_000;

    /** An entry of the register is a commitment of so many bytes. */
    private static final int COMMITMENT = 32;
    private static final int PROOFS = 1_000;
    private static final int VERIFICATIONS = 3;

    private final Path work;
    private final Random dice = new Random(6962);
    private final SignerKey key = SignerKey.generate("bench.example/log", Algorithm.ED25519);

    LogSpeed(Path work) {
        this.work = work;
    }

    void run() throws Exception {
        System.out.printf("%n### Sealed log%n%n| entries | at once | fsynced lines of the same bytes, entries/s | log, entries/s | of it | load |%n"
                + "|---:|---:|---:|---:|---:|---:|%n");
        for (int[] each : new int[][] {{200, 1}, {20_000, 100}, {100_000, 1_000}}) {
            append(work.resolve("log-" + each[1]), each[0], each[1]);
        }
        Path folder = work.resolve("log");
        append(folder, ENTRIES, 1 << 16);
        FileTiles tiles = new FileTiles(folder);
        System.out.printf("%n| at %,d entries | baseline | baseline takes | log takes | load |%n|---|---|---:|---:|---:|%n", ENTRIES);
        prove(Log.open(tiles, key), folder);
        verify(tiles, folder);
    }

    private void append(Path folder, int entries, int atOnce) throws IOException {
        System.err.printf("sealing %,d entries, %,d at once%n", entries, atOnce);
        byte[][] all = new byte[entries][COMMITMENT];
        for (byte[] each : all) {
            dice.nextBytes(each);
        }
        Files.createDirectories(folder);
        double plain = plainly(folder.resolveSibling(folder.getFileName() + ".plain"), all, atOnce);
        Log log = Log.open(new FileTiles(folder), key);
        long start = System.nanoTime();
        for (int from = 0; from < entries; from += atOnce) {
            log.append(List.of(all).subList(from, Math.min(from + atOnce, entries)));
        }
        double sealed = (System.nanoTime() - start) / 1e9;
        System.out.printf(Locale.ROOT, "| %,d | %,d | %,.0f | **%,.0f** | %.0f %% | %.1f |%n", entries, atOnce, entries / plain, entries / sealed, 100 * plain / sealed,
                Machine.load());
    }

    /** The least that durable means: the bytes at the end of one file, forced as often. */
    private static double plainly(Path file, byte[][] all, int atOnce) throws IOException {
        long start = System.nanoTime();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (int from = 0; from < all.length; from += atOnce) {
                ByteBuffer lot = ByteBuffer.allocate(Math.min(atOnce, all.length - from) * COMMITMENT);
                for (int i = from; lot.hasRemaining(); i++) {
                    lot.put(all[i]);
                }
                for (lot.flip(); lot.hasRemaining(); ) {
                    channel.write(lot);
                }
                channel.force(true);
            }
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private void prove(Log log, Path folder) throws Exception {
        Checkpoint checkpoint = log.checkpoint();
        Times read = Times.of(100, PROOFS, () -> {
            // The tiles over one entry, bottom to top.
            long tile = dice.nextInt(ENTRIES) / Tile.FULL;
            Files.readAllBytes(folder.resolve(tileOf(0, tile, checkpoint.size()).path()));
            Files.readAllBytes(folder.resolve(tileOf(1, tile / Tile.FULL, checkpoint.size()).path()));
            Files.readAllBytes(folder.resolve(tileOf(2, 0, checkpoint.size()).path()));
        });
        Times proof = Times.of(100, PROOFS, () -> {
            long index = dice.nextInt(ENTRIES);
            List<Hash> path = log.inclusion(index, checkpoint.size());
            if (!Proofs.verifyInclusion(Hash.leaf(log.entry(index)), index, checkpoint.size(), path, checkpoint.root())) {
                throw new IllegalStateException("Entry " + index + " is not proved");
            }
        });
        row("proof that an entry is in it, made and checked, %,d entries by chance".formatted(PROOFS), "the three tiles over an entry read", read, proof);
    }

    private static Tile tileOf(int level, long index, long size) {
        long nodes = size >> 8 * level;
        return new Tile(level, index, (int) Math.min(Tile.FULL, nodes - index * Tile.FULL));
    }

    /** Signature, every entry, every tile of leaves, and the root: nothing is believed but the key. */
    private void verify(FileTiles tiles, Path folder) throws Exception {
        List<Path> files = Machine.filesBelow(folder);
        Times read = Times.of(1, VERIFICATIONS, () -> Machine.read(files));
        Times verified = Times.of(1, VERIFICATIONS, () -> {
            Log log = Log.open(tiles, key);
            Checkpoint checkpoint = log.checkpoint();
            Range range = Range.empty();
            for (long index = 0; index * Tile.FULL < checkpoint.size(); index++) {
                Tile tile = tileOf(0, index, checkpoint.size());
                byte[] leaves = tiles.read(tile.path()).orElseThrow();
                int at = 0;
                for (byte[] entry : EntryBundle.read(tiles.read(tile.entriesPath()).orElseThrow())) {
                    Hash leaf = Hash.leaf(entry);
                    if (!java.util.Arrays.equals(leaf.bytes(), 0, Hash.SIZE, leaves, at, at + Hash.SIZE)) {
                        throw new IllegalStateException("Tile %d does not hold its entries".formatted(index));
                    }
                    range.append(leaf);
                    at += Hash.SIZE;
                }
            }
            if (!range.root().equals(checkpoint.root())) {
                throw new IllegalStateException("The entries do not give the root that was signed");
            }
        });
        row("verified whole: signature, every entry, every leaf, the root", "read + SHA-256 of its %,d files".formatted(files.size()), read, verified);
    }

    private static void row(String what, String baseline, Times read, Times taken) {
        List<String> times = new ArrayList<>();
        for (Times each : List.of(read, taken)) {
            times.add(String.format(Locale.ROOT, each.median() < 100 ? "p50 %.2f, p95 %.2f ms" : "p50 %.0f, p95 %.0f ms", each.median(), each.p95()));
        }
        System.out.printf(Locale.ROOT, "| %s | %s | %s | **%s** | %.1f |%n", what, baseline, times.getFirst(), times.getLast(), Machine.load());
    }
}
