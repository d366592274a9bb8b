package org.stele.register;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a source said until a moment, to be found by its own keys. Holds 16 bytes a slot and at most four slots a statement in memory,
 * so that an import of a million rows asks the database only for those that it will find. For one thread.
 */
public final class SaidBefore {

    private final JdbcClient sql;
    private long[] hashes = new long[0];
    /** Ids of statements; 0 where a slot is free. */
    private long[] ids = new long[0];

    private record Block(long firstId, byte[] hashes) {
    }

    SaidBefore(JdbcClient sql, long source) {
        this.sql = sql;
        List<Block> blocks = sql.sql("select first_id, hashes from statement_keys where source = :source").param("source", source)
                .query((row, n) -> new Block(row.getLong("first_id"), row.getBytes("hashes"))).list();
        int count = Math.toIntExact(blocks.stream().mapToLong(block -> block.hashes().length / Long.BYTES).sum());
        if (count > 0) {
            hashes = new long[Integer.highestOneBit(count) * 4];
            ids = new long[hashes.length];
            blocks.forEach(this::take);
        }
    }

    private void take(Block block) {
        ByteBuffer next = ByteBuffer.wrap(block.hashes());
        for (long id = block.firstId(); next.hasRemaining(); id++) {
            long hash = next.getLong();
            int slot = slot(hash);
            while (ids[slot] != 0) {
                slot = slot + 1 & ids.length - 1;
            }
            hashes[slot] = hash;
            ids[slot] = id;
        }
    }

    /** The last statement about a victim under each key; keys without one are left out. One that was lawfully erased is known by its key's
     *  hash alone: it has no key any more. */
    public Map<String, Statement> last(Collection<String> keys) {
        Map<Long, String> candidates = new HashMap<>();
        if (ids.length > 0) {
            keys.forEach(key -> find(key, candidates));
        }
        Map<String, Statement> last = new HashMap<>();
        if (!candidates.isEmpty()) {
            Set<String> wanted = new HashSet<>(keys);
            sql.sql("select * from statement where id = any(:ids) and victim is not null order by id").param("ids", candidates.keySet().toArray(Long[]::new))
                    .query((row, n) -> Statements.read(row)).list().stream().filter(statement -> statement.isErased() || wanted.contains(statement.key()))
                    .forEach(statement -> last.put(statement.isErased() ? candidates.get(statement.id()) : statement.key(), statement));
        }
        return last;
    }

    private void find(String key, Map<Long, String> found) {
        long hash = KeyHash.of(key);
        for (int slot = slot(hash); ids[slot] != 0; slot = slot + 1 & ids.length - 1) {
            if (hashes[slot] == hash) {
                found.put(ids[slot], key);
            }
        }
    }

    /** Of the product's upper half, for the lower bits of hashes of similar keys lie close together. */
    private int slot(long hash) {
        return (int) (hash * 0x9e3779b97f4a7c15L >>> 32) & ids.length - 1;
    }
}
