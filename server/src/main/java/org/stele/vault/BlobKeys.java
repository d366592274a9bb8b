package org.stele.vault;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.stele.keys.Compartment;
import org.stele.keys.KeyHolder;
import org.stele.keys.WrappedKey;
import org.stele.sealing.Sealing;

/** The data keys of blobs, for a rotation: they are wrapped again, and no blob is read. */
final class BlobKeys implements KeyHolder {
    private static final int BATCH = 1000;
    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final Sealing sealing;

    BlobKeys(DataSource source) {
        this.sql = JdbcClient.create(source);
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
        this.sealing = new Sealing(source);
    }

    private record Held(Blob blob, String wrapped) {
    }

    @Override
    public String name() {
        return "originals";
    }

    /** Some keys at a time, so that a rotation that was cut off goes on where it was; one that is destroyed meanwhile stays destroyed. */
    @Override
    public long exchange(Compartment compartment, int newest, Exchange exchange) {
        long exchanged = 0;
        long after = -1;
        List<Held> batch = next(compartment, after);
        while (!batch.isEmpty()) {
            exchanged += exchange(batch, newest, exchange);
            after = batch.getLast().blob().id();
            batch = next(compartment, after);
        }
        return exchanged;
    }

    private int exchange(List<Held> batch, int newest, Exchange exchange) {
        Map<Held, String> again = new LinkedHashMap<>();
        for (Held held : batch) {
            WrappedKey old = WrappedKey.of(held.wrapped());
            if (old.version() < newest) {
                again.put(held, exchange.again(old, Vault.context(held.blob())).text());
            }
        }
        List<List<Long>> written = new ArrayList<>();
        transaction.executeWithoutResult(status -> {
            again.forEach((held, wrapped) -> {
                int done = sql.sql("update blob_key set wrapped = :again where blob = :blob and wrapped = :old")
                        .param("again", wrapped).param("blob", held.blob().id()).param("old", held.wrapped()).update();
                if (done == 1) {
                    written.add(List.of(held.blob().id()));
                }
            });
            sealing.written("blob_key", written);
        });
        return written.size();
    }

    private List<Held> next(Compartment compartment, long after) {
        return sql.sql("select blob.*, wrapped from blob join blob_key on blob_key.blob = blob.id where compartment = :compartment and id > :after order by id limit " + BATCH)
                .param("compartment", compartment.code()).param("after", after)
                .query((row, n) -> new Held(Blobs.read(row), row.getString("wrapped"))).list();
    }
}
