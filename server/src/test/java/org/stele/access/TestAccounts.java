package org.stele.access;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.stele.sealing.Sealing;

/**
 * Accounts that tests sign in with: set up as a person does it who has an authenticator and recovery codes. Each sign-in takes a code of
 * {@link #code()}, for no code is good twice.
 */
public final class TestAccounts {

    private static final AtomicInteger USED = new AtomicInteger();

    /** The same for every account of every test, so that who signs in need not know where the account was made. */
    private static final List<String> CODES = IntStream.range(0, 1000).mapToObj("test-code-%04d"::formatted).toList();

    private TestAccounts() {
    }

    /** Sets up accounts that are there; past the program, so that the register does not verify any more. */
    public static void enrol(JdbcClient sql, String... accounts) {
        for (String account : accounts) {
            // Nobody types six digits in these tests, so no secret is needed.
            sql.sql("insert into authenticator (account, secret) values (:account, '')").param("account", account).update();
            sql.sql("insert into recovery_code (account, code_sha256) select cast(:account as text), unnest(cast(:codes as text[]))").param("account", account)
                    .param("codes", CODES.stream().map(code -> RecoveryCodes.digest(account, code)).toArray(String[]::new)).update();
        }
    }

    /** The same with everything sealed, as the program does it: for tests that verify the register. */
    public static void enrolSealed(DataSource source, String... accounts) {
        JdbcClient sql = JdbcClient.create(source);
        Sealing sealing = new Sealing(source);
        new TransactionTemplate(new DataSourceTransactionManager(source)).executeWithoutResult(status -> {
            for (String account : accounts) {
                sql.sql("insert into authenticator (account, secret) values (:account, '')").param("account", account).update();
                sealing.written("authenticator", List.of(List.of(account)));
                new RecoveryCodes(sql, sealing).put(account, CODES);
            }
        });
    }

    /** A code that no test has used yet. */
    public static String code() {
        return CODES.get(USED.getAndIncrement());
    }

    /** What an authenticator app would show now for the key that a page gives. */
    public static String codeOfApp(String key) {
        String letters = key.replace(" ", "");
        java.io.ByteArrayOutputStream secret = new java.io.ByteArrayOutputStream();
        int held = 0;
        int bits = 0;
        for (char letter : letters.toCharArray()) {
            held = held << 5 | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                secret.write(held >> bits & 0xff);
            }
        }
        return Totp.code(secret.toByteArray(), Totp.step(java.time.Instant.now()));
    }
}
