package org.stele.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SequencedMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.stele.fixity.Digest;
import org.stele.vault.BlobName;
import org.stele.vault.Location;

/**
 * Brings originals into a backup as they are. They are ciphertext under a key of their own each, named by its SHA-256: to encrypt or to
 * compress them again would cost time and protect nothing more, so they are copied and summed, and read back from where they went.
 */
final class OriginalsCopy {
    private final Location vault;
    private final BackupPlace place;
    private final boolean readAll;

    /** @param readAll whether those that were there already are read again, and not only looked for */
    OriginalsCopy(Location vault, BackupPlace place, boolean readAll) {
        this.vault = vault;
        this.place = place;
        this.readAll = readAll;
    }

    /**
     * @param entries those that are in the backup
     * @param written bytes that were not there before
     * @param missing names of those of which the vault has no right copy any more
     */
    record Copied(List<BackupIndex.Entry> entries, long written, List<String> missing) {
    }

    /** One original; without an entry if the vault has it no more. */
    private record One(BlobName name, BackupIndex.@Nullable Entry entry, long written) {
    }

    /** @throws UnsoundBackup if one read back is not what it should be */
    Copied copy(SequencedMap<BlobName, Long> originals, Consumer<String> progress) throws IOException {
        List<One> all;
        try {
            all = Abreast.each(originals.entrySet(), Abreast.<Map.Entry<BlobName, Long>, One>io(each -> one(each.getKey(),
                    each.getValue())),
                    done -> progress.accept("original %,d of %,d".formatted(done, originals.size())));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        List<BackupIndex.Entry> entries = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        long written = 0;
        for (One each : all) {
            written += each.written();
            if (each.entry() == null) {
                missing.add(each.name().sha256());
            } else {
                entries.add(each.entry());
            }
        }
        return new Copied(List.copyOf(entries), written, List.copyOf(missing));
    }

    private One one(BlobName name, long length) throws IOException {
        var entry = new BackupIndex.Entry(name.sha256(), length, true);
        OptionalLong there = place.objects().length(name);
        if (there.isEmpty()) {
            try (InputStream in = Channels.newInputStream(vault.open(name))) {
                place.objects().put(name, length, in);
            } catch (IOException e) {
                if (!isRight(name, length)) {
                    return new One(name, null, 0);
                }
                throw e;
            }
        }
        if (there.isEmpty() || readAll || there.getAsLong() != length) {
            place.check(entry);
        }
        return new One(name, entry, there.isEmpty() ? length : 0);
    }

    /** Whether a failure to copy was not the vault's. */
    private boolean isRight(BlobName name, long length) {
        try {
            Digest found = vault.digest(name, bytes -> { });
            return found.sha256().equals(name.sha256()) && found.length() == length;
        } catch (IOException e) {
            return false;
        }
    }
}
