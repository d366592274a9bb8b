package org.stele.access;

import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.management.JdbcPublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.JdbcUserCredentialRepository;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.transaction.support.TransactionTemplate;
import org.stele.sealing.Sealing;

/** The passkeys of all accounts: public keys only, the private ones never leave their owners' devices. */
final class Passkeys {

    private final JdbcClient sql;
    private final Sealing sealing;
    private final TransactionTemplate transaction;
    private final PublicKeyCredentialUserEntityRepository owners;
    private final UserCredentialRepository credentials;

    Passkeys(JdbcClient sql, Sealing sealing, DataSource dataSource) {
        this.sql = sql;
        this.sealing = sealing;
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
        JdbcTemplate template = new JdbcTemplate(dataSource);
        this.owners = new JdbcPublicKeyCredentialUserEntityRepository(template);
        this.credentials = new JdbcUserCredentialRepository(template);
    }

    /** Gives an account the number by which devices know it, if it has none yet; it tells nothing of the account. */
    void name(String account) {
        transaction.executeWithoutResult(status -> {
            String id = Bytes.random().toBase64UrlString();
            int made = sql.sql("insert into user_entities (id, name, display_name) values (:id, :name, :name) on conflict (name) do nothing")
                    .param("id", id).param("name", account).update();
            if (made == 1) {
                sealing.written("user_entities", List.of(List.of(id)));
            }
        });
    }

    /** Seals a passkey that the current transaction has kept. */
    void kept(String id) {
        sealing.written("user_credentials", List.of(List.of(id)));
    }

    PublicKeyCredentialUserEntityRepository owners() {
        return owners;
    }

    UserCredentialRepository credentials() {
        return credentials;
    }

    /** Oldest first. */
    List<Passkey> of(String account) {
        return sql.sql("""
                select credential_id, label, created, last_used from user_credentials join user_entities on id = user_entity_user_id
                where name = :account order by created, credential_id""")
                .param("account", account).query((row, n) -> new Passkey(row.getString("credential_id"), row.getString("label"),
                        row.getTimestamp("created").toInstant(), Optional.ofNullable(row.getTimestamp("last_used"))
                                .map(Timestamp::toInstant).orElse(null))).list();
    }

    void remove(String account, String id) {
        int gone = sql.sql("delete from user_credentials using user_entities where id = user_entity_user_id and name = :account and credential_id = :id")
                .param("account", account).param("id", id).update();
        if (gone > 0) {
            sealing.gone("user_credentials", List.of(List.of(id)), null);
        }
    }

    void removeAll(String account) {
        of(account).forEach(each -> remove(account, each.id()));
    }
}
