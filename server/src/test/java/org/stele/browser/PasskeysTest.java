package org.stele.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.stele.SteleApplication;
import org.stele.access.Accounts;
import org.stele.access.By;
import org.stele.access.Role;
import org.stele.access.SecondFactors;
import org.stele.access.TestAccounts;
import org.stele.database.TestDatabase;
import org.stele.sealing.Verification;

/** Somebody new sets up the way in and uses it: in a real browser with a device that holds passkeys, under the pages' own content policy. */
@ExtendWith(WhereAChromiumIs.class)
class PasskeysTest {

    static final String PASSWORD = "four words apart here";
    static final TestDatabase DATABASE = TestDatabase.fresh();
    static ConfigurableApplicationContext program;

    @BeforeAll
    static void start() {
        program = new SpringApplicationBuilder(SteleApplication.class).web(WebApplicationType.SERVLET)
                .properties("stele.data=" + TestDatabase.folder(), "server.port=0", "stele.db-url=" + DATABASE.url()).run();
    }

    /** All that let somebody in during these tests came by the program, and is sealed. */
    @AfterAll
    static void verify() {
        assertThat(DATABASE.sql().sql("select count(*) from user_credentials").query(Long.class).single()).isPositive();
        assertThat(program.getBean(Verification.class).run((done, of) -> { }).faults()).isEmpty();
        program.close();
    }

    private static String at(String path) {
        return "http://localhost:" + program.getEnvironment().getProperty("local.server.port") + path;
    }

    @Test
    void aNewColleagueSetsUpAPasskeyBeforeAnythingElseAndComesInByIt() throws Exception {
        add("nour");
        try (Tab tab = Chromium.one().tab()) {
            String device = tab.device();
            tab.go(at("/en/sign-in")).fill("[name=account]", "nour").fill("[name=password]", PASSWORD).follow("main form button");
            assertThat(tab.path()).isEqualTo("/en/desk/account");
            assertThat(tab.reads("main .note")).contains("Before you see anything else");
            assertThat(tab.go(at("/en/desk/copies")).path()).isEqualTo("/en/desk/account");

            tab.fill("[name=label]", "phone").follow(".passkey button");
            assertThat(tab.passkeys(device)).isEqualTo(1);
            assertThat(tab.reads("ul.keys-own")).contains("phone");
            assertThat(tab.go(at("/en/desk/copies")).path()).as("a passkey is enough").isEqualTo("/en/desk/copies");

            tab.follow(".reader button").go(at("/ar/sign-in")).follow(".passkey button");
            assertThat(tab.path()).isEqualTo("/ar/desk");
            assertThat(tab.reads(".reader")).contains("nour");
            assertThat(tab.refusals()).isEmpty();

            tab.follow(".reader form button");
            tab.ownerIsThere(device, false);
            tab.run("document.querySelector('.passkey button').click()");
            tab.until("!document.querySelector('.passkey .problem').hidden");
            assertThat(tab.path()).as("a device whose owner did not unlock it").isEqualTo("/ar/sign-in");
        }
        assertThat(events("nour")).containsSubsequence("added as researcher", "made a passkey");
    }

    @Test
    void aPasskeyThatIsShownLaterIsAddedToThePasswordAndTheCodeAndTakesThemNotAway() throws Exception {
        add("hala");
        String code = program.getBean(SecondFactors.class).enrol("hala", new By("test", "to set up the way in")).recoveryCodes().getFirst();
        try (Tab tab = Chromium.one().tab()) {
            tab.device();
            signIn(tab, "hala", code);
            tab.go(at("/en/desk/account")).fill("[name=label]", "key").follow(".passkey button");
            tab.go(at("/en/desk/again")).follow(".passkey button");

            assertThat(tab.path()).isEqualTo("/en/desk");
            assertThat(tab.go(at("/en/desk/copies")).path()).isEqualTo("/en/desk/copies");
            // Without the passkey the session still stands on what was shown before it.
            tab.go(at("/en/desk/account")).follow(".keys-own button");
            assertThat(tab.reads("main")).doesNotContain("last used");
            assertThat(tab.go(at("/en/desk/copies")).path()).isEqualTo("/en/desk/copies");
        }
    }

    @Test
    void anAppIsSetUpWithoutScriptsAndTheCodesOnPaperAreShownOnce() throws Exception {
        add("samir");
        try (Tab tab = Chromium.one().tab().withoutScripts()) {
            tab.go(at("/en/sign-in")).fill("[name=account]", "samir").fill("[name=password]", PASSWORD).follow("main form button");
            tab.follow("main a.button");
            assertThat(tab.path()).isEqualTo("/en/desk/account/authenticator");
            tab.fill("[name=code]", "000000").follow("main .steps button");
            assertThat(tab.reads(".problem")).contains("not right");

            tab.fill("[name=code]", TestAccounts.codeOfApp(tab.reads(".steps code"))).follow("main .steps button");
            assertThat(tab.run("document.querySelectorAll('.codes code').length").asInt()).isEqualTo(10);
            String paper = tab.run("document.querySelector('.codes code').innerText").asString();
            assertThat(tab.go(at("/en/desk/account")).reads("main")).doesNotContain(paper).contains("10 recovery codes are left");

            tab.follow(".reader form button").go(at("/en/sign-in"));
            tab.fill("[name=account]", "samir").fill("[name=password]", PASSWORD).follow("main form button");
            assertThat(tab.reads(".problem")).as("the password alone").isNotBlank();
            tab.fill("[name=account]", "samir").fill("[name=password]", PASSWORD).fill("[name=code]", paper.toUpperCase()).follow("main form button");
            assertThat(tab.path()).isEqualTo("/en/desk");
            assertThat(tab.go(at("/en/desk/account")).reads("main")).contains("9 recovery codes are left");
        }
        assertThat(events("samir")).containsSubsequence("set up an authenticator", "made recovery codes", "used a recovery code, 9 left");
    }

    private static java.util.List<String> events(String account) {
        return program.getBean(Accounts.class).events(account).stream().map(event -> event.what()).toList();
    }

    private static void add(String account) {
        program.getBean(Accounts.class).add(account, Role.RESEARCHER, PASSWORD, new By("test", "to set up the way in"));
    }

    private static void signIn(Tab tab, String account, String code) {
        tab.go(at("/en/sign-in")).fill("[name=account]", account).fill("[name=password]", PASSWORD).fill("[name=code]", code)
                .follow("main form button");
    }
}
