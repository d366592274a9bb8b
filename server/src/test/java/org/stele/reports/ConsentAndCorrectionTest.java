package org.stele.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stele.reports.HandMade.NOVEMBER;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stele.history.Changes;
import org.stele.history.Revision;
import org.stele.history.Version;
import org.stele.language.Language;
import org.stele.messages.Channel;
import org.stele.messages.Consent;
import org.stele.messages.Consents;
import org.stele.messages.Messages;
import org.stele.messages.NewMessage;
import org.stele.messages.Telling;
import org.stele.messages.Use;
import org.stele.register.Source;
import org.stele.register.Sources;
import org.stele.register.Standing;
import org.stele.register.Statement;
import org.stele.register.Statements;
import org.stele.register.Victim;
import org.stele.register.Victims;

/** What a family allows decides what a report tells of a person, and a later decision says which editions it touches. */
class ConsentAndCorrectionTest {

    private static final ConfigurableApplicationContext REGISTER = WrittenReport.another();

    private final Victims victims = get(Victims.class);
    private final Changes changes = get(Changes.class);
    private final Consents consents = get(Consents.class);

    @AfterAll
    static void close() {
        REGISTER.close();
    }

    private static <T> T get(Class<T> type) {
        return REGISTER.getBean(type);
    }

    @Test
    void aNameIsToldOnlyAsLongAsThoseWhoToldUsInConfidenceAllowIt() {
        Version<Victim> person = notable(0);
        String name = person.record().name().latin();
        assertThat(told()).as("a list's person").contains(name);

        long message = message(person.id());
        assertThat(told()).as("nobody was asked").doesNotContain(name);
        allow(message, Use.NAME, Consent.State.GIVEN);
        allow(message, Use.DETAILS, Consent.State.GIVEN);
        assertThat(told()).contains(name);
        allow(message, Use.NAME, Consent.State.WITHDRAWN);
        String unnamed = told();
        assertThat(unnamed).doesNotContain(name);
        long cases = unnamed.split("good health", -1).length;
        allow(message, Use.DETAILS, Consent.State.WITHDRAWN);
        assertThat(told().split("good health", -1).length).as("the whole case is left out").isEqualTo((int) cases - 1);
    }

    @Test
    void aDecisionSaysWhichFiguresOfWhichEditionItChangedAndWhoIsNamedThere() {
        Version<Edition> edition = get(Reports.class).write(order()).edition();
        Version<Victim> person = notable(1);
        changes.make("editor", "he was found alive", change -> {
            Victim excluded = victims.current(person.id()).orElseThrow().record().with(new Standing.Excluded("refuted", LocalDate.now()));
            victims.revise(change, List.of(new Revision<>(person.id(), victims.current(person.id()).orElseThrow().number(), excluded)));
            return null;
        });
        Instant decided = victims.current(person.id()).orElseThrow().from();

        List<EditionEffects.Touched> touched = get(EditionEffects.class).of(decided, List.of(person.id()));
        EditionEffects.Touched ours = touched.stream().filter(each -> each.edition().id() == edition.id()).findFirst().orElseThrow();
        assertThat(ours.counted()).containsExactly(person.id());
        assertThat(ours.named()).containsExactly(person.id());
        assertThat(ours.figures()).extracting(EditionEffects.Changed::name).contains("killed", "torture-deaths", "killed-ytd");
        assertThat(ours.figures()).filteredOn(each -> each.name().equals("killed")).singleElement()
                .satisfies(each -> assertThat(each.after()).isEqualTo(each.before() - 1));
        assertThat(get(EditionEffects.class).of(decided.minusSeconds(86_400L * 10_000), List.of(person.id()))).as("before any edition").isEmpty();
    }

    private static Order order() {
        return new Order(NOVEMBER, List.of(Language.EN), null, Set.of("html", "json"), null, true, "drafter");
    }

    private static String told() {
        Edition edition = get(Reports.class).write(order()).edition().record();
        return get(Reports.class).article(edition, Language.EN).orElseThrow();
    }

    private Version<Victim> notable(int which) {
        JdbcClient sql = JdbcClient.create(get(javax.sql.DataSource.class));
        long id = sql.sql("""
                select id from victim where recorded_to = 'infinity' and notable and method = 'torture' and standing = 'documented'
                   and standing_on between '2020-11-01' and '2020-11-30' order by id offset :which limit 1""").param("which", which).query(Long.class).single();
        return victims.current(id).orElseThrow();
    }

    private long message(long victim) {
        long message = get(Messages.class).take(new NewMessage(Channel.FORM, "of victim " + victim, Language.EN, "family", null, Telling.words("my brother"),
                null, Map.of(Use.VERIFY, true), null, List.of()), Messages.SENDER).message();
        changes.make("amal", "the family told of him", change -> {
            long source = get(Sources.class).open(change, List.of(new Source("family", "message " + message, true, null)));
            Statements statements = get(Statements.class);
            statements.add(change, List.of(new Statement(statements.takeIds(change, 1), source, victim, null, change.at(), "message " + message, "0", "{}")));
            return null;
        });
        return message;
    }

    private void allow(long message, Use use, Consent.State state) {
        consents.set(new Consent(message, use, state), Messages.SENDER, "said so");
    }
}
