package org.stele.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stele.keys.Compartment;
import org.stele.keys.Keyring;
import org.stele.keys.SealedFields.Place;
import org.stele.sealing.Sealing;

/**
 * The secrets that authenticator apps share with this register. Written and removed within a transaction of the caller, and sealed with it.
 */
final class Authenticators {

    /** A code is taken half a minute early and half a minute late: clocks differ, and typing takes time. */
    private static final int EITHER_WAY = 1;

    private final JdbcClient sql;
    private final Sealing sealing;
    private final Supplier<Keyring> keys;

    private record Kept(long number, byte[] secret) {
    }

    Authenticators(JdbcClient sql, Sealing sealing, Supplier<Keyring> keys) {
        this.sql = sql;
        this.sealing = sealing;
        this.keys = keys;
    }

    /** Keeps a secret in place of the one before. The step is that of the code by which the app was tried: it is used up. */
    void put(String account, byte[] secret, long step) {
        remove(account);
        long number = sql.sql("select nextval(pg_get_serial_sequence('authenticator', 'number'))").query(Long.class).single();
        byte[] sealed = keys.get().fields(Compartment.WORKING).seal(Base64.getEncoder().encodeToString(secret), place(number));
        sql.sql("insert into authenticator (account, number, secret, last_step) values (:account, :number, :secret, :step)")
                .param("account", account).param("number", number).param("secret", sealed).param("step", step).update();
        sealing.written("authenticator", List.of(List.of(account)));
    }

    void remove(String account) {
        if (sql.sql("delete from authenticator where account = :account").param("account", account).update() > 0) {
            sealing.gone("authenticator", List.of(List.of(account)), null);
        }
    }

    boolean has(String account) {
        return sql.sql("select exists (select from authenticator where account = :account)").param("account", account).query(Boolean.class)
                .single();
    }

    /** Whether the code is one of this moment that was not used yet; it is then. */
    boolean takes(String account, String code, Instant now) {
        Optional<Kept> kept = sql.sql("select number, secret from authenticator where account = :account").param("account", account)
                .query((row, n) -> new Kept(row.getLong("number"), row.getBytes("secret"))).optional();
        if (kept.isEmpty() || !code.matches("[0-9]{" + Totp.DIGITS + "}")) {
            return false;
        }
        byte[] secret = Base64.getDecoder().decode(keys.get().fields(Compartment.WORKING).open(kept.get().secret(), place(kept.get()
                .number())));
        Optional<Long> step = stepOf(secret, code, now);
        return step.isPresent() && sql.sql("update authenticator set last_step = :step where account = :account and number = :number and last_step < :step")
                .param("step", step.get()).param("account", account).param("number", kept.get().number()).update() == 1;
    }

    /** The step near now that a code belongs to. */
    static Optional<Long> stepOf(byte[] secret, String code, Instant now) {
        Optional<Long> found = Optional.empty();
        for (long step = Totp.step(now) - EITHER_WAY; step <= Totp.step(now) + EITHER_WAY; step++) {
            if (MessageDigest.isEqual(Totp.code(secret, step).getBytes(StandardCharsets.UTF_8), code.getBytes(StandardCharsets.UTF_8))) {
                found = Optional.of(step);
            }
        }
        return found;
    }

    private static Place place(long number) {
        return new Place("authenticator", "secret", number);
    }
}
