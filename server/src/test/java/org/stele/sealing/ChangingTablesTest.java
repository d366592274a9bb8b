package org.stele.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stele.access.Accounts;
import org.stele.access.By;
import org.stele.access.Role;
import org.stele.access.SecondFactors;
import org.stele.database.DataPlace;
import org.stele.database.TestDatabase;
import org.stele.history.Changes;
import org.stele.keys.Keyring;

/** Rows that change in place are what they were sealed as last, and not what they were before. */
class ChangingTablesTest {

    static final By LEAD = new By("the lead", "to try");

    final TestDatabase database = TestDatabase.fresh();
    final JdbcClient sql = database.sql();
    final Changes changes = new Changes(database.source());
    final Sequencer sequencer = new Sequencer(database.source(), new DataPlace(VerificationTest.folder()));

    @BeforeEach
    void write() {
        Accounts accounts = new Accounts(database.source());
        accounts.add("amal", Role.RESEARCHER, "four words apart here", LEAD);
        accounts.setRole("amal", Role.EDITOR, LEAD);
        accounts.setPassword("amal", "four other words here", LEAD);
        accounts.add("basim", Role.EDITOR, "four words apart here", LEAD);
        accounts.disable("basim", LEAD);
        changes.make("the lead", "bytes come, their key changes, one goes", change -> {
            for (long id = 1; id <= 3; id++) {
                change.append("blob", List.of("id", "sha256", "length", "name", "cipher_length", "compartment", "recorded_at"),
                        List.of(List.of(id, "0".repeat(63) + id, 3L, "a".repeat(63) + id, 30L, "confidential", change.at())));
            }
            change.append("blob_key", List.of("blob", "wrapped"), List.of(List.of(1L, "one"), List.of(2L, "two"), List.of(3L, "three")));
            change.sql().sql("update blob_key set wrapped = 'two again' where blob = 2").update();
            change.written("blob_key", List.of(List.of(2L)));
            change.sql().sql("delete from blob_key where blob = 3").update();
            change.gone("blob_key", List.of(List.of(3L)));
            return null;
        });
        sequencer.publish();
    }

    @AfterEach
    void close() {
        database.close();
    }

    List<Fault> faults() {
        return new Verification(database.source(), sequencer).run((done, total) -> { }).faults();
    }

    void past(String statement) {
        sql.sql("set session_replication_role = replica; " + statement + "; set session_replication_role = origin").update();
    }

    void found(String statement, String words, String undo) {
        found(statement, words, undo, 1);
    }

    void found(String statement, String words, String undo, int many) {
        past(statement);
        assertThat(faults()).as(statement).hasSize(many).allSatisfy(fault -> assertThat(fault.words()).contains(words));
        past(undo);
        assertThat(faults()).as("put back: " + undo).isEmpty();
    }

    @Test
    void theLastStateIsInForceAndNoneBeforeIt() {
        assertThat(faults()).isEmpty();
        found("update account set role = 'researcher' where name = 'amal'", "account \"amal\" is not what was sealed",
                "update account set role = 'editor' where name = 'amal'");
        found("update account set open = true where name = 'basim'", "account \"basim\" is not what was sealed",
                "update account set open = false where name = 'basim'");
        found("update account set password = password || ' '", "account \"", "update account set password = left(password, -1)", 2);
        found("update blob_key set wrapped = 'two' where blob = 2", "blob key 2 is not what was sealed",
                "update blob_key set wrapped = 'two again' where blob = 2");
    }

    @Test
    void whatIsTakenAwayIsMissedAndWhatWasRemovedDoesNotComeBackUnseen() {
        found("delete from blob_key where blob = 1", "blob key 1, sealed on", "insert into blob_key values (1, 'one')");
        found("insert into blob_key values (3, 'three')", "blob key 3 has no entry", "delete from blob_key where blob = 3");
        past("create table kept as select * from account; delete from account where name = 'basim'");
        assertThat(faults()).anySatisfy(fault -> assertThat(fault.words()).contains("account \"basim\"", "no longer there"));
    }

    @Test
    void aRemovedRowMayComeAgainThroughTheProgram() {
        changes.make("the lead", "it came back", change -> {
            change.append("blob_key", List.of("blob", "wrapped"), List.of(List.of(3L, "three")));
            return null;
        });
        assertThat(faults()).isEmpty();
    }

    @Test
    void whoIsShownAnAccountsProofIsNotShownItsPassword() {
        String kept = sql.sql("select password from account where name = 'amal'").query(String.class).single();
        SealedRow row = new SealedRows(database.source()).find("account", List.of("amal")).orElseThrow();
        assertThat(row.holds()).isTrue();
        assertThat(new String(row.form(), StandardCharsets.UTF_8))
                .contains("\"role\":\"editor\"").doesNotContain(kept.substring(kept.indexOf('}') + 1));
    }

    @Test
    void whatLetsSomebodyInIsNotSlippedInPastTheProgram(@TempDir Path folder) {
        var keys = new StaticListableBeanFactory(Map.of("keys", Keyring.open(folder))).getBeanProvider(Keyring.class);
        SecondFactors factors = new SecondFactors(new Accounts(database.source()), database.source(), keys);
        factors.enrol("amal", LEAD);
        factors.enrol("amal", LEAD);
        factors.enrol("basim", LEAD);
        sequencer.publish();

        assertThat(faults()).isEmpty();
        found("insert into recovery_code values ('amal', repeat('0', 64))", "recovery code \"amal\"", "delete from recovery_code where code_sha256 = repeat('0', 64)");
        found("update authenticator set secret = secret || 'x' where account = 'amal'", "authenticator",
                "update authenticator set secret = substring(secret for length(secret) - 1) where account = 'amal'");
        found("insert into user_entities values ('mine', 'amal', 'amal'); insert into user_credentials (credential_id, user_entity_user_id, public_key, "
                + "backup_eligible, backup_state, created, label) values ('mine', 'mine', '', false, false, now(), '')", "past the program",
                "delete from user_credentials; delete from user_entities", 2);
        factors.enrol("amal", LEAD);
        assertThat(faults()).isEmpty();
    }
}
