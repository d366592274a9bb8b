package org.stele.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
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

        assertThat(page.getHeader("Content-Security-Policy")).contains("default-src 'none'").doesNotContain("unsafe").doesNotContain("script-src");
        assertThat(page.getHeader("X-Frame-Options")).isEqualTo("DENY");
        assertThat(page.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.getContentAsString()).contains("<html lang=\"en\" dir=\"ltr\">").doesNotContain("<script").doesNotContain("style=\"");
    }

    @Test
    void aPageThatIsNotThereSaysSoInTheReadersLanguage() throws Exception {
        assertThat(server.perform(get("/ar/nowhere")).andReturn().getResponse().getStatus()).isEqualTo(404);
    }

    private MockHttpServletResponse signIn(String account, String password, MockHttpSession session) throws Exception {
        return server.perform(post("/ar/sign-in").session(session).with(csrf()).param("account", account).param("password", password))
                .andReturn().getResponse();
    }
}
