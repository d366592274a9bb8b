package org.stele.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.core.env.Environment;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.stele.database.TestDatabase;

@SpringBootTest
@AutoConfigureMockMvc
class SignInTest {
    static final TestDatabase DATABASE = TestDatabase.fresh();
    static final String PASSWORD = "four words apart here";

    @Autowired
    MockMvc server;

    @Autowired
    Accounts accounts;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        DATABASE.register(registry);
    }

    @Test
    void whoSignsInComesToTheDeskUntilTheAccountIsClosed() throws Exception {
        accounts.add("amal", Role.RESEARCHER, PASSWORD, new By("test", "to sign in"));
        TestAccounts.enrol(DATABASE.sql(), "amal");
        MockHttpSession session = new MockHttpSession();

        assertThat(signIn("amal", PASSWORD, session).getRedirectedUrl()).isEqualTo("/ar/desk");
        assertThat(server.perform(get("/ar/desk").session(session)).andReturn().getResponse().getContentAsString()).contains("amal");

        accounts.disable("amal", new By("test", "to see her out"));
        assertThat(server.perform(get("/ar/desk").session(session)).andReturn().getResponse().getRedirectedUrl()).isEqualTo("/ar/sign-in");
    }

    @Test
    void aWrongPasswordAndAWrongNameAreToldInTheSameWords() throws Exception {
        accounts.add("basma", Role.EDITOR, PASSWORD, new By("test", "to sign in"));

        assertThat(signIn("basma", "not the password", new MockHttpSession()).getRedirectedUrl()).isEqualTo("/ar/sign-in?failed=wrong");
        assertThat(signIn("nobody", "not the password", new MockHttpSession()).getRedirectedUrl()).isEqualTo("/ar/sign-in?failed=wrong");
    }

    @Test
    void guessingIsHeldUp() throws Exception {
        accounts.add("dima", Role.EDITOR, PASSWORD, new By("test", "to sign in"));
        for (int i = 0; i < 5; i++) {
            signIn("dima", "guess number " + i, new MockHttpSession());
        }

        assertThat(signIn("dima", PASSWORD, new MockHttpSession()).getRedirectedUrl()).isEqualTo("/ar/sign-in?failed=wait");
    }

    @Test
    void aFormWithoutTheSessionsTokenIsRefused() throws Exception {
        assertThat(server.perform(post("/ar/sign-in").param("account", "amal").param("password", PASSWORD)).andReturn().getResponse().getStatus())
                .isEqualTo(403);
    }

    @Test
    void everyAnswerCarriesAStrictContentPolicy() throws Exception {
        MockHttpServletResponse page = server.perform(get("/en/sign-in")).andReturn().getResponse();

        assertThat(page.getHeader("Content-Security-Policy")).contains("default-src 'none'", "script-src 'self';").doesNotContain("unsafe");
        assertThat(server.perform(get("/en/desk/held")).andReturn().getResponse().getHeader("Content-Security-Policy")).doesNotContain("script-src");
        assertThat(page.getHeader("X-Frame-Options")).isEqualTo("DENY");
        assertThat(page.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.getContentAsString()).contains("<html lang=\"en\" dir=\"ltr\">").doesNotContain("style=\"").doesNotContainPattern("<script(?! src=)").doesNotContainPattern("\\son[a-z]+=");
    }

    @Test
    void aPageThatIsNotThereSaysSoInTheReadersLanguage() throws Exception {
        assertThat(server.perform(get("/ar/nowhere")).andReturn().getResponse().getStatus()).isEqualTo(404);
    }

    @Test
    void aDeskLeftOpenAsksForACodeAndThenGoesOnWithTheFormThatWasSent() throws Exception {
        accounts.add("eva", Role.ARCHIVIST, PASSWORD, new By("test", "to prove again"));
        TestAccounts.enrol(DATABASE.sql(), "eva");
        MockHttpSession session = new MockHttpSession();
        signIn("eva", PASSWORD, session);
        leaveOpen(session, Duration.ofMinutes(11));

        MockHttpServletResponse answer = form(session, true);
        assertThat(answer.getRedirectedUrl()).isEqualTo("/ar/desk/again");
        assertThat(server.perform(post("/ar/desk/again").session(session).with(csrf()).param("code", "no code at all")).andReturn().getResponse().getRedirectedUrl())
                .isEqualTo("/ar/desk/again?failed=wrong");
        assertThat(server.perform(post("/ar/desk/again").session(session).with(csrf()).param("code", TestAccounts.code())).andReturn().getResponse().getRedirectedUrl())
                .isEqualTo("/ar/desk/held");
        assertThat(server.perform(get("/ar/desk/held").session(session)).andReturn().getResponse().getContentAsString())
                .contains("action=\"/ar/desk/copies/deletions\"", "name=\"reason\" value=\"a judgement &#34;of&#34; &lt;November>\"");
        assertThat(form(session, true).getStatus()).as("there is no item none").isEqualTo(409);
    }

    @Test
    void whatWasTypedWhenTheSignInHadRunOutComesBackAfterIt() throws Exception {
        accounts.add("farid", Role.ARCHIVIST, PASSWORD, new By("test", "to lose nothing"));
        TestAccounts.enrol(DATABASE.sql(), "farid");
        MockHttpSession session = new MockHttpSession();

        assertThat(form(session, true).getRedirectedUrl()).isEqualTo("/ar/sign-in");
        assertThat(server.perform(get("/ar/sign-in").session(session)).andReturn().getResponse().getContentAsString()).contains("role=\"status\"");
        assertThat(signIn("farid", PASSWORD, session).getRedirectedUrl()).isEqualTo("/ar/desk/held");
        assertThat(server.perform(get("/ar/desk/held").session(session)).andReturn().getResponse().getContentAsString()).contains("&lt;November>");
    }

    @Test
    void aFormThatAnotherSiteSentIsNotKept() throws Exception {
        MockHttpSession session = new MockHttpSession();

        assertThat(form(session, false).getStatus()).isEqualTo(403);
        assertThat(server.perform(get("/ar/sign-in").session(session)).andReturn().getResponse().getContentAsString()).doesNotContain("role=\"status\"");
    }

    @Test
    void signingOutTellsTheBrowserToForget() throws Exception {
        accounts.add("ghada", Role.CLERK, PASSWORD, new By("test", "to leave"));
        TestAccounts.enrol(DATABASE.sql(), "ghada");
        MockHttpSession session = new MockHttpSession();
        signIn("ghada", PASSWORD, session);

        MockHttpServletResponse out = server.perform(post("/ar/sign-out").session(session).with(csrf())).andReturn().getResponse();
        assertThat(out.getHeader("Clear-Site-Data")).isEqualTo("\"cache\", \"cookies\", \"storage\"");
        assertThat(session.isInvalid()).isTrue();
    }

    @Test
    void whatTheDeskShowsIsKeptInNoCacheAndASessionEndsAfterAQuarterOfAnHour(@Autowired Environment environment) throws Exception {
        assertThat(server.perform(get("/ar/sign-in")).andReturn().getResponse().getHeader("Cache-Control")).contains("no-store");
        assertThat(environment.getProperty("server.servlet.session.timeout")).isEqualTo("15m");
    }

    /** As if all that was shown in this session had been shown so long ago. */
    private static void leaveOpen(MockHttpSession session, Duration ago) {
        SecurityContext context = (SecurityContext) session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
        SignedIn who = (SignedIn) context.getAuthentication().getPrincipal();
        Instant then = Instant.now().minus(ago);
        context.setAuthentication(Entrance.token(new SignedIn(who.name(), who.generation(), Proofs.of(Proof.PASSWORD, then).and(Proof.CODE, then))));
    }

    private MockHttpServletResponse form(MockHttpSession session, boolean ours) throws Exception {
        return server.perform(post("/ar/desk/copies/deletions").session(session).with(csrf()).header("Sec-Fetch-Site", ours ? "same-origin" : "cross-site")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED).content("item=none&reason=a+judgement+%22of%22+%3CNovember%3E")
                .param("item", "none").param("reason", "a judgement \"of\" <November>")).andReturn().getResponse();
    }

    private MockHttpServletResponse signIn(String account, String password, MockHttpSession session) throws Exception {
        return server.perform(post("/ar/sign-in").session(session).with(csrf()).param("account", account).param("password", password).param("code", TestAccounts.code()))
                .andReturn().getResponse();
    }
}
