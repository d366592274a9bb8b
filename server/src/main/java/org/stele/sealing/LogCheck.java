package org.stele.sealing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.stele.tlog.Checkpoint;
import org.stele.tlog.EntryBundle;
import org.stele.tlog.FileTiles;
import org.stele.tlog.Hash;
import org.stele.tlog.Note;
import org.stele.tlog.Range;
import org.stele.tlog.Tile;
import org.stele.tlog.VerifierKey;

/** Compares the entries in the database with the tiles on disk, the tiles with the checkpoint, and all checkpoints with the entries: those
 *  kept here, and those that outsiders kept. */
final class LogCheck {

    private final Connection connection;
    private final FileTiles files;
    private final String folder;
    private final Faults faults;
    private final List<OutsideCheckpoint> outside;
    private final Range range = Range.empty();
    /** The hashes of the tiles under way, by level. */
    private final List<List<Hash>> levels = new ArrayList<>();
    private final List<byte[]> bundle = new ArrayList<>();
    private long published;

    LogCheck(Connection connection, Sequencer sequencer, List<OutsideCheckpoint> outside, Faults faults) {
        this.connection = connection;
        this.files = new FileTiles(sequencer.folder());
        this.folder = sequencer.folder().toString();
        this.faults = faults;
        this.outside = outside;
    }

    /** The published checkpoint, if it is sound. */
    Optional<Checkpoint> run() throws SQLException {
        Optional<VerifierKey> key = key();
        Map<Long, List<Stated>> stated = new TreeMap<>();
        key.ifPresent(known -> outside(known, stated));
        long last = key.isPresent() ? own(key.get(), stated) : 0;
        Optional<Checkpoint> checkpoint = key.flatMap(this::published);
        checkpoint.ifPresent(known -> {
            published = known.size();
            if (last > known.size()) {
                faults.add("checkpoint", "The log in %s ends with entry %d, but a checkpoint over %d entries was signed: the folder was put back from an older backup."
                        .formatted(folder, known.size() - 1, last));
            }
        });
        entries(stated);
        tooShort(key.isPresent());
        checkpoint.ifPresent(known -> {
            if (range.size() < known.size()) {
                faults.add("entry " + range.size(), "The log was signed over %d entries, but the database holds only %d of them: entries were taken out."
                        .formatted(known.size(), range.size()));
            }
        });
        return checkpoint;
    }

    private Optional<VerifierKey> key() throws SQLException {
        try (PreparedStatement question = connection.prepareStatement("select verifier from log_key"); ResultSet row = question.executeQuery()) {
            if (row.next()) {
                return Optional.of(VerifierKey.parse(row.getString(1)));
            }
            if (files.read("checkpoint").isPresent()) {
                faults.add("log key", "There is a signed log in %s, but the database does not say by which key: that was taken out of it.".formatted(folder));
            }
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            faults.add("log key", "The key of the log in the database is not a key: " + e.getMessage());
            return Optional.empty();
        }
    }

    /** What a checkpoint states of the log of one size.
     *  @param words what is to be said where the log has another root */
    private record Stated(Hash root, String what, String words) {
    }

    private void outside(VerifierKey key, Map<Long, List<Stated>> stated) {
        for (OutsideCheckpoint each : outside) {
            each.strange(key).ifPresentOrElse(why -> faults.add(each.name(), why), () -> stated.computeIfAbsent(each.checkpoint().size(), size -> new ArrayList<>())
                    .add(new Stated(each.checkpoint().root(), each.name(), ("The log of this register CONTRADICTS %s. When that was given out the log had %d entries;"
                            + " the first %2$d entries of the log as it is now are others. The history up to there was written anew after the checkpoint was given out.")
                            .formatted(each.name(), each.checkpoint().size()))));
        }
    }

    /** Outside checkpoints that cover more than there is. */
    private void tooShort(boolean sealed) {
        for (OutsideCheckpoint each : outside) {
            if (!sealed) {
                faults.add(each.name(), "This register has no sealed log, but %s was given out by one of %d entries: it belongs to another register, or the log was taken away."
                        .formatted(each.name(), each.checkpoint().size()));
            } else if (each.checkpoint().size() > range.size()) {
                faults.add(each.name(), ("The log of this register CONTRADICTS %s. When that was given out the log had %d entries; now it has only %d: entries were taken"
                        + " out, or the register was put back from an older backup.").formatted(each.name(), each.checkpoint().size(), range.size()));
            }
        }
    }

    /** Takes what the checkpoints kept in the database state; returns the largest size. */
    private long own(VerifierKey key, Map<Long, List<Stated>> stated) throws SQLException {
        long last = 0;
        try (PreparedStatement question = connection.prepareStatement("select size, note from log_checkpoint order by size"); ResultSet row = question.executeQuery()) {
            while (row.next()) {
                Optional<Checkpoint> sound = sound(key, row.getString(2), "The checkpoint over %d entries that the database keeps".formatted(row.getLong(1)));
                if (sound.isPresent()) {
                    long size = sound.get().size();
                    last = Math.max(last, size);
                    stated.computeIfAbsent(size, any -> new ArrayList<>()).add(new Stated(sound.get().root(), "checkpoint",
                            ("The entries up to %d are not those that the checkpoint over %d entries was signed for: one of them was altered,"
                                    + " or a log was written anew.").formatted(size - 1, size)));
                }
            }
        }
        return last;
    }

    private Optional<Checkpoint> published(VerifierKey key) {
        Optional<byte[]> bytes = files.read("checkpoint");
        if (bytes.isEmpty()) {
            faults.add("checkpoint", "The folder %s lacks the file checkpoint. The next start writes the log again, but nothing on this disk vouches for it until then."
                    .formatted(folder));
        }
        return bytes.flatMap(known -> sound(key, new String(known, java.nio.charset.StandardCharsets.UTF_8), "The checkpoint in " + folder));
    }

    private Optional<Checkpoint> sound(VerifierKey key, String text, String name) {
        try {
            Note note = Note.parse(text);
            if (note.written().equals(text) && note.signedBy(key)) {
                return Optional.of(Checkpoint.parse(note.text()));
            }
            faults.add("checkpoint", name + " is not signed by the key of this log (" + key.name() + "): somebody altered it.");
        } catch (IllegalArgumentException e) {
            faults.add("checkpoint", name + " is not a checkpoint (" + e.getMessage() + "): somebody altered it.");
        }
        return Optional.empty();
    }

    private void entries(Map<Long, List<Stated>> stated) throws SQLException {
        compare(stated);
        try (PreparedStatement question = connection.prepareStatement("select first, entries, commitments from sealed_block order by first")) {
            question.setFetchSize(50);
            try (ResultSet row = question.executeQuery()) {
                while (row.next()) {
                    if (row.getLong(1) != range.size()) {
                        faults.add("entry " + range.size(), "The database lacks entry %d of the log: the next it has is %d.".formatted(range.size(), row.getLong(1)));
                        return;
                    }
                    byte[] commitments = row.getBytes(3);
                    for (int i = 0; i + EntryMaker.COMMITMENT <= commitments.length; i += EntryMaker.COMMITMENT) {
                        entry(Arrays.copyOfRange(commitments, i, i + EntryMaker.COMMITMENT));
                        compare(stated);
                    }
                }
            }
        }
    }

    private void compare(Map<Long, List<Stated>> stated) {
        List<Stated> here = stated.getOrDefault(range.size(), List.of());
        if (!here.isEmpty()) {
            Hash root = range.root();
            here.stream().filter(each -> !each.root.equals(root)).forEach(each -> faults.add(each.what, each.words));
        }
    }

    private void entry(byte[] commitment) {
        Hash leaf = Hash.leaf(commitment);
        range.append(leaf);
        if (range.size() <= published) {
            bundle.add(commitment);
            hash(0, leaf);
            if (bundle.size() == Tile.FULL || range.size() == published) {
                bundle(new Tile(0, (range.size() - 1) / Tile.FULL, bundle.size()));
            }
            if (range.size() == published) {
                partialTiles();
            }
        }
    }

    private void bundle(Tile tile) {
        String path = tile.entriesPath();
        Optional<byte[]> found = files.read(path);
        if (found.isEmpty()) {
            faults.add(path, "The log's file " + path + " is missing.");
        } else if (!Arrays.equals(found.get(), EntryBundle.write(bundle))) {
            faults.add(path, "The log's file %s does not hold the entries %d to %d of the database.".formatted(path, range.size() - bundle.size(), range.size() - 1));
        }
        bundle.clear();
    }

    private void hash(int level, Hash hash) {
        if (levels.size() == level) {
            levels.add(new ArrayList<>());
        }
        List<Hash> hashes = levels.get(level);
        hashes.add(hash);
        if (hashes.size() == Tile.FULL) {
            tile(new Tile(level, (range.size() - 1 >>> 8 * level) / Tile.FULL, Tile.FULL), hashes);
            Range within = Range.empty();
            hashes.forEach(within::append);
            hashes.clear();
            hash(level + 1, within.root());
        }
    }

    /** Tiles that are not full yet. */
    private void partialTiles() {
        for (int level = 0; level < levels.size(); level++) {
            List<Hash> hashes = levels.get(level);
            if (!hashes.isEmpty()) {
                tile(new Tile(level, (range.size() >>> 8 * level) / Tile.FULL, hashes.size()), hashes);
            }
        }
    }

    private void tile(Tile tile, List<Hash> hashes) {
        byte[] wanted = new byte[hashes.size() * Hash.SIZE];
        for (int i = 0; i < hashes.size(); i++) {
            System.arraycopy(hashes.get(i).bytes(), 0, wanted, i * Hash.SIZE, Hash.SIZE);
        }
        Optional<byte[]> found = files.read(tile.path());
        if (found.isEmpty()) {
            faults.add(tile.path(), "The log's file " + tile.path() + " is missing.");
        } else if (!Arrays.equals(found.get(), wanted)) {
            faults.add(tile.path(), "The log's file " + tile.path() + " is not what the entries of the database give: one of the two was altered.");
        }
    }
}
