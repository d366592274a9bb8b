package org.stele.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.stele.database.TestDatabase;
import org.stele.keys.Keyring;

class AccountRequestsTest {
    static final TestDatabase DATABASE = TestDatabase.fresh();
    static final String PASSWORD = "four words apart here";
    static final By BY = new By("the tester", "to try it");

    @TempDir
    static Path folder;

    Instant now = Instant.parse("2020-11-30T12:00:00Z");
    final Accounts accounts = new Accounts(DATABASE.source());
    final StaticListableBeanFactory keys = new StaticListableBeanFactory(Map.of("keys", Keyring.open(folder)));
    final SecondFactors factors = new SecondFactors(accounts, DATABASE.source(), keys.getBeanProvider(Keyring.class), () -> now);
    final AccountRequests requests = new AccountRequests(accounts, factors, DATABASE.source(), () -> keys.getBean(Keyring.class), () -> now);

    @BeforeAll
    static void administrators() {
        Accounts accounts = new Accounts(DATABASE.source());
        for (String name : List.of("omar", "nadia", "walid")) {
            accounts.add(name, Role.ADMINISTRATOR, PASSWORD, BY);
        }
    }

    void person(String name) {
        accounts.add(name, Role.RESEARCHER, PASSWORD, BY);
        factors.enrol(name, BY);
    }

    long asked(String account) {
        return requests.open().stream().filter(each -> each.account().equals(account)).findFirst().orElseThrow().number();
    }

    @Test
    void twoTogetherMakeANewWayInAndNeitherOfThemKnowsIt() {
        person("lost");
        Account before = accounts.find("lost").orElseThrow();

        String first = requests.ask("lost", null, "omar", "her bag was stolen");
        assertThat(accounts.verified("lost", PASSWORD)).as("nothing happens before a second agrees").isPresent();
        String second = requests.agree(asked("lost"), "nadia");

        assertThat(accounts.verified("lost", PASSWORD)).isEmpty();
        assertThat(accounts.verified("lost", first)).isEmpty();
        assertThat(accounts.verified("lost", second)).isEmpty();
        assertThat(accounts.verified("lost", first + "-" + second)).isPresent();
        assertThat(accounts.find("lost").orElseThrow()).matches(account -> !account.enrolled() && account.generation() > before.generation());
        assertThat(factors.recoveryCodesLeft("lost")).isZero();
        assertThat(accounts.events("lost")).extracting(AccountEvent::what, AccountEvent::by).contains(
                org.assertj.core.groups.Tuple.tuple("a new way in was asked for", "omar"), org.assertj.core.groups.Tuple.tuple("given a new password", "omar and nadia"));
        assertThat(accounts.events("lost").toString()).doesNotContain(first, second);
        assertThat(DATABASE.sql().sql("select count(*) from account_request where half is not null and closed_at is not null").query(Long.class).single()).isZero();
    }

    @Test
    void theHalfIsNotInTheDatabaseInPlain() {
        person("half");
        String first = requests.ask("half", null, "omar", "lost her phone");

        assertThat(DATABASE.sql().sql("select encode(half, 'escape') from account_request where account = 'half'").query(String.class).single()).doesNotContain(first);
    }

    @Test
    void nobodyAgreesToTheOwnAskingNorDecidesOnThemselves() {
        person("alone");
        requests.ask("alone", null, "omar", "lost");

        assertThatThrownBy(() -> requests.agree(asked("alone"), "omar")).isInstanceOf(NotDone.class).hasMessage("access.request.another");
        assertThatThrownBy(() -> requests.ask("omar", Role.RESEARCHER, "omar", "I want to read")).isInstanceOf(NotDone.class);
        requests.ask("walid", Role.RESEARCHER, "omar", "changes work");
        assertThatThrownBy(() -> requests.agree(asked("walid"), "walid")).isInstanceOf(NotDone.class);
        assertThat(accounts.find("walid").orElseThrow().role()).isEqualTo(Role.ADMINISTRATOR);
        requests.withdraw(asked("walid"), "omar");
    }

    @Test
    void theDatabaseRefusesIt() {
        person("past");
        requests.ask("past", null, "omar", "lost");
        var past = DATABASE.sql().sql("update account_request set closed_by = :by, closed_at = now(), agreed = true where account = 'past'");

        assertThatThrownBy(() -> past.param("by", "omar").update()).hasMessageContaining("check constraint");
        assertThatThrownBy(() -> past.param("by", "past").update()).hasMessageContaining("check constraint");
    }

    @Test
    void ofManyThatDecideAtOnceOneDoesAndTheAskerNever() throws Exception {
        person("race");
        requests.ask("race", Role.VERIFIER, "omar", "promoted");
        long number = asked("race");
        List<String> hands = List.of("omar", "nadia", "walid");

        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Callable<Boolean>> attempts = IntStream.range(0, 30).mapToObj(n -> (Callable<Boolean>) () -> {
                try {
                    requests.agree(number, hands.get(n % 3));
                    return true;
                } catch (NotDone late) {
                    return false;
                }
            }).toList();
            int done = 0;
            for (var each : threads.invokeAll(attempts)) {
                done += each.get() ? 1 : 0;
            }
            assertThat(done).isEqualTo(1);
        }
        assertThat(accounts.find("race").orElseThrow().role()).isEqualTo(Role.VERIFIER);
        assertThat(accounts.events("race")).filteredOn(event -> event.what().equals("made verifier")).singleElement()
                .satisfies(event -> assertThat(event.by()).matches("omar and (nadia|walid)"));
    }

    @Test
    void oneThingAtATimeAndNotForEver() {
        person("late");
        requests.ask("late", null, "omar", "lost");

        assertThatThrownBy(() -> requests.ask("late", Role.CLERK, "nadia", "other")).hasMessage("access.request.open");
        now = now.plus(Duration.ofDays(7)).plusMillis(1);
        assertThatThrownBy(() -> requests.agree(asked("late"), "nadia")).hasMessage("access.request.another");
        long number = asked("late");
        requests.withdraw(number, "nadia");
        assertThatThrownBy(() -> requests.agree(number, "walid")).hasMessage("access.request.late");
        assertThatThrownBy(() -> requests.ask("late", null, "omar", " ")).hasMessage("access.request.why");
        assertThatThrownBy(() -> requests.ask("nobody-here", null, "omar", "lost")).hasMessage("access.request.nobody");
        assertThatThrownBy(() -> requests.ask("late", Role.RESEARCHER, "omar", "the same")).hasMessage("access.request.nobody");
    }
}
