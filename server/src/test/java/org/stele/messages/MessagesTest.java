package org.stele.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.stele.database.TestDatabase;
import org.stele.keys.Compartment;
import org.stele.keys.Rotation;
import org.stele.language.Language;

@SpringBootTest(webEnvironment = WebEnvironment.NONE)
class MessagesTest {

    static final TestDatabase DATABASE = TestDatabase.fresh();
    static final Telling TELLING = new Telling(Map.of(ToldField.WHAT_HAPPENED, "قُصف السوق", ToldField.WHERE, "the market"),
            List.of(Map.of(ToldField.NAME, "Canary Family", ToldField.AGE, "about 9"), Map.of(ToldField.SEX, "female")), null);

    @Autowired
    Messages messages;

    @Autowired
    Consents consents;

    @Autowired
    Rotation rotation;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        DATABASE.register(registry);
    }

    static NewMessage message(String key, Receipt receipt, Map<Use, Boolean> consent) {
        return new NewMessage(Channel.FORM, key, Language.AR, "family", null, TELLING, new Contact("Canary Sister", "+963 canary", null), consent, receipt,
                List.of());
    }

    @Test
    void aMessageIsReadBackAsItWasSent() {
        long id = messages.take(message("read-back", null, Map.of()), Messages.SENDER).message();
        assertThat(messages.telling(id)).contains(TELLING);
        assertThat(messages.contact(id)).contains(new Contact("Canary Sister", "+963 canary", null));
        assertThat(messages.find(id).orElseThrow()).satisfies(each -> {
            assertThat(each.channel()).isEqualTo(Channel.FORM);
            assertThat(each.language()).isEqualTo(Language.AR);
            assertThat(each.reachable()).isTrue();
        });
    }

    @Test
    void nothingOfWhatIsToldOrOfWhoTellsStandsReadableInTheDatabase() {
        long id = messages.take(message("plain", null, Map.of()), Messages.SENDER).message();
        messages.ask(id, "Was canary question asked?", "amal");
        String everything = DATABASE.sql().sql("""
                select string_agg(encode(told, 'escape') || encode(contact, 'escape') || message::text, ' ')
                       || (select string_agg(encode(words, 'escape') || message_line::text, ' ') from message_line)
                       || (select string_agg(message_key::text, ' ') from message_key) from message""").query(String.class).single();
        assertThat(everything.toLowerCase()).doesNotContain("canary");
    }

    @Test
    void whatIsSentTwiceIsOneMessageThatStaysAsItFirstCame() {
        Receipt receipt = Receipt.fresh();
        Taken first = messages.take(message("twice", receipt, Map.of(Use.NAME, true)), Messages.SENDER);
        Taken again = messages.take(message("twice", receipt, Map.of(Use.NAME, false)), Messages.SENDER);
        assertThat(first.fresh()).isTrue();
        assertThat(again).isEqualTo(new Taken(first.message(), false));
        assertThat(consents.allows(List.of(first.message()), Use.NAME)).isTrue();
    }

    @Test
    void whoHasTheCodeFindsTheMessageHoweverItIsTyped() {
        Receipt receipt = Receipt.fresh();
        long id = messages.take(message("code", receipt, Map.of()), Messages.SENDER).message();
        String typed = " " + receipt.shown().toLowerCase().replace('0', 'o').replace('1', 'l').replace(" ", " - ") + "\n";
        assertThat(Receipt.typed(typed).flatMap(messages::by)).map(Message::id).contains(id);
        assertThat(messages.by(Receipt.fresh())).isEmpty();
        assertThat(Receipt.typed("too short")).isEmpty();
        assertThat(Receipt.typed("")).isEmpty();
    }

    @Test
    void digitsOfArabicKeyboardsAreDigits() {
        assertThat(Receipt.typed("٠١٢٣ 4567 ABCD ۰۱۲۳")).contains(new Receipt("01234567ABCD0123"));
    }

    @Test
    void theSenderIsAskedAndAnswersAndAddsLater() {
        long id = messages.take(message("talk", null, Map.of()), Messages.SENDER).message();
        messages.ask(id, "On which day?", "amal");
        messages.add(id, "On the Friday.", "first");
        messages.add(id, "My uncle saw it too.", "second");
        messages.add(id, "My uncle saw it too.", "second");
        assertThat(messages.lines(id)).extracting(Line::kind).containsExactly(Line.Kind.QUESTION, Line.Kind.ANSWER, Line.Kind.ADDITION);
        assertThat(messages.lines(id)).extracting(Line::words).containsExactly("On which day?", "On the Friday.", "My uncle saw it too.");
        assertThat(messages.lines(id).getFirst().by()).isEqualTo("amal");
        assertThat(messages.lines(id).getLast().by()).isNull();
    }

    @Test
    void takingAMessageBackWithdrawsEveryConsentAndKeepsWhatWasSaidBefore() {
        long id = messages.take(message("back", null, Map.of(Use.VERIFY, true, Use.NAME, true, Use.UN, false)), Messages.SENDER).message();
        messages.withdraw(id, "We are afraid.");
        messages.withdraw(id, "We are afraid.");
        assertThat(messages.isWithdrawn(id)).isTrue();
        assertThat(messages.lines(id)).extracting(Line::kind).containsExactly(Line.Kind.WITHDRAWAL);
        assertThat(consents.of(id)).hasSize(Use.values().length).allMatch(each -> each.record().state() == Consent.State.WITHDRAWN);
        long name = consents.of(id).stream().filter(each -> each.record().use() == Use.NAME).findFirst().orElseThrow().id();
        assertThat(consents.history(name)).extracting(each -> each.record().state()).containsExactly(Consent.State.GIVEN, Consent.State.WITHDRAWN);
    }

    @Test
    void aUseIsAllowedOnlyIfSomebodyAllowedItAndNobodyRefused() {
        long allows = messages.take(message("a", null, Map.of(Use.UN, true)), Messages.SENDER).message();
        long refuses = messages.take(message("b", null, Map.of(Use.UN, false)), Messages.SENDER).message();
        long silent = messages.take(message("c", null, Map.of()), Messages.SENDER).message();
        assertThat(consents.allows(List.of(allows), Use.UN)).isTrue();
        assertThat(consents.allows(List.of(allows, silent), Use.UN)).isTrue();
        assertThat(consents.allows(List.of(silent), Use.UN)).isFalse();
        assertThat(consents.allows(List.of(), Use.UN)).isFalse();
        assertThat(consents.allows(List.of(allows, refuses), Use.UN)).isFalse();
    }

    @Test
    void aRotationWrapsTheKeysOfMessagesAgain() {
        long id = messages.take(message("rotated", null, Map.of()), Messages.SENDER).message();
        String before = key(id);
        rotation.rotate(Compartment.CONFIDENTIAL);
        assertThat(key(id)).isNotEqualTo(before);
        assertThat(messages.telling(id)).contains(TELLING);
    }

    @Test
    void anEmptyMessageAndFieldsThatAreTooLongAreRefused() {
        assertThatThrownBy(() -> new NewMessage(Channel.FORM, "k", Language.EN, "family", null, new Telling(Map.of(), List.of(Map.of()), " "), null,
                Map.of(), null, List.of())).hasMessageContaining("tells nothing");
        assertThatThrownBy(() -> new Telling(Map.of(ToldField.WHEN, "x".repeat(201)), List.of(), null)).hasMessageContaining("when");
        assertThatThrownBy(() -> new Telling(Map.of(ToldField.NAME, "of a person"), List.of(), null)).hasMessageContaining("NAME");
    }

    private static String key(long id) {
        return DATABASE.sql().sql("select wrapped from message_key where place = :place").param("place", "message|" + id + "|told").query(String.class).single();
    }

    @Test
    void aMessageInManyBytesOfArabicFits() {
        String text = "ق".repeat(8_000);
        long id = messages.take(new NewMessage(Channel.MAIL, "long", Language.AR, "witness", "a.eml", Telling.words(text), null, Map.of(), null, List.of()),
                "import").message();
        assertThat(messages.telling(id).orElseThrow().words()).isEqualTo(text);
        assertThat(text.getBytes(StandardCharsets.UTF_8)).hasSize(16_000);
    }
}
