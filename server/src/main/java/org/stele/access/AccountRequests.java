package org.stele.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.stele.keys.Compartment;
import org.stele.keys.Keyring;
import org.stele.keys.SealedFields.Place;
import org.stele.sealing.Sealing;

/**
 * Changes of accounts that take two administrators. A new way in is a password in two halves, of which each of them is shown one: neither
 * can come in under another's name alone.
 */
final class AccountRequests {

    private static final int GROUPS_OF_A_HALF = 3;

    private final Accounts accounts;
    private final SecondFactors factors;
    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final Sealing sealing;
    private final Supplier<Keyring> keys;
    private final InstantSource clock;

    AccountRequests(Accounts accounts, SecondFactors factors, DataSource dataSource, Supplier<Keyring> keys, InstantSource clock) {
        this.accounts = accounts;
        this.factors = factors;
        this.sql = JdbcClient.create(dataSource);
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
        this.sealing = new Sealing(dataSource);
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Asks for a new way in, or for another role.
     *
     * @return the first half of the new password; empty where a role is asked for
     * @throws NotDone for one's own account, one that is not there, or one about which something is open already
     */
    String ask(String account, @Nullable Role role, String by, String reason) {
        if (reason.isBlank()) {
            throw new NotDone("access.request.why");
        }
        if (account.equals(by)) {
            throw new NotDone("access.request.own");
        }
        if (accounts.find(account).filter(found -> found.role() != role).isEmpty()) {
            throw new NotDone("access.request.nobody");
        }
        String half = role == null ? Passwords.groups(GROUPS_OF_A_HALF) : "";
        try {
            transaction.executeWithoutResult(status -> {
                long number = sql.sql("""
                        insert into account_request (account, role, asked_by, asked_at, reason) values (:account, :role, :by, :at, :reason) returning number""")
                        .param("account", account).param("role", role == null ? null : role.code()).param("by", by)
                        .param("at", clock.instant().atOffset(ZoneOffset.UTC)).param("reason", reason.strip()).query(Long.class).single();
                if (role == null) {
                    sql.sql("update account_request set half = :half where number = :number")
                            .param("half", keys.get().fields(Compartment.WORKING).seal(half, place(number))).param("number", number)
                                    .update();
                }
                accounts.note(account, role == null ? "a new way in was asked for" : "asked to be made " + role.code(), new By(by, reason));
                sealing.written("account_request", List.of(List.of(number)));
            });
        } catch (DuplicateKeyException e) {
            throw new NotDone("access.request.open");
        }
        return half;
    }

    /**
     * Agrees to what another asked for, and does it.
     *
     * @return the second half of the new password; empty where it was a role
     * @throws NotDone if it is not this administrator's to agree to, or is decided already
     */
    String agree(long number, String by) {
        return java.util.Objects.requireNonNull(transaction.execute(status -> {
            AccountRequest request = close(number, by, true);
            By both = new By(request.askedBy() + " and " + by, request.reason());
            if (request.role() != null) {
                accounts.setRole(request.account(), request.role(), both);
                return "";
            }
            byte[] sealed = sql.sql("select half from account_request where number = :number").param("number", number).query(byte[].class)
                    .single();
            String second = Passwords.groups(GROUPS_OF_A_HALF);
            String password = keys.get().fields(Compartment.WORKING).open(sealed, place(number)) + "-" + second;
            sql.sql("update account_request set half = null where number = :number").param("number", number).update();
            accounts.setPassword(request.account(), password, both);
            accounts.change(request.account(), "lost all else it signed in with", both, () -> factors.forget(request.account()));
            return second;
        }));
    }

    /** Takes back or turns down what was asked for.
     *  @throws NotDone if it is decided already */
    void withdraw(long number, String by) {
        transaction.executeWithoutResult(status -> {
            AccountRequest request = close(number, by, false);
            sql.sql("update account_request set half = null where number = :number").param("number", number).update();
            accounts.note(request.account(), "what was asked for was withdrawn", new By(by, request.reason()));
        });
    }

    /** One statement decides, so that of two at once one comes too late. */
    private AccountRequest close(long number, String by, boolean agreed) {
        AccountRequest request = open().stream().filter(each -> each.number() == number).findFirst().orElseThrow(() ->
                new NotDone("access.request.late"));
        if (agreed && !request.mayBeAgreedBy(by, clock.instant())) {
            throw new NotDone("access.request.another");
        }
        int closed = sql.sql("update account_request set closed_by = :by, closed_at = :at, agreed = :agreed where number = :number and closed_at is null")
                .param("by", by).param("at", clock.instant().atOffset(ZoneOffset.UTC)).param("agreed", agreed).param("number", number)
                        .update();
        if (closed != 1) {
            throw new NotDone("access.request.late");
        }
        sealing.written("account_request", List.of(List.of(number)));
        return request;
    }

    /** What is not decided yet, oldest first. */
    List<AccountRequest> open() {
        return sql.sql("select * from account_request where closed_at is null order by number").query(AccountRequests::request).list();
    }

    private static AccountRequest request(ResultSet row, int number) throws SQLException {
        return new AccountRequest(row.getLong("number"), row.getString("account"), Optional.ofNullable(row.getString("role")).map(Role::of)
                .orElse(null),
                row.getString("asked_by"), row.getTimestamp("asked_at").toInstant(), row.getString("reason"));
    }

    private static Place place(long number) {
        return new Place("account_request", "half", number);
    }
}
