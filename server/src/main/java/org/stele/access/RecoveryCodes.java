package org.stele.access;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stele.fixity.Digest;
import org.stele.sealing.Sealing;

/** Codes on paper, each good once. Written and removed within a transaction of the caller, and sealed with it. */
final class RecoveryCodes {

    static final int NUMBER = 10;

    private final JdbcClient sql;
    private final Sealing sealing;

    RecoveryCodes(JdbcClient sql, Sealing sealing) {
        this.sql = sql;
        this.sealing = sealing;
    }

    /** Four groups of four: 79 bits, too many to be found from the digest. */
    static List<String> makeUp() {
        return Stream.generate(() -> Passwords.groups(4)).limit(NUMBER).toList();
    }

    /** Keeps these in place of those before. */
    void put(String account, List<String> codes) {
        remove(account);
        List<String> digests = codes.stream().map(code -> digest(account, code)).toList();
        sql.sql("insert into recovery_code (account, code_sha256) select cast(:account as text), unnest(cast(:codes as text[]))")
                .param("account", account).param("codes", digests.toArray(String[]::new)).update();
        sealing.written("recovery_code", keys(account, digests));
    }

    void remove(String account) {
        List<String> gone = sql.sql("delete from recovery_code where account = :account returning code_sha256").param("account", account)
                .query(String.class).list();
        sealing.gone("recovery_code", keys(account, gone), null);
    }

    private static List<List<String>> keys(String account, List<String> digests) {
        return digests.stream().map(digest -> List.of(account, digest)).toList();
    }

    /** How many are not used yet. */
    int left(String account) {
        return sql.sql("select count(*) from recovery_code where account = :account and used_at is null").param("account", account)
                .query(Integer.class).single();
    }

    /** Whether the code is one of the account's that was not used yet; it is then. */
    boolean takes(String account, String code) {
        return sql.sql("update recovery_code set used_at = clock_timestamp() where account = :account and code_sha256 = :code and used_at is null")
                .param("account", account).param("code", digest(account, code)).update() == 1;
    }

    /** However it was typed: without regard to case, spaces and hyphens. */
    static String digest(String account, String code) {
        return Digest.of(account + " " + code.toLowerCase(Locale.ROOT).replaceAll("[\\s-]", "")).sha256();
    }
}
