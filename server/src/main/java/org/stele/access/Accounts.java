package org.stele.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;
import org.stele.database.Refusal;
import org.stele.sealing.Sealing;

/** The accounts, and what happened to them. A change, its record and the record's entry in the sealed log are one
 * transaction: none is there without the others. */
@Repository
public class Accounts {

    /** What an unknown name's password is compared with, so that the answer takes as long as for a known one. Made when first needed. */
    private static final class Nobody {
        static final String PASSWORD = Passwords.encoded("nobody has this password");
    }

    private static final String ENROLLED = """
            (exists (select from authenticator a where a.account = account.name)
                or exists (select from user_credentials join user_entities e on e.id = user_entity_user_id where e.name = account.name)) as enrolled""";

    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final Sealing sealing;

    public Accounts(DataSource dataSource) {
        this.sql = JdbcClient.create(dataSource);
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
        this.sealing = new Sealing(dataSource);
    }

    /** @throws Refusal if the name is taken or not a name, or the password too weak */
    public Account add(String name, Role role, String password, By by) {
        if (!name.matches("[a-z][a-z0-9._-]{1,39}")) {
            throw new Refusal("An account's name has 2 to 40 small letters, digits, dots, hyphens or underscores and begins with a letter; '" + name + "' does not.");
        }
        try {
            String kept = Passwords.kept(name, password);
            return transaction.execute(status -> {
                Account made = sql.sql("insert into account (name, role, password) values (:name, :role, :password) returning account.*, false as enrolled")
                        .param("name", name).param("role", role.code()).param("password", kept).query(Accounts::account).single();
                note(name, "added as " + role.code(), by);
                return made;
            });
        } catch (DuplicateKeyException e) {
            throw new Refusal("There is an account '" + name
                    + "' already. Names are never given twice, since changes are recorded under them.", e);
        }
    }

    /** Closes an account for good or until {@link #reopen}; who is signed in with it is out at the next click. */
    public void disable(String name, By by) {
        change(name, "open = false", "disabled", by, null);
    }

    public void reopen(String name, By by) {
        change(name, "open = true", "reopened", by, null);
    }

    public void setRole(String name, Role role, By by) {
        change(name, "role = :value", "made " + role.code(), by, role.code());
    }

    public void setPassword(String name, String password, By by) {
        change(name, "password = :value", "given a new password", by, Passwords.kept(name, password));
    }

    /** A change of what belongs to an account, in one transaction with its record; what was begun with the account before ends. */
    Account change(String name, String what, By by, Runnable work) {
        return transaction.execute(status -> {
            change(name, "open = open", what, by, null);
            work.run();
            return find(name).orElseThrow();
        });
    }

    private void change(String name, String set, String what, By by, @Nullable String value) {
        transaction.executeWithoutResult(status -> {
            int changed = sql.sql("update account set %s, generation = generation + 1 where name = :name".formatted(set))
                    .param("name", name).param("value", value).update();
            if (changed != 1) {
                throw new Refusal("There is no account '" + name + "'. 'stele account list' shows those there are.");
            }
            note(name, what, by);
        });
    }

    /** What happened, and what the account is since, sealed: an account that was altered past this program does not agree with it. */
    void note(String name, String what, By by) {
        transaction.executeWithoutResult(status -> noteWithin(name, what, by));
    }

    private void noteWithin(String name, String what, By by) {
        long event = sql.sql("""
                insert into account_event (account, what, made_by, reason, role, open, generation, password_sha256)
                select name, :what, :by, :reason, role, open, generation, encode(sha256(convert_to(password, 'UTF8')), 'hex') from account where name = :name
                returning number""")
                .param("name", name).param("what", what).param("by", by.who()).param("reason", by.why()).query(Long.class).single();
        sealing.written("account_event", List.of(List.of(event)));
        sealing.written("account", List.of(List.of(name)));
    }

    public Optional<Account> find(String name) {
        return sql.sql("select account.*, " + ENROLLED + " from account where name = :name").param("name", name).query(Accounts::account)
                .optional();
    }

    /** In order of name, the disabled ones included. */
    public List<Account> list() {
        return sql.sql("select account.*, " + ENROLLED + " from account order by name").query(Accounts::account).list();
    }

    /** What happened to an account, oldest first. */
    public List<AccountEvent> events(String name) {
        return sql.sql("select * from account_event where account = :name order by number").param("name", name)
                .query((row, n) -> new AccountEvent(row.getObject("at", OffsetDateTime.class).toInstant(), row.getString("account"),
                        row.getString("what"), row.getString("made_by"), row.getString("reason"))).list();
    }

    /** The open account that has this name and password. Takes as long for a wrong name as for a wrong password. */
    Optional<Account> verified(String name, String password) {
        Optional<String> kept = sql.sql("select password from account where name = :name and open").param("name", name).query(String.class)
                .optional();
        boolean right = Passwords.matches(password, kept.orElseGet(() -> Nobody.PASSWORD)) && kept.isPresent();
        if (right && Passwords.isOutOfDate(kept.get())) {
            keepAnew(name, kept.get(), password);
        }
        return right ? find(name).filter(Account::open) : Optional.empty();
    }

    /** Keeps a password that was kept in an older way as new ones are; nothing else of the account changes. */
    private void keepAnew(String name, String old, String password) {
        String anew = Passwords.encoded(password);
        transaction.executeWithoutResult(status -> {
            int changed = sql.sql("update account set password = :anew where name = :name and password = :old")
                    .param("anew", anew).param("name", name).param("old", old).update();
            if (changed == 1) {
                note(name, "password kept in a newer way", new By(name, "signed in"));
            }
        });
    }

    /** Writes down what an account is about to read; durable and sealed when this returns. */
    void reads(String account, String what) {
        transaction.executeWithoutResult(status -> {
            long number = sql.sql("insert into reading (account, what) values (:account, :what) returning number")
                    .param("account", account).param("what", what).query(Long.class).single();
            sealing.written("reading", List.of(List.of(number)));
        });
    }

    private static Account account(ResultSet row, int number) throws SQLException {
        return new Account(row.getString("name"), Role.of(row.getString("role")), row.getBoolean("open"), row.getInt("generation"),
                row.getBoolean("enrolled"));
    }
}
