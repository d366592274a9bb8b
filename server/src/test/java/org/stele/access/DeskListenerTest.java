package org.stele.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.stele.database.TestDatabase;

/** The desk at a port of its own: every door of the table, knocked at from the public side. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "stele.desk.port=0")
class DeskListenerTest {
    static final TestDatabase DATABASE = TestDatabase.fresh();

    @LocalServerPort
    int port;

    @Autowired
    Environment environment;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        DATABASE.register(registry);
    }

    @Test
    void thePublicSideAnswersAtNoDoorOfTheDesk() throws Exception {
        for (Doors.Door door : Doors.ALL) {
            if (door.ofDesk() && door.method() != HttpMethod.PATCH) {
                HttpResponse<String> answer = ask(port, door.method().name(), address(door));
                assertThat(answer.statusCode()).as(door.method() + " " + door.pattern()).isEqualTo(404);
                assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
            }
        }
    }

    @Test
    void theDesksSideAnswersBothAndThePublicSideItsOwn() throws Exception {
        int desk = Integer.parseInt(environment.getProperty("local.desk.port"));

        assertThat(desk).isNotEqualTo(port);
        assertThat(ask(desk, "GET", "/en/sign-in").statusCode()).isEqualTo(200);
        assertThat(ask(desk, "GET", "/en/desk").headers().firstValue("Location")).hasValueSatisfying(to -> assertThat(to).endsWith("/en/sign-in"));
        for (int each : new int[] {desk, port}) {
            assertThat(ask(each, "GET", "/robots.txt").statusCode()).isEqualTo(200);
            assertThat(ask(each, "GET", "/style.css").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void noLinkOfThePublicSideLeadsToTheDesk() throws Exception {
        assertThat(ask(port, "GET", "/en/nowhere").body()).contains("href=\"/en/methodology\"").doesNotContain("href=\"/en/desk\"");
    }

    private static String address(Doors.Door door) {
        return door.pattern().replaceAll("\\{[a-z]+:([a-z]+)\\|[^}]*}", "$1").replaceAll("\\{[^}]*}", "1");
    }

    private static HttpResponse<String> ask(int port, String method, String path) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).method(method, HttpRequest.BodyPublishers.noBody()).build(),
                    BodyHandlers.ofString());
        }
    }
}
