package org.stele.tlog;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A log in a store of tiles: one writer appends, anybody reads. An append writes entries and tiles durably before the checkpoint that
 * covers them, so whatever is interrupted leaves a whole log of the old size or of the new.
 *
 * <p>Not for several writers at once: whoever writes holds the one log.
 */
public final class Log {

    private static final String CHECKPOINT = "checkpoint";

    private final TileStore store;
    private final SignerKey key;
    private final TiledNodes nodes;

    private Log(TileStore store, SignerKey key) {
        this.store = store;
        this.key = key;
        this.nodes = new TiledNodes(store);
    }

    /**
     * Opens a log, or begins one where there is none.
     *
     * @throws IllegalStateException if the checkpoint there is not signed by this key, or the tiles do not give its root
     */
    public static Log open(TileStore store, SignerKey key) {
        Log log = new Log(store, key);
        Optional<Note> note = log.signedCheckpoint();
        if (note.isEmpty()) {
            log.publish(new Checkpoint(key.verifier().name(), 0, Hash.EMPTY_ROOT));
        } else if (!note.get().signedBy(key.verifier())) {
            throw new IllegalStateException("The checkpoint is not signed by " + key.verifier().name());
        } else {
            Checkpoint checkpoint = Checkpoint.parse(note.get().text());
            if (!Proofs.root(log.nodes.of(checkpoint.size()), checkpoint.size()).equals(checkpoint.root())) {
                throw new IllegalStateException("The tiles do not give the root that the checkpoint of %d entries states".formatted(checkpoint.size()));
            }
        }
        return log;
    }

    /** The last checkpoint with its signatures; empty in an empty store. */
    public Optional<Note> signedCheckpoint() {
        return store.read(CHECKPOINT).map(bytes -> Note.parse(new String(bytes, java.nio.charset.StandardCharsets.UTF_8)));
    }

    /** The last checkpoint. */
    public Checkpoint checkpoint() {
        return Checkpoint.parse(signedCheckpoint().orElseThrow().text());
    }

    /**
     * Appends entries in their order and publishes a checkpoint over them. When this returns, all of it is durable.
     *
     * @return the index of the first
     * @throws IllegalArgumentException if an entry is longer than {@link EntryBundle#LONGEST}; nothing is appended then
     */
    public long append(List<byte[]> entries) {
        entries.forEach(EntryBundle::refuseTooLong);
        Checkpoint before = checkpoint();
        long size = before.size() + entries.size();
        Map<String, byte[]> files = new LinkedHashMap<>();
        writeEntries(before.size(), entries, files);
        writeHashes(before.size(), entries.stream().map(Hash::leaf).toList(), files);
        store.write(files);
        publish(new Checkpoint(before.origin(), size, Proofs.root(nodes.of(size), size)));
        return before.size();
    }

    /** The entry at an index.
     *  @throws IllegalArgumentException if the log is not that long */
    public byte[] entry(long index) {
        return bundle(index / Tile.FULL, checkpoint().size()).get((int) (index % Tile.FULL));
    }

    /** The root that the log had, or has, at a size. */
    public Hash root(long size) {
        return Proofs.root(nodes.of(size), size);
    }

    /**
     * The root that the tiles in a store give at a size; no key is needed, and nothing is believed of a checkpoint.
     *
     * @throws IllegalStateException if a tile for it is missing
     */
    public static Hash root(TileStore store, long size) {
        return Proofs.root(new TiledNodes(store).of(size), size);
    }

    /** The proof that an entry is in the tree of the given size. */
    public List<Hash> inclusion(long index, long size) {
        return Proofs.inclusion(nodes.of(size), index, size);
    }

    /** The proof that the tree of one size begins with the tree of another. */
    public List<Hash> consistency(long first, long size) {
        return Proofs.consistency(nodes.of(size), first, size);
    }

    private void publish(Checkpoint checkpoint) {
        Note note = new Note(checkpoint.text(), List.of());
        store.write(CHECKPOINT, note.with(key.sign(note, Instant.EPOCH)).written().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private void writeEntries(long from, List<byte[]> entries, Map<String, byte[]> files) {
        for (long tile = from / Tile.FULL; tile * Tile.FULL < from + entries.size(); tile++) {
            long start = tile * Tile.FULL;
            List<byte[]> bundle = new ArrayList<>(start < from ? bundle(tile, from) : List.of());
            int first = (int) (Math.max(start, from) - from);
            bundle.addAll(entries.subList(first, (int) Math.min(start + Tile.FULL - from, entries.size())));
            files.put(new Tile(0, tile, bundle.size()).entriesPath(), EntryBundle.write(bundle));
        }
    }

    private List<byte[]> bundle(long tile, long size) {
        int width = (int) Math.min(size - tile * Tile.FULL, Tile.FULL);
        String path = new Tile(0, tile, width).entriesPath();
        return EntryBundle.read(store.read(path).orElseThrow(() -> new IllegalStateException(path + " is missing")));
    }

    /** Writes the tiles of one level after another: the root of each full tile is a node of the level above. */
    private void writeHashes(long from, List<Hash> leaves, Map<String, byte[]> files) {
        long start = from;
        List<Hash> hashes = leaves;
        for (int level = 0; !hashes.isEmpty(); level++) {
            List<Hash> above = new ArrayList<>();
            long end = start + hashes.size();
            for (long tile = start / Tile.FULL; tile * Tile.FULL < end; tile++) {
                long first = Math.max(tile * Tile.FULL, start);
                int width = (int) Math.min(end - tile * Tile.FULL, Tile.FULL);
                int kept = (int) (first - tile * Tile.FULL);
                byte[] bytes = kept == 0 ? new byte[0] : nodes.tile(new Tile(level, tile, kept));
                ByteBuffer out = ByteBuffer.wrap(Arrays.copyOf(bytes, width * Hash.SIZE)).position(kept * Hash.SIZE);
                hashes.subList((int) (first - start), (int) (first - start) + width - kept).forEach(hash -> out.put(hash.bytes()));
                files.put(new Tile(level, tile, width).path(), out.array());
                if (width == Tile.FULL) {
                    above.add(TiledNodes.within(out.array(), Tile.HEIGHT, 0));
                }
            }
            start = start / Tile.FULL;
            hashes = above;
        }
    }
}
