package org.stele.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.stele.access.Accounts;
import org.stele.access.By;
import org.stele.access.Role;
import org.stele.access.TestAccounts;
import org.stele.language.Language;
import org.stele.messages.Channel;
import org.stele.messages.Contact;
import org.stele.messages.Messages;
import org.stele.messages.NewMessage;
import org.stele.messages.Telling;
import org.stele.messages.ToldField;
import org.stele.messages.Use;
import org.stele.review.Cases;

/** The way from a family's message to a documented victim, walked in a browser by three people who each see what they must and no more. */
@ExtendWith(WhereAChromiumIs.class)
class CaseWalkTest {

    static LiveSite site;
    static Chromium chromium;

    @BeforeAll
    static void open() throws Exception {
        site = LiveSite.get();
        chromium = Chromium.one();
        for (Map.Entry<String, Role> each : Map.of("rima", Role.RESEARCHER, "walid", Role.VERIFIER, "karim", Role.CLERK).entrySet()) {
            site.bean(Accounts.class).add(each.getKey(), each.getValue(), LiveSite.PASSWORD, new By("test", "to walk a case"));
            TestAccounts.enrol(site.sql(), each.getKey());
        }
    }

    @Test
    void aFamilysMessageBecomesADocumentedVictimByTwoPeopleAndNotByOne() {
        long before = documented();
        long first = message("walk 1", Channel.FORM);
        long second = message("walk 2", Channel.DESK);
        Cases cases = site.bean(Cases.class);
        long id = cases.of(first).orElseThrow();
        long other = cases.of(second).orElseThrow();
        try (Tab rima = signedIn("rima")) {
            rima.go(site.at("/ar/desk/queue"));
            assertThat(rima.reads("main")).contains("الحالة " + id, "واردة");
            look(rima, "queue-ar");
            rima.go(site.at("/en/desk/cases/" + other)).follow("button[value=claim]");
            rima.run("document.querySelector('.steps details').open = true");
            rima.fill("[name=reason]", "duplicate").fill("[name=duplicate-of]", String.valueOf(id)).fill("form:has([name=duplicate-of]) [name=why]", "the same child")
                    .follow("button[value=exclude]");
            rima.go(site.at("/en/desk/cases/" + id)).follow("button[value=claim]").follow("button[value=begin]");
            assertThat(rima.reads(".note")).contains("one usable source", "decide whether the person was a civilian");
            look(rima, "case-begun");

            rima.run("document.querySelectorAll('details.edit').forEach(each => each.open = true)");
            rima.run("[...document.querySelectorAll('form[action$=removal]')].at(-1).querySelector('[name=why]').value = 'the same child'");
            rima.run("[...document.querySelectorAll('form[action$=removal]')].at(-1).id = 'second'");
            rima.follow("#second button");
            assertThat(rima.reads("#persons")).isEqualTo("One person");

            rima.follow("button[value=propose]");
            assertThat(rima.reads("[role=alert]")).contains("one usable source");

            fill(rima, "died", "not a date");
            assertThat(rima.reads("[role=alert]")).contains("One field is not right");
            assertThat(rima.run("document.querySelector('details.edit [name=status]').value").asString()).isEqualTo("civilian");
            look(rima, "case-fault");
            fill(rima, "died", "2020-11-24");
            assertThat(rima.reads("main")).doesNotContain("Before it can be documented");
            look(rima, "case-found");
            rima.follow("button[value=propose]");
            assertThat(rima.reads("h1")).contains("proposed");
            assertThat(rima.run("!!document.querySelector('button[value=document]')").asBoolean()).isFalse();
        }
        try (Tab karim = signedIn("karim")) {
            karim.go(site.at("/en/desk/cases/" + id));
            assertThat(karim.reads("h1")).contains("proposed");
            assertThat(karim.run("document.querySelectorAll('main form:not([action$=\"sign-out\"])').length").asInt()).as("a clerk decides nothing").isZero();
            assertThat(karim.reads("main")).doesNotContain("Secret Sister");
        }
        assertThat(documented()).isEqualTo(before);
        try (Tab walid = signedIn("walid")) {
            walid.go(site.at("/ar/desk/cases/" + id));
            look(walid, "case-proposed-ar");
            walid.phone();
            assertThat(walid.run("document.documentElement.scrollWidth").asInt()).isLessThanOrEqualTo(390);
            look(walid, "case-phone-ar");
            walid.desktop().follow("button[value=document]");
            assertThat(walid.reads("h1")).contains("موثقة");
        }
        assertThat(documented()).isEqualTo(before + 1);
    }

    private static void fill(Tab tab, String field, String value) {
        tab.run("document.querySelectorAll('details.edit').forEach(each => each.open = true)");
        String form = "form[action*='/persons/']:not([action$=removal]) ";
        tab.fill(form + "[name=status]", "civilian").fill(form + "[name=" + field + "]", value);
        tab.run("document.querySelectorAll(\"" + form + "[name=told]\").forEach(each => each.checked = true)");
        tab.follow(form + "> button");
    }

    private static void look(Tab tab, String name) {
        String folder = System.getenv("STELE_LOOK");
        if (folder != null) {
            tab.photograph(Path.of(folder, name + ".png"));
        }
    }

    private static Tab signedIn(String account) {
        Tab tab = chromium.tab();
        tab.go(site.at("/en/sign-in")).fill("[name=account]", account).fill("[name=password]", LiveSite.PASSWORD).fill("[name=code]", TestAccounts.code()).follow("main button");
        return tab;
    }

    private static long message(String key, Channel channel) {
        Telling telling = new Telling(Map.of(ToldField.WHAT_HAPPENED, "سقطت قذيفة على السوق ظهراً.", ToldField.WHEN, "2020-11-24", ToldField.WHERE, "مدينة الباب",
                ToldField.HOW, channel == Channel.FORM ? "قذيفة" : "a shell"),
                List.of(Map.of(ToldField.NAME, "سعاد المثال", ToldField.AGE, channel == Channel.FORM ? "9" : "8", ToldField.SEX, "أنثى")), null);
        return site.bean(Messages.class).take(new NewMessage(channel, key, Language.AR, channel == Channel.FORM ? "family" : "witness", null, telling,
                channel == Channel.FORM ? new Contact("Secret Sister", "+963 000", null) : null, Map.of(Use.VERIFY, true, Use.NAME, false), null, List.of()),
                channel == Channel.FORM ? Messages.SENDER : "karim").message();
    }

    private static long documented() {
        return site.sql().sql("select count(*) from victim where recorded_to = 'infinity' and standing = 'documented'").query(Long.class).single();
    }
}
