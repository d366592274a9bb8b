package org.stele.keys;

import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.stele.database.Refusal;
import org.stele.sealing.Sealing;

/**
 * The fingerprints of the keys that this register was ever encrypted with, kept in its database: a key folder that was lost or belongs to
 * another register is noticed before anything is encrypted with the wrong keys.
 */
final class KeptFingerprints {
    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final Sealing sealing;

    KeptFingerprints(DataSource source) {
        this.sql = JdbcClient.create(source);
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
        this.sealing = new Sealing(source);
    }

    boolean isEmpty() {
        return sql.sql("select count(*) from key_version").query(Long.class).single() == 0;
    }

    /** Remembers a key's fingerprint, sealed; nothing to do where it is known. */
    void add(PublicPart key) {
        transaction.executeWithoutResult(status -> {
            int added = sql.sql("insert into key_version (compartment, version, fingerprint) values (:compartment, :version, :fingerprint) on conflict do nothing")
                    .param("compartment", key.compartment().code()).param("version", key.version()).param("fingerprint", key.fingerprint()).update();
            if (added == 1) {
                sealing.written("key_version", List.of(List.of(key.compartment().code(), key.version())));
            }
        });
    }

    /** @throws Refusal if the folder lacks a key that the register was encrypted with, or holds another in its place */
    void check(Keyring keyring) {
        record Kept(String compartment, int version, String fingerprint) {
        }
        List<String> wrong = new ArrayList<>();
        for (Kept each : sql.sql("select compartment, version, fingerprint from key_version order by compartment, version").query(Kept.class).list()) {
            Compartment compartment = Compartment.of(each.compartment());
            boolean there = keyring.folder().versions(compartment).contains(each.version())
                    && keyring.publicPart(compartment, each.version()).fingerprint().equals(each.fingerprint());
            if (!there) {
                wrong.add(each.compartment() + " " + each.version() + " (" + each.fingerprint() + ")");
            }
        }
        if (!wrong.isEmpty()) {
            throw new Refusal("The key folder " + keyring.folder().path() + " is not this register's: these keys are missing or are others: "
                    + String.join(", ", wrong) + ". Put the register's own key folder back, from a backup or a copy. Nothing was changed.");
        }
    }

    /** What to say when there is no key folder at all and the register was encrypted before. */
    Refusal missing(KeyFolder folder) {
        return new Refusal("The register's keys are missing: there is no folder " + folder.path() + ", but the register was encrypted with keys that lay there. "
                + "Put the folder back, from a backup or a copy. No new keys were made: they could not open what is there.");
    }
}
