package org.stele.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.stele.database.TestDatabase;

/** Every role before every door, and every address of the program in the table. */
@SpringBootTest
@AutoConfigureMockMvc
class DoorsTest {
    static final TestDatabase DATABASE = TestDatabase.fresh();
    static final Proofs FRESH = Proofs.of(Proof.PASSKEY, Instant.now());

    @Autowired
    MockMvc server;

    @Autowired
    Accounts accounts;

    @Autowired
    RequestMappingHandlerMapping endpoints;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        DATABASE.register(registry);
    }

    @BeforeAll
    static void makeAccounts(@Autowired Accounts accounts) {
        for (Role role : Role.values()) {
            accounts.add("one-" + role.code(), role, "four words apart here", new By("test", "to try doors"));
            TestAccounts.enrol(DATABASE.sql(), "one-" + role.code());
            accounts.add("new-" + role.code(), role, "four words apart here", new By("test", "to try doors"));
            accounts.add("out-" + role.code(), role, "four words apart here", new By("test", "to try doors"));
            TestAccounts.enrol(DATABASE.sql(), "out-" + role.code());
        }
    }

    @Test
    void everyAddressOfTheProgramStandsInTheTable() {
        List<String> missing = new ArrayList<>();
        endpoints.getHandlerMethods().forEach((info, handler) -> {
            for (String pattern : info.getPatternValues()) {
                List<HttpMethod> methods = info.getMethodsCondition().getMethods().isEmpty() ? List.of(HttpMethod.GET)
                        : info.getMethodsCondition().getMethods().stream().map(method -> method.asHttpMethod()).toList();
                for (HttpMethod method : methods) {
                    if (Doors.ALL.stream().noneMatch(door -> door.pattern().equals(pattern) && door.method() == method)) {
                        missing.add(method + " " + pattern + " of " + handler.getBeanType().getSimpleName());
                    }
                }
            }
        });

        assertThat(missing).as("addresses without a door: add them to Doors with what it takes to come in").isEmpty();
    }

    static Stream<Doors.Door> doors() {
        return Doors.ALL.stream().filter(door -> door.method() == HttpMethod.GET && !door.pattern().equals("/error"));
    }

    static Stream<Arguments> rolesBeforeDoors() {
        return doors().flatMap(door -> Stream.of(Role.values()).map(role -> Arguments.of(role, door.pattern(), door)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("rolesBeforeDoors")
    void aRoleComesInWhereItMayAndNowhereElse(Role role, String pattern, Doors.Door door) throws Exception {
        boolean may = door.need() == null || role.may(door.need());

        int status = answer(role, knock(door)).getStatus();

        if (may) {
            assertThat(status).isNotIn(401, 403);
        } else {
            assertThat(status).isEqualTo(403);
        }
    }

    static Stream<Arguments> rolesBeforeDoorsThatTakeSomething() {
        return Doors.ALL.stream().filter(door -> door.method() != HttpMethod.GET && door.need() != null)
                .flatMap(door -> Stream.of(Role.values()).map(role -> Arguments.of(role, door.method() + " " + door.pattern(), door)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("rolesBeforeDoorsThatTakeSomething")
    void aRoleDoesWhatItMayAndNothingElse(Role role, String pattern, Doors.Door door) throws Exception {
        int status = answer(role, knock(door).with(csrf())).getStatus();

        if (!role.may(door.need())) {
            assertThat(status).isEqualTo(403);
        } else if (!door.pattern().equals(Doors.UPLOAD)) {
            // There the token is looked for in the body, which this knock has not.
            assertThat(status).isNotIn(401, 403);
        }
        assertThat(server.perform(knock(door).with(csrf())).andReturn().getResponse().getStatus()).as("a stranger").isEqualTo(403);
        if (door.method() != HttpMethod.OPTIONS && !door.pattern().equals(Doors.UPLOAD)) {
            assertThat(answer(role, knock(door)).getStatus()).as("forged by another site").isEqualTo(403);
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("rolesBeforeDoors")
    void whoHasSetNothingUpButAPasswordSeesTheOwnPageAlone(Role role, String pattern, Doors.Door door) throws Exception {
        MockHttpServletResponse response = answer(accounts.find("new-" + role.code()).orElseThrow(), Proofs.of(Proof.PASSWORD, Instant.now()), knock(door));

        if (door.need() == null || door.need() == Permission.OWN_KEYS) {
            assertThat(response.getStatus()).isNotIn(401, 403);
        } else if (role.may(door.need())) {
            assertThat(response.getRedirectedUrl()).isEqualTo("/en/desk/account");
        } else {
            assertThat(response.getStatus()).isEqualTo(403);
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("rolesBeforeDoors")
    void aPasswordAloneIsWorthNothingOnceMoreWasSetUp(Role role, String pattern, Doors.Door door) throws Exception {
        String to = answer(accounts.find("one-" + role.code()).orElseThrow(), Proofs.of(Proof.PASSWORD, Instant.now()), knock(door)).getRedirectedUrl();

        assertThat(door.need() == null || "/en/sign-in".equals(to)).isTrue();
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("rolesBeforeDoors")
    void aDeskLeftOpenAsksAgainBeforeWhatIsConfidential(Role role, String pattern, Doors.Door door) throws Exception {
        Instant before = Instant.now().minus(Duration.ofMinutes(11));
        Proofs old = Proofs.of(Proof.PASSWORD, before).and(Proof.CODE, before);

        String to = answer(accounts.find("one-" + role.code()).orElseThrow(), old, knock(door)).getRedirectedUrl();

        assertThat("/en/desk/again".equals(to)).isEqualTo(door.need() != null && role.may(door.need()) && door.asksAgain());
    }

    @ParameterizedTest
    @EnumSource
    void whoIsClosedOutIsOutAtTheNextRequest(Role role) throws Exception {
        Account account = accounts.find("out-" + role.code()).orElseThrow();
        assertThat(answer(account, FRESH, request(HttpMethod.GET, "/en/desk")).getStatus()).isEqualTo(200);

        accounts.disable(account.name(), new By("test", "left"));

        assertThat(answer(account, FRESH, request(HttpMethod.GET, "/en/desk")).getRedirectedUrl()).isEqualTo("/en/sign-in");
        accounts.reopen(account.name(), new By("test", "came back"));
        assertThat(answer(account, FRESH, request(HttpMethod.GET, "/en/desk")).getRedirectedUrl()).as("the session from before").isEqualTo("/en/sign-in");
    }

    @ParameterizedTest
    @EnumSource
    void aWorkingDayLaterAnybodySignsInAnew(Role role) throws Exception {
        Instant yesterday = Instant.now().minus(Duration.ofHours(13));
        Proofs busy = Proofs.of(Proof.PASSWORD, yesterday).and(Proof.CODE, Instant.now());

        assertThat(answer(accounts.find("one-" + role.code()).orElseThrow(), busy, request(HttpMethod.GET, "/en/desk")).getRedirectedUrl()).isEqualTo("/en/sign-in");
    }

    @ParameterizedTest
    @MethodSource("doors")
    void aStrangerIsSentToTheSignInFromEveryClosedDoor(Doors.Door door) throws Exception {
        MockHttpServletResponse response = server.perform(knock(door)).andReturn().getResponse();

        if (door.need() != null) {
            assertThat(response.getRedirectedUrl()).isEqualTo("/en/sign-in");
            assertThat(response.getContentAsString()).isEmpty();
        } else {
            assertThat(response.getStatus()).isNotIn(401, 403);
            assertThat(String.valueOf(response.getRedirectedUrl())).doesNotEndWith("/sign-in");
        }
    }

    @Test
    void whatIsNotInTheTableIsNotThere() throws Exception {
        assertThat(server.perform(request(HttpMethod.GET, "/en/actuator")).andReturn().getResponse().getStatus()).isEqualTo(404);
        assertThat(answer(Role.RESEARCHER, request(HttpMethod.GET, "/application.properties")).getStatus()).isEqualTo(404);
        assertThat(answer(Role.RESEARCHER, request(HttpMethod.DELETE, "/en/desk")).getStatus()).isIn(403, 404);
    }

    private MockHttpServletResponse answer(Role role, MockHttpServletRequestBuilder knock) throws Exception {
        return answer(accounts.find("one-" + role.code()).orElseThrow(), FRESH, knock);
    }

    private MockHttpServletResponse answer(Account account, Proofs proofs, MockHttpServletRequestBuilder knock) throws Exception {
        return server.perform(knock.with(authentication(Entrance.token(SignedIn.as(account, proofs))))).andReturn().getResponse();
    }

    private static MockHttpServletRequestBuilder knock(Doors.Door door) {
        String address = door.pattern().replace("{month:[0-9]{4}-[0-9]{2}}", "2020-11").replaceAll("\\{theme[^}]*}", "parties")
                .replaceAll("\\{form[^}]*}", "csv").replaceAll("\\{(month|edition)[^}]*}", "2020-11").replaceAll("\\{[a-z]+:([a-z]+)\\|[^}]*}", "$1")
                .replaceAll("\\{[^}]*}", "1");
        return request(door.method(), address);
    }
}
