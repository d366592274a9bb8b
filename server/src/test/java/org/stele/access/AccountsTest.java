package org.stele.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm;
import org.stele.database.Refusal;
import org.stele.database.TestDatabase;

class AccountsTest {
    static final TestDatabase DATABASE = TestDatabase.fresh();
    static final String PASSWORD = "four words apart here";

    final Accounts accounts = new Accounts(DATABASE.source());
    final By by = new By("the tester", "to try it");

    @Test
    void noAccountIsThereBeforeSomebodyMakesOne() {
        assertThat(DATABASE.sql().sql("select count(*) from account where name not like 'try-%'").query(Long.class).single()).isZero();
    }

    @Test
    void whoKnowsThePasswordComesInAndNobodyElse() {
        accounts.add("try-in", Role.EDITOR, PASSWORD, by);

        assertThat(accounts.verified("try-in", PASSWORD)).hasValueSatisfying(account -> assertThat(account.role()).isEqualTo(Role.EDITOR));
        assertThat(accounts.verified("try-in", PASSWORD + "x")).isEmpty();
        assertThat(accounts.verified("try-nobody", PASSWORD)).isEmpty();
        assertThat(accounts.verified("try-nobody", "nobody has this password")).isEmpty();
    }

    @Test
    void aDisabledAccountStaysOutAndTheRecordSaysWhoAndWhy() {
        accounts.add("try-out", Role.RESEARCHER, PASSWORD, by);
        accounts.disable("try-out", new By("the lead", "left the organisation"));

        assertThat(accounts.verified("try-out", PASSWORD)).isEmpty();
        assertThat(accounts.events("try-out")).extracting(AccountEvent::what, AccountEvent::by, AccountEvent::reason).containsExactly(
                org.assertj.core.groups.Tuple.tuple("added as researcher", "the tester", "to try it"),
                org.assertj.core.groups.Tuple.tuple("disabled", "the lead", "left the organisation"));
    }

    @Test
    void everyChangeEndsTheSessionsBegunBefore() {
        Account before = accounts.add("try-change", Role.EDITOR, PASSWORD, by);
        accounts.setPassword("try-change", "other words far apart", by);

        assertThat(accounts.find("try-change").orElseThrow().generation()).isGreaterThan(before.generation());
        assertThat(accounts.verified("try-change", PASSWORD)).isEmpty();
    }

    @Test
    void passwordsAreKeptOnlyAsAnExpensiveDigest() {
        accounts.add("try-kept", Role.EDITOR, PASSWORD, by);

        assertThat(DATABASE.sql().sql("select password from account where name = 'try-kept'").query(String.class).single())
                .startsWith("{argon2id-19m-2}$argon2id$v=19$m=19456,t=2,p=1$").doesNotContain(PASSWORD);
    }

    @Test
    void aPasswordKeptInTheFormerWayStillLetsInAndIsKeptAnew() {
        accounts.add("try-former", Role.EDITOR, PASSWORD, by);
        String former = "{pbkdf2-sha512-210k}" + new Pbkdf2PasswordEncoder("", 16, 210_000, SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA512).encode(PASSWORD);
        DATABASE.sql().sql("update account set password = :former where name = 'try-former'").param("former", former).update();

        assertThat(accounts.verified("try-former", "not the password at all")).isEmpty();
        assertThat(kept("try-former")).isEqualTo(former);
        int generation = accounts.verified("try-former", PASSWORD).orElseThrow().generation();

        assertThat(kept("try-former")).startsWith("{argon2id-19m-2}");
        assertThat(accounts.verified("try-former", PASSWORD)).hasValueSatisfying(account -> assertThat(account.generation()).isEqualTo(generation));
        assertThat(accounts.events("try-former")).last().extracting(AccountEvent::what, AccountEvent::by)
                .containsExactly("password kept in a newer way", "try-former");
    }

    private static String kept(String name) {
        return DATABASE.sql().sql("select password from account where name = :name").param("name", name).query(String.class).single();
    }

    @ParameterizedTest
    @ValueSource(strings = {"password1234", "Password12345!", "qwertyuiop12", "iloveyou1234", "1q2w3e4r5t6y", "trustno1trustno1", "P@ssw0rd1234!!",
            "abcdefghijklmnop", "20201130202011", "try-common-try-common"})
    void whatIsOnTheListsOrMadeOfThemIsRefused(String password) {
        assertThatThrownBy(() -> accounts.add("try-common", Role.EDITOR, password, by)).isInstanceOf(Refusal.class).hasMessageContaining("easy to guess");
        assertThat(accounts.find("try-common")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"correct horse battery staple", "كلمات أربع لا تجتمع", "kx9p-22mq-zz8r-p3nd"})
    void longOnesThatBelongToNoListAreTaken(String password) {
        assertThat(Passwords.matches(password, Passwords.kept("try-good", password))).isTrue();
    }

    @Test
    void weakPasswordsAndTakenNamesAreRefusedWithAReason() {
        accounts.add("try-taken", Role.EDITOR, PASSWORD, by);

        assertThatThrownBy(() -> accounts.add("try-short", Role.EDITOR, "too short", by)).isInstanceOf(Refusal.class).hasMessageContaining("12");
        assertThatThrownBy(() -> accounts.add("try-same", Role.EDITOR, "aaaaaaaaaaaaaaaa", by)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> accounts.add("try-taken", Role.EDITOR, PASSWORD, by)).isInstanceOf(Refusal.class).hasMessageContaining("try-taken");
        assertThatThrownBy(() -> accounts.add("Not A Name", Role.EDITOR, PASSWORD, by)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> accounts.disable("try-absent", by)).isInstanceOf(Refusal.class).hasMessageContaining("try-absent");
    }

    @Test
    void whatHappenedToAnAccountCannotBeRewritten() {
        accounts.add("try-event", Role.EDITOR, PASSWORD, by);

        assertThatThrownBy(() -> DATABASE.sql().sql("update account_event set reason = 'other'").update()).hasMessageContaining("never changed");
        assertThatThrownBy(() -> DATABASE.sql().sql("delete from account_event").update()).hasMessageContaining("never changed");
    }

    @Test
    void aMadeUpPasswordIsTakenAndNeverTheSame() {
        String one = Passwords.generate();

        assertThat(one).matches("[a-z2-9]{4}(-[a-z2-9]{4}){4}").isNotEqualTo(Passwords.generate());
        assertThat(Passwords.kept("try", one)).startsWith("{");
    }
}
