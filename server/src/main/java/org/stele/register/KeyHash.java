package org.stele.register;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Hashes of statements' keys, kept in rows of many (see {@code V300}). FNV-1a of the key's UTF-16 units, 64 bits, and never another one,
 * for they are stored. Two keys may share a hash: who finds a statement by it compares the keys.
 */
final class KeyHash {

    private static final long BASIS = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private KeyHash() {
    }

    static long of(String key) {
        long hash = BASIS;
        for (int i = 0; i < key.length(); i++) {
            hash = (hash ^ key.charAt(i)) * PRIME;
        }
        return hash;
    }

    /** Rows of {@code statement_keys}: source, first id and hashes, one for each run of neighbouring ids of one source. */
    static List<List<?>> rows(List<Statement> statements) {
        List<List<?>> rows = new ArrayList<>();
        for (int from = 0; from < statements.size();) {
            Statement first = statements.get(from);
            int to = from + 1;
            while (to < statements.size() && statements.get(to).source() == first.source() && statements.get(to).id() == first.id() + to - from) {
                to++;
            }
            ByteBuffer hashes = ByteBuffer.allocate(Long.BYTES * (to - from));
            statements.subList(from, to).forEach(statement -> hashes.putLong(of(statement.key())));
            rows.add(List.of(first.source(), first.id(), hashes.array()));
            from = to;
        }
        return rows;
    }
}
