package org.stele.access;

import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.management.JdbcPublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.JdbcUserCredentialRepository;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;

/** The passkeys of all accounts: public keys only, the private ones never leave their owners' devices. */
final class Passkeys {

    private final JdbcClient sql;
    private final PublicKeyCredentialUserEntityRepository owners;
    private final UserCredentialRepository credentials;

    Passkeys(JdbcClient sql, DataSource dataSource) {
        this.sql = sql;
        JdbcTemplate template = new JdbcTemplate(dataSource);
        this.owners = new JdbcPublicKeyCredentialUserEntityRepository(template);
        this.credentials = new JdbcUserCredentialRepository(template);
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
                        row.getTimestamp("created").toInstant(), Optional.ofNullable(row.getTimestamp("last_used")).map(Timestamp::toInstant).orElse(null))).list();
    }

    void remove(String account, String id) {
        sql.sql("delete from user_credentials using user_entities where id = user_entity_user_id and name = :account and credential_id = :id")
                .param("account", account).param("id", id).update();
    }

    void removeAll(String account) {
        sql.sql("delete from user_credentials using user_entities where id = user_entity_user_id and name = :account").param("account", account).update();
    }
}
