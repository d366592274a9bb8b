package org.stele.vault;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stele.keys.Compartment;
import org.stele.keys.KeyHolder;
import org.stele.keys.WrappedKey;

/** The data keys of blobs, for a rotation: they are wrapped again, and no blob is read. */
final class BlobKeys implements KeyHolder {
    private static final int BATCH = 1000;
    private final JdbcClient sql;

    BlobKeys(DataSource source) {
        this.sql = JdbcClient.create(source);
    }

    private record Held(Blob blob, String wrapped) {
    }

    @Override
    public String name() {
        return "originals";
    }

    /** Each key by itself, so that one that was cut off goes on where it was; one that is destroyed meanwhile stays destroyed. */
    @Override
    public long exchange(Compartment compartment, int newest, Exchange exchange) {
        long exchanged = 0;
        long after = -1;
        List<Held> batch = next(compartment, after);
        while (!batch.isEmpty()) {
            for (Held held : batch) {
                WrappedKey old = WrappedKey.of(held.wrapped());
                if (old.version() < newest) {
                    exchanged += sql.sql("update blob_key set wrapped = :again where blob = :blob and wrapped = :old")
                            .param("again", exchange.again(old, Vault.context(held.blob())).text()).param("blob", held.blob().id()).param("old", held.wrapped()).update();
                }
                after = held.blob().id();
            }
            batch = next(compartment, after);
        }
        return exchanged;
    }

    private List<Held> next(Compartment compartment, long after) {
        return sql.sql("select blob.*, wrapped from blob join blob_key on blob_key.blob = blob.id where compartment = :compartment and id > :after order by id limit " + BATCH)
                .param("compartment", compartment.code()).param("after", after)
                .query((row, n) -> new Held(Blobs.read(row), row.getString("wrapped"))).list();
    }
}
