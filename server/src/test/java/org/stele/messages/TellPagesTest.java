package org.stele.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.stele.database.TestDatabase;

/** The public form as a browser without scripts sends it. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = {"stele.form.soonest=0s", "stele.form.plain-per-hour=10000"})
class TellPagesTest {

    static final TestDatabase DATABASE = TestDatabase.fresh();

    @LocalServerPort
    int port;

    @Autowired
    Messages messages;

    @Autowired
    Consents consents;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        DATABASE.register(registry);
    }

    static Map<String, String> filled(Map<String, String> hidden, Map<String, String> more) {
        Map<String, String> fields = new LinkedHashMap<>(hidden);
        fields.putAll(Map.of("what-happened", "قُصف السوق", "where", "the market", "consent-verify", "yes", "consent-name", "no", "name.1", "Canary Family"));
        fields.putAll(more);
        return fields;
    }

    Message message(String page) {
        return messages.by(Receipt.typed(Sender.code(page)).orElseThrow()).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void whatIsToldIsReadBackAndTheCodeIsShownOnce(String language) throws Exception {
        try (Sender sender = new Sender(port)) {
            HttpResponse<String> answer = sender.send("/" + language + "/tell", filled(sender.opened("/" + language + "/tell"), Map.of("contact-reach", "+963 5",
                    "persons", "2", "name.2", "Second", "arrested.2", "not said to be held", "held.1", "yes", "arrested.1", "in 2018")), "send");

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            Message message = message(answer.body());
            assertThat(message.language().tag()).isEqualTo(language);
            assertThat(message.channel()).isEqualTo(Channel.FORM);
            assertThat(messages.telling(message.id()).orElseThrow()).isEqualTo(new Telling(Map.of(ToldField.WHAT_HAPPENED, "قُصف السوق", ToldField.WHERE, "the market"),
                    List.of(Map.of(ToldField.NAME, "Canary Family", ToldField.ARRESTED, "in 2018"), Map.of(ToldField.NAME, "Second")), null));
            assertThat(messages.contact(message.id()).orElseThrow().reach()).isEqualTo("+963 5");
            assertThat(consents.of(message.id())).extracting(each -> each.record().use() + " " + each.record().state())
                    .containsExactly("VERIFY GIVEN", "NAME REFUSED");
        }
    }

    @Test
    void whatIsSentTwiceIsOneMessageWithOneCode() throws Exception {
        try (Sender sender = new Sender(port)) {
            Map<String, String> fields = filled(sender.opened("/en/tell"), Map.of());
            String first = sender.send("/en/tell", fields, "send").body();
            long known = count();
            fields.put("what-happened", "altered");
            String again = sender.send("/en/tell", fields, "send").body();

            assertThat(Sender.code(again)).isNotEmpty().isEqualTo(Sender.code(first));
            assertThat(count()).isEqualTo(known);
            assertThat(messages.telling(message(first).id()).orElseThrow().of(ToldField.WHAT_HAPPENED)).contains("قُصف السوق");
        }
    }

    @Test
    void whatIsMissingIsNamedAtItsFieldAndEverythingTypedIsKept() throws Exception {
        try (Sender sender = new Sender(port)) {
            long before = count();
            Map<String, String> fields = new LinkedHashMap<>(sender.opened("/en/tell"));
            fields.putAll(Map.of("who", "\"><script>alert(1)</script>", "when", "x".repeat(201), "contact-name", "Umm Salim", "consent-un", "no", "age.1", "9"));

            HttpResponse<String> answer = sender.send("/en/tell", fields, "send");

            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("href=\"#what-happened\"", "id=\"what-happened-fault\"", "longer than 200 characters", "href=\"#consent-verify\"", "Not sent yet")
                    .contains("Umm Salim", "x".repeat(201), "value=\"9\"").doesNotContain("<script>alert").contains("&lt;script>").contains("id=\"consent-un-no\" name=\"consent-un\" value=\"no\" checked");
            assertThat(count()).isEqualTo(before);
            Map<String, String> mended = filled(Sender.hidden(answer.body()), Map.of());
            assertThat(mended.get("receipt")).isEqualTo(fields.get("receipt"));
            assertThat(Sender.code(sender.send("/en/tell", mended, "send").body())).isNotEmpty();
        }
    }

    @Test
    void personsAreAddedAndRemovedWithoutScriptsAndNothingIsSentByIt() throws Exception {
        try (Sender sender = new Sender(port)) {
            long before = count();
            Map<String, String> fields = filled(sender.opened("/ar/tell"), Map.of("do", "add-person", "file", "a.jpg"));
            String two = sender.post("/ar/tell", fields).body();
            assertThat(two).contains("id=\"person-2\"", "value=\"Canary Family\"", "قُصف السوق", "a.jpg").doesNotContain("id=\"person-3\"");
            fields.putAll(Sender.hidden(two));
            fields.putAll(Map.of("name.2", "Second", "held.2", "yes", "do", "remove-person-1"));
            String one = sender.post("/ar/tell", fields).body();
            assertThat(one).contains("value=\"Second\"", "name=\"held.1\" value=\"yes\" checked").doesNotContain("Canary Family", "id=\"person-2\"");
            assertThat(sender.post("/ar/tell", filled(Sender.hidden(one), Map.of("do", "stay"))).statusCode()).isEqualTo(200);
            assertThat(count()).isEqualTo(before);
        }
    }

    @Test
    void aFormThatThisServerDidNotOpenIsShownAgainAndNotTaken() throws Exception {
        try (Sender sender = new Sender(port)) {
            long before = count();
            Map<String, String> fields = filled(sender.opened("/en/tell"), Map.of("receipt", Receipt.fresh().code()));
            HttpResponse<String> forged = sender.send("/en/tell", fields, "send");
            assertThat(forged.statusCode()).isEqualTo(422);
            assertThat(forged.body()).contains("قُصف السوق");
            assertThat(Sender.hidden(forged.body()).get("receipt")).as("a code that somebody chose is not taken over").isNotEqualTo(fields.get("receipt"));
            assertThat(sender.send("/en/tell", filled(Map.of(), Map.of()), "send").statusCode()).isEqualTo(422);
            assertThat(count()).isEqualTo(before);
        }
    }

    @Test
    void whoComesBackSeesTheQuestionAnswersChangesAndTakesItBack() throws Exception {
        try (Sender sender = new Sender(port)) {
            String page = sender.send("/en/tell", filled(sender.opened("/en/tell"), Map.of()), "send").body();
            String code = Sender.code(page);
            long id = message(page).id();
            messages.ask(id, "On which day was it?", "amal");

            String back = sender.post("/en/tell/again", Map.of("receipt", code.toLowerCase(), "do", "open")).body();
            assertThat(back).contains("On which day was it?", "Answer our question").doesNotContain("amal", "Canary Family", "قُصف السوق");

            Map<String, String> answer = new LinkedHashMap<>(Sender.hidden(back));
            answer.put("words", "On the Friday.");
            sender.send("/en/tell/again", answer, "add");
            String answered = sender.send("/en/tell/again", answer, "add").body();
            assertThat(answered).contains("On the Friday.", "Received and safely kept");
            assertThat(messages.lines(id)).extracting(Line::kind).as("sent twice, said once").containsExactly(Line.Kind.QUESTION, Line.Kind.ANSWER);

            Map<String, String> change = new LinkedHashMap<>(Sender.hidden(answered));
            change.putAll(Map.of("do", "change", "consent-verify", "no", "consent-name", "yes", "consent-un", "no"));
            String changed = sender.post("/en/tell/again", change).body();
            assertThat(changed).contains("Changed from now on");
            assertThat(consents.of(id)).extracting(each -> each.record().use() + " " + each.record().state())
                    .containsExactly("VERIFY WITHDRAWN", "NAME GIVEN", "UN REFUSED");

            Map<String, String> withdraw = new LinkedHashMap<>(Sender.hidden(changed));
            withdraw.put("do", "withdraw");
            HttpResponse<String> unsure = sender.post("/en/tell/again", withdraw);
            assertThat(unsure.statusCode()).isEqualTo(422);
            assertThat(messages.isWithdrawn(id)).isFalse();
            withdraw.put("sure", "yes");
            assertThat(sender.post("/en/tell/again", withdraw).body()).contains("Your message is taken back").doesNotContain("name=\"words\"");
            assertThat(consents.of(id)).allMatch(each -> each.record().state() == Consent.State.WITHDRAWN);

            assertThat(sender.send("/en/tell/again", answer, "add").statusCode()).isEqualTo(422);
            assertThat(sender.post("/en/tell/again", change).statusCode()).isEqualTo(422);
            assertThat(consents.of(id)).allMatch(each -> each.record().state() == Consent.State.WITHDRAWN);
        }
    }

    @Test
    void aWrongCodeOpensNothing() throws Exception {
        try (Sender sender = new Sender(port)) {
            for (String wrong : List.of("", "ABC", Receipt.fresh().shown(), "' or 1=1 --")) {
                HttpResponse<String> answer = sender.post("/ar/tell/again", Map.of("receipt", wrong, "do", "open"));
                assertThat(answer.statusCode()).isEqualTo(422);
                assertThat(answer.body()).contains("receipt-fault");
            }
            Map<String, String> forged = new LinkedHashMap<>(Map.of("receipt", Receipt.fresh().code(), "words", "x", "token", "1.1.x"));
            assertThat(sender.send("/en/tell/again", forged, "add").statusCode()).isEqualTo(422);
        }
    }

    @Test
    void somethingWrongOnAPublicPageIsReportedByTheSameForm() throws Exception {
        try (Sender sender = new Sender(port)) {
            Map<String, String> hidden = sender.opened("/en/correct?about=/figures/parties%3Fperiod%3D2020-11");
            HttpResponse<String> answer = sender.send("/en/tell", filled(hidden, Map.of("what-happened", "The number of November is too low")), "send");

            Message message = message(answer.body());
            assertThat(message.channel()).isEqualTo(Channel.CORRECTION);
            assertThat(message.locator()).isEqualTo("/figures/parties?period=2020-11");
            assertThat(sender.get("/en/correct?about=//evil.example/").body()).doesNotContain("href=\"//", "about\" value");
            assertThat(sender.get("/en/correct?about=javascript:alert(1)").body()).doesNotContain("href=\"javascript", "about\" value");
        }
    }

    @Test
    void noCacheKeepsThesePagesAndNoOtherSiteLearnsOfThem() throws Exception {
        try (Sender sender = new Sender(port)) {
            Map<String, String> hidden = sender.opened("/en/tell");
            for (HttpResponse<String> answer : List.of(sender.get("/en/tell"), sender.get("/ar/tell/again"), sender.get("/ar/correct?about=/figures"),
                    sender.send("/en/tell", filled(hidden, Map.of()), "send"), sender.post("/en/tell/again", Map.of("receipt", hidden.get("receipt"), "do", "open")))) {
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-store");
                assertThat(answer.headers().allValues("Referrer-Policy")).containsExactly("no-referrer");
                assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
                assertThat(answer.headers().firstValue("Content-Security-Policy").orElse("")).startsWith("default-src 'none'").doesNotContain("unsafe");
            }
        }
    }

    @Test
    void neitherTheSendersAddressNorTheCodeIsAnywhereInTheDatabase() throws Exception {
        try (Sender sender = new Sender(port)) {
            String code = Sender.code(sender.send("/en/tell", filled(sender.opened("/en/tell"), Map.of()), "send").body());
            for (String table : DATABASE.sql().sql("select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'")
                    .query(String.class).list()) {
                String rows = DATABASE.sql().sql("select coalesce(string_agg(t::text, ' '), '') from \"" + table + "\" t").query(String.class).single();
                assertThat(rows).as(table).doesNotContain("203.0.113.77", "127.0.0.1", "Canary/1.0", code, code.replace(" ", ""));
            }
        }
    }

    private static long count() {
        return DATABASE.sql().sql("select count(*) from message").query(Long.class).single();
    }
}
