package org.stele.sealing;

import java.nio.charset.StandardCharsets;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.ByteConverter;
import org.stele.fixity.Digest;

/** Makes the entries of rows of one table: for each a random salt and the commitment, SHA-256 of the salt and the canonical form. */
final class EntryMaker {

    /** Bytes of a salt: nobody can guess 128 random bits, whatever they guess of the row. */
    static final int SALT = 16;

    /** Bytes of a commitment. */
    static final int COMMITMENT = 32;

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int MOST_SALTS_AT_ONCE = 4096;

    private final TableForm form;
    private final RowReader reader;
    private final Octets canonical = new Octets();
    private final MessageDigest sha256 = Digest.algorithm();
    private final boolean mayRun;

    private byte[] salts = new byte[0];
    private byte[] commitments = new byte[COMMITMENT];
    private int count;
    private long firstId;
    private @Nullable List<String> keys;

    /** @param places where each of the form's columns stands in a tuple, -1 where it is not */
    EntryMaker(TableForm form, int[] places) {
        this.form = form;
        this.reader = new RowReader(places);
        List<String> key = form.keyColumns();
        this.mayRun = form.columns().get(form.key()[0]).type() == CanonicalForm.INT8
                && (key.size() == 1 || key.size() == 2 && key.get(1).equals("version"));
    }

    /** Takes whole tuples, as COPY's binary format has them. */
    void tuples(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to) {
            at = reader.row(bytes, at);
            if (at < 0) {
                return;
            }
            entry(bytes);
        }
    }

    private void entry(byte[] bytes) {
        if (count * SALT == salts.length) {
            moreRoom();
        }
        canonical.clear();
        CanonicalForm.write(canonical, form, bytes, reader.starts(), reader.lengths());
        commit(salts, count * SALT, canonical, sha256, commitments, count * COMMITMENT);
        name(bytes);
        count++;
    }

    /** An entry that says that a row was removed. */
    void gone(String key) {
        if (count * SALT == salts.length) {
            moreRoom();
        }
        canonical.clear();
        CanonicalForm.gone(canonical, form, key);
        commit(salts, count * SALT, canonical, sha256, commitments, count * COMMITMENT);
        if (keys == null) {
            keys = new ArrayList<>();
        }
        keys.add(key);
        count++;
    }

    /** Writes the commitment to what the canonical form says, under a salt. */
    static void commit(byte[] salts, int salt, Octets canonical, MessageDigest sha256, byte[] into, int at) {
        sha256.update(salts, salt, SALT);
        sha256.update(canonical.array(), 0, canonical.length());
        try {
            sha256.digest(into, at, COMMITMENT);
        } catch (DigestException e) {
            throw new IllegalStateException("SHA-256 has 32 bytes", e);
        }
    }

    private void moreRoom() {
        int before = salts.length / SALT;
        int more = Math.clamp(before, 1, MOST_SALTS_AT_ONCE);
        byte[] fresh = new byte[more * SALT];
        RANDOM.nextBytes(fresh);
        salts = Arrays.copyOf(salts, salts.length + fresh.length);
        System.arraycopy(fresh, 0, salts, before * SALT, fresh.length);
        commitments = Arrays.copyOf(commitments, (before + more) * COMMITMENT);
    }

    /** Ids in a row need only the first of them; the first row that breaks the row makes a list of keys necessary. */
    private void name(byte[] bytes) {
        if (keys == null && mayRun && number(bytes, 0) == (count == 0 ? number(bytes, 0) : firstId + count)
                && (form.key().length == 1 || number(bytes, 1) == 1)) {
            firstId = count == 0 ? number(bytes, 0) : firstId;
            return;
        }
        if (keys == null) {
            keys = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                keys.add(runKey(form, firstId + i));
            }
        }
        canonical.clear();
        CanonicalForm.key(canonical, form, bytes, reader.starts(), reader.lengths());
        keys.add(new String(canonical.array(), 0, canonical.length(), StandardCharsets.UTF_8));
    }

    static String runKey(TableForm form, long id) {
        return form.key().length == 1 ? "[" + id + "]" : "[" + id + ",1]";
    }

    private long number(byte[] bytes, int keyPart) {
        int column = form.key()[keyPart];
        int start = reader.starts()[column];
        return reader.lengths()[column] == 8 ? ByteConverter.int8(bytes, start) : ByteConverter.int4(bytes, start);
    }

    /** What was made of the rows so far. */
    Entries entries() {
        return new Entries(count, keys == null && count > 0 ? firstId : null, keys == null ? null : List.copyOf(keys),
                Arrays.copyOf(salts, count * SALT), Arrays.copyOf(commitments, count * COMMITMENT));
    }

    /** Entries and whose they are: ids in a row from {@code firstId} on, or else the keys. */
    record Entries(int count, @Nullable Long firstId, @Nullable List<String> keys, byte[] salts, byte[] commitments) {
    }
}
