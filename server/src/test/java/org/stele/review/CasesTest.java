package org.stele.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.stele.database.TestDatabase;
import org.stele.history.Changes;
import org.stele.history.StaleVersion;
import org.stele.history.Version;
import org.stele.history.VersionKey;
import org.stele.language.Language;
import org.stele.messages.Channel;
import org.stele.messages.Messages;
import org.stele.messages.NewMessage;
import org.stele.messages.Telling;
import org.stele.messages.ToldField;
import org.stele.messages.Use;
import org.stele.register.CivilianStatus;
import org.stele.register.Codebooks;
import org.stele.register.Incidents;
import org.stele.register.PersonName;
import org.stele.register.Standing;
import org.stele.register.Statements;
import org.stele.register.Victim;
import org.stele.register.Victims;
import org.stele.statistics.Measure;
import org.stele.statistics.Period;
import org.stele.statistics.Question;
import org.stele.statistics.Statistics;

@SpringBootTest(webEnvironment = WebEnvironment.NONE)
class CasesTest {

    static final TestDatabase DATABASE = TestDatabase.fresh();
    static final AtomicInteger NUMBER = new AtomicInteger();
    static final Question ALL = new Question(List.of(Measure.Basic.VICTIMS), List.of(), List.of(), Period.EVER, null);

    @Autowired
    Cases cases;

    @Autowired
    Findings findings;

    @Autowired
    Merging merging;

    @Autowired
    Messages messages;

    @Autowired
    Victims victims;

    @Autowired
    Incidents incidents;

    @Autowired
    Statements statements;

    @Autowired
    Statistics statistics;

    @Autowired
    Changes changes;

    @Autowired
    Codebooks codebooks;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        DATABASE.register(registry);
    }

    @BeforeEach
    void codebook() throws IOException {
        String text = Files.readString(Path.of("../codebooks/syria/codebook.yaml"));
        changes.make("tests", "adopts the codebook", change -> codebooks.adopt(change, text));
    }

    @Test
    void aMessageHasItsPlaceInTheQueueFromTheMomentItIsTaken() {
        long id = caseOf(message(Channel.FORM, Map.of(Use.VERIFY, true)));
        assertThat(cases.file(id).current().record()).satisfies(each -> {
            assertThat(each.state()).isEqualTo(CaseState.RECEIVED);
            assertThat(each.matter()).isEqualTo(Matter.KILLING);
            assertThat(each.assignee()).isNull();
        });
        assertThat(cases.file(caseOf(message(Channel.CORRECTION, Map.of()))).current().record().matter()).isEqualTo(Matter.CORRECTION);
    }

    @Test
    void whatBeginsSaysOnlyWhatWasToldBeyondDoubt() {
        long id = begun(message(Channel.FORM, Map.of(Use.VERIFY, true)));
        assertThat(cases.file(id).victims()).hasSize(2);
        Victim first = cases.file(id).victims().getFirst().record().content();
        assertThat(first.name().arabic()).isEqualTo("سعاد بنت المثال");
        assertThat(first.age().min()).isEqualTo(9);
        assertThat(first.death().from()).isEqualTo("2020-11-24");
        assertThat(first.status()).isEqualTo(CivilianStatus.UNKNOWN);
        assertThat(cases.file(id).victims().get(1).record().content().age().min()).as("'about 40' is for a researcher to judge").isNull();
        assertThat(statistics.answer(ALL).totals()).as("nothing counts yet").containsExactly(documented());
    }

    @Test
    void aPersonCountsOnlyWhenASecondOneHasVerifiedWhatTwoSourcesTell() {
        long before = documented();
        long id = begun(message(Channel.FORM, Map.of(Use.VERIFY, true)));
        assertThat(kinds(cases.obstacles(id))).contains(Obstacle.Kind.TOO_FEW_SOURCES, Obstacle.Kind.STATUS_OPEN);
        assertThatThrownBy(() -> step(id, new Step.Propose(), "amal")).isInstanceOf(Obstructed.class);

        long second = joined(id, message(Channel.DESK, Map.of()));
        found(id, second, "amal");
        assertThat(cases.obstacles(id)).isEmpty();
        step(id, new Step.Propose(), "amal");
        assertThatThrownBy(() -> step(id, new Step.Document(), "amal")).isInstanceOf(Obstructed.class).hasMessageContaining("OWN_WORK");
        assertThat(statistics.answer(ALL).totals()).containsExactly(before);

        Version<Case> documented = step(id, new Step.Document(), "badr");
        assertThat(documented.record().state()).isEqualTo(CaseState.DOCUMENTED);
        assertThat(documented.by()).isEqualTo("badr");
        assertThat(statistics.answer(ALL).totals()).containsExactly(before + 2);
        List<Long> people = recorded(id);
        assertThat(statements.aboutVictim(people.getFirst())).hasSize(2).allMatch(each -> !each.words().contains("سعاد"));
        assertThat(incidents.current(documented.record().incident()).orElseThrow().record().documentedOn()).isNotNull();
    }

    @Test
    void twoSourcesThatHaveItFromOneAnotherAreOne() {
        long first = message(Channel.FORM, Map.of(Use.VERIFY, true));
        long id = begun(first);
        long second = joined(id, message(Channel.FEED, Map.of()));
        found(id, second, "amal");
        assertThat(cases.obstacles(id)).isEmpty();
        findings.assess(id, new Assessment(second, Grade.LIKELY, Grade.LIKELY, first), "amal", "the post quotes the family");
        assertThat(kinds(cases.obstacles(id))).containsOnly(Obstacle.Kind.TOO_FEW_SOURCES);
        findings.assess(id, new Assessment(second, Grade.LOW, Grade.LIKELY, null), "amal", "known for inventions");
        assertThat(kinds(cases.obstacles(id))).containsOnly(Obstacle.Kind.TOO_FEW_SOURCES);
    }

    @Test
    void aSenderWhoTakesTheConsentToVerifyBackStopsTheProposal() {
        long first = message(Channel.FORM, Map.of(Use.VERIFY, true));
        long id = begun(first);
        found(id, joined(id, message(Channel.DESK, Map.of())), "amal");
        assertThat(cases.obstacles(id)).isEmpty();
        messages.withdraw(first, "please do not");
        assertThat(kinds(cases.obstacles(id))).contains(Obstacle.Kind.NO_CONSENT, Obstacle.Kind.TOO_FEW_SOURCES);
    }

    @Test
    void aPersonOfConcernIsNoVictim() {
        long id = begun(message(Channel.FORM, Map.of(Use.VERIFY, true)));
        found(id, joined(id, message(Channel.DESK, Map.of())), "amal");
        cases.about(id, Matter.CONCERN, "amal", "nobody says that she is dead");
        assertThat(kinds(cases.obstacles(id))).containsExactly(Obstacle.Kind.NOT_KNOWN_DEAD);
    }

    @Test
    void whoWroteAMessageDownDoesNotVerifyIt() {
        long first = message(Channel.FORM, Map.of(Use.VERIFY, true));
        long id = begun(first);
        found(id, joined(id, messages.take(told(Channel.DESK, Map.of()), "badr").message()), "amal");
        step(id, new Step.Propose(), "amal");
        assertThatThrownBy(() -> step(id, new Step.Document(), "badr")).hasMessageContaining("OWN_WORK");
        step(id, new Step.Document(), "dima");
    }

    @Test
    void onePersonSignedInTwiceCannotTakeTheSameStepTwice() throws Exception {
        long id = caseOf(message(Channel.FORM, Map.of()));
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Callable<Boolean>> claims = new ArrayList<>();
            for (int person = 0; person < 8; person++) {
                String by = "person" + person / 2;
                claims.add(() -> {
                    try {
                        cases.step(id, 1, new Step.Claim(), by, "");
                        return true;
                    } catch (StaleVersion e) {
                        return false;
                    }
                });
            }
            int won = 0;
            for (Future<Boolean> each : threads.invokeAll(claims)) {
                won += each.get() ? 1 : 0;
            }
            assertThat(won).isEqualTo(1);
        }
    }

    @Test
    void whateverFivePeopleDoAtRandomNobodyDecidesOnTheirOwnWorkAndNothingUnverifiedCounts() {
        Random random = new Random(20201124);
        List<String> people = List.of("amal", "badr", "dima", "elias", "farah");
        int decided = 0;
        for (int turn = 0; turn < 12; turn++) {
            long id = caseOf(message(Channel.FORM, Map.of(Use.VERIFY, true)));
            long other = message(Channel.DESK, Map.of());
            for (int at = 0; at < 60; at++) {
                act(random.nextInt(9), id, other, people.get(random.nextInt(people.size())));
            }
            for (Version<Case> each : cases.file(id).steps()) {
                if (each.record().state() == CaseState.DOCUMENTED) {
                    decided++;
                    assertThat(FourEyesBefore.hands(DATABASE.sql(), id, each.number())).doesNotContain(each.by());
                }
            }
        }
        assertThat(decided).as("else nothing was tried").isPositive();
        assertThat(DATABASE.sql().sql("""
                select count(*) from victim where recorded_to = 'infinity' and standing = 'documented'
                   and not exists (select from finding join review_case on review_case.id = case_id and review_case.state = 'documented'
                                    where subject = 'victim' and record = victim.id)""").query(Long.class).single()).isZero();
    }

    private void act(int what, long id, long other, String by) {
        try {
            switch (what) {
                case 0 -> step(id, new Step.Claim(), by);
                case 1 -> step(id, new Step.Begin(), by);
                case 2 -> {
                    if (cases.of(other).orElseThrow() != id) {
                        joined(id, other);
                    }
                    found(id, other, by);
                }
                case 3 -> step(id, new Step.Propose(), by);
                case 4 -> step(id, new Step.Document(), by);
                case 5 -> step(id, new Step.GiveBack(), by);
                case 6 -> step(id, new Step.HandOver(by), "the desk");
                case 7 -> step(id, new Step.Reopen(), by);
                default -> step(id, new Step.Withdraw(), by);
            }
        } catch (Obstructed e) {
            assertThat(e.obstacles()).isNotEmpty();
        }
    }

    @Test
    void whatIsExcludedIsRecordedForItsReasonAndCanBeTakenUpAgain() {
        long before = documented();
        long id = begun(message(Channel.FORM, Map.of(Use.VERIFY, true)));
        step(id, new Step.Exclude("combatant", null), "amal");
        assertThat(recorded(id)).hasSize(2).allSatisfy(victim ->
                assertThat(victims.current(victim).orElseThrow().record().standing()).isInstanceOf(Standing.Excluded.class));
        assertThatThrownBy(() -> step(id, new Step.Exclude("combatant", null), "amal")).hasMessageContaining("NOT_NOW");
        step(id, new Step.Reopen(), "dima");
        found(id, joined(id, message(Channel.DESK, Map.of())), "dima");
        step(id, new Step.Propose(), "dima");
        step(id, new Step.Document(), "amal");
        assertThat(statistics.answer(ALL).totals()).containsExactly(before + 2);
        assertThatThrownBy(() -> step(caseOf(message(Channel.FORM, Map.of())), new Step.Exclude("nonsense", null), "amal")).isInstanceOf(Obstructed.class);
    }

    @Test
    void messagesOfADuplicateGoToTheOtherCaseAndComeBackWhenItWasNone() {
        long first = caseOf(message(Channel.FORM, Map.of(Use.VERIFY, true)));
        long message = message(Channel.FORM, Map.of(Use.VERIFY, true));
        long second = begun(message);
        step(second, new Step.Exclude("duplicate", first), "amal");
        assertThat(cases.file(first).messages()).contains(message);
        assertThat(cases.file(second).messages()).isEmpty();
        step(second, new Step.Reopen(), "amal");
        assertThat(cases.file(first).messages()).doesNotContain(message);
        assertThat(cases.file(second).messages()).containsExactly(message);
    }

    @Test
    void whatWasDocumentedStandsUntilASecondPersonHasVerifiedTheCorrection() {
        long id = begun(message(Channel.FORM, Map.of(Use.VERIFY, true)));
        found(id, joined(id, message(Channel.DESK, Map.of())), "amal");
        step(id, new Step.Propose(), "amal");
        step(id, new Step.Document(), "badr");
        long victim = recorded(id).getFirst();
        Victim published = victims.current(victim).orElseThrow().record();

        step(id, new Step.Reopen(), "amal");
        Version<Finding<Victim>> finding = cases.file(id).victims().getFirst();
        findings.revise(finding.id(), finding.number(), renamed(finding.record().content(), "Corrected Name"), Map.of("name", "the family's letter"), "amal");
        assertThat(victims.current(victim).orElseThrow().record()).isEqualTo(published);
        step(id, new Step.Propose(), "amal");
        step(id, new Step.Document(), "badr");
        Victim corrected = victims.current(victim).orElseThrow().record();
        assertThat(corrected.name().latin()).isEqualTo("Corrected Name");
        assertThat(corrected.documentedOn()).isEqualTo(published.documentedOn());
    }

    @Test
    void mergedRecordsComeApartAgainExactlyAsTheyWere() {
        long id = begun(message(Channel.FORM, Map.of(Use.VERIFY, true)));
        found(id, joined(id, message(Channel.DESK, Map.of())), "amal");
        step(id, new Step.Propose(), "amal");
        step(id, new Step.Document(), "badr");
        List<Long> two = recorded(id);
        Version<Victim> before = victims.current(two.get(1)).orElseThrow();
        long count = documented();

        VersionKey looked = new VersionKey(two.get(1), before.number());
        long merge = merging.propose(looked, two.getFirst(), "amal", "the same person");
        assertThat(documented()).as("a proposal changes nothing").isEqualTo(count);
        assertThatThrownBy(() -> merging.agree(merge, "duplicate", "amal", "yes")).hasMessageContaining("OWN_WORK");
        merging.agree(merge, "duplicate", "badr", "seen both");
        assertThat(documented()).isEqualTo(count - 1);
        assertThat(merging.intoWhat(two.get(1))).isEqualTo(two.getFirst());
        VersionKey back = new VersionKey(two.getFirst(), victims.current(two.getFirst()).orElseThrow().number());
        assertThatThrownBy(() -> merging.propose(back, two.get(1), "amal", "in a circle")).isInstanceOf(Obstructed.class);
        merging.undo(merge, "badr", "two sisters");
        assertThat(victims.current(two.get(1)).orElseThrow().record()).isEqualTo(before.record());
        assertThat(documented()).isEqualTo(count);
        assertThat(merging.into(two.getFirst())).isEmpty();
        assertThatThrownBy(() -> merging.undo(merge, "badr", "again")).isInstanceOf(StaleVersion.class);
    }

    @Test
    void anAnswerBringsAWaitingCaseBack() {
        long message = message(Channel.FORM, Map.of(Use.VERIFY, true));
        long id = begun(message);
        messages.ask(message, "On which day?", "amal");
        step(id, new Step.Wait("the family's answer"), "amal");
        messages.add(message, "On the Friday.", "later");
        assertThat(cases.file(id).current().record().state()).isEqualTo(CaseState.VERIFYING);
        assertThat(cases.file(id).current().record().assignee()).isEqualTo("amal");
    }

    private static Victim renamed(Victim victim, String name) {
        return new Victim(victim.standing(), new PersonName(name, victim.name().arabic()), victim.sex(), victim.age(), victim.status(),
                victim.statusReason(), victim.groups(), victim.work(), victim.death(), victim.deathPlace(), victim.origin(), victim.method(),
                victim.weapon(), victim.incident(), victim.attribution(), victim.custody(), victim.notable());
    }

    private static Victim civilian(Victim victim) {
        return new Victim(victim.standing(), victim.name(), victim.sex(), victim.age(), CivilianStatus.CIVILIAN, null, victim.groups(), victim.work(),
                victim.death(), victim.deathPlace(), victim.origin(), victim.method(), victim.weapon(), victim.incident(), victim.attribution(),
                victim.custody(), victim.notable());
    }

    /** Every person of the case is found a civilian, told of by a second message too. */
    private void found(long id, long second, String by) {
        for (Version<Finding<Victim>> each : cases.file(id).victims()) {
            findings.revise(each.id(), each.number(), civilian(each.record().content()), Map.of("status", "a child at home"), by);
            List<Told> told = new ArrayList<>(each.record().told());
            told.add(new Told(second, -1));
            findings.toldBy(each.id(), cases.file(id).victims().stream().filter(now -> now.id() == each.id()).findFirst().orElseThrow().number(), told, by);
        }
    }

    private long joined(long id, long message) {
        long other = cases.of(message).orElseThrow();
        step(other, new Step.Claim(), "the desk");
        step(other, new Step.Exclude("duplicate", id), "the desk");
        return message;
    }

    private long begun(long message) {
        long id = caseOf(message);
        step(id, new Step.Claim(), "amal");
        step(id, new Step.Begin(), "amal");
        return id;
    }

    private Version<Case> step(long id, Step step, String by) {
        return cases.step(id, cases.file(id).current().number(), step, by, "");
    }

    private long caseOf(long message) {
        return cases.of(message).orElseThrow();
    }

    private long message(Channel channel, Map<Use, Boolean> consent) {
        return messages.take(told(channel, consent), channel == Channel.DESK ? "the clerk" : Messages.SENDER).message();
    }

    private static NewMessage told(Channel channel, Map<Use, Boolean> consent) {
        Telling telling = new Telling(Map.of(ToldField.WHAT_HAPPENED, "the market was shelled", ToldField.WHEN, "2020-11-24", ToldField.WHERE, "al Bab"),
                List.of(Map.of(ToldField.NAME, "سعاد بنت المثال", ToldField.AGE, "9", ToldField.SEX, "أنثى"),
                        Map.of(ToldField.NAME, "Samir Example", ToldField.AGE, "about 40", ToldField.SEX, "male")), null);
        return new NewMessage(channel, "test " + NUMBER.incrementAndGet(), Language.AR, "family", null, telling, null, consent, null, List.of());
    }

    private List<Long> recorded(long id) {
        return cases.file(id).victims().stream().map(each -> each.record().record()).toList();
    }

    private static List<Obstacle.Kind> kinds(List<Obstacle> obstacles) {
        return obstacles.stream().map(Obstacle::kind).toList();
    }

    private static long documented() {
        return DATABASE.sql().sql("select count(*) from victim where recorded_to = 'infinity' and standing = 'documented' and status = 'civilian'")
                .query(Long.class).single();
    }
}
