package org.stele.commandline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.Environment;
import org.stele.SteleApplication;
import org.stele.access.Accounts;
import org.stele.access.By;
import org.stele.access.Role;
import org.stele.access.TestAccounts;
import org.stele.database.Refusal;
import org.stele.database.TestDatabase;

/** A server with and without a proxy before it; the test stands where the proxy would, on this machine. */
class BehindProxyTest {

    static final TestDatabase DATABASE = TestDatabase.fresh();
    static final String PASSWORD = "four words apart here";

    @TempDir
    static Path folder;

    OpenRegister server;
    String account;

    void serve(String account, List<String> properties) {
        server = OpenRegister.serving(SteleApplication.class, folder, DATABASE.url(), Stream.concat(Stream.of("server.port=0"), properties.stream()).toArray(String[]::new));
        server.get(Accounts.class).add(account, Role.EDITOR, PASSWORD, new By("test", "to sign in through a proxy"));
        TestAccounts.enrol(DATABASE.sql(), account);
        this.account = account;
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    /** Where a sign-in leads, as a proxy would hand it on. */
    String signIn(String password, String forwardedFor) throws Exception {
        HttpResponse<String> form = get("/en/sign-in", forwardedFor);
        String cookie = form.headers().firstValue("Set-Cookie").orElseThrow().replaceAll(";.*", "");
        Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(form.body());
        assertThat(token.find()).isTrue();
        return post("/en/sign-in", Map.of("_csrf", token.group(1), "account", account, "password", password, "code", TestAccounts.code()), cookie, forwardedFor).headers().firstValue("Location").orElseThrow();
    }

    private HttpResponse<String> get(String path, String forwardedFor) throws Exception {
        return send(request(path, forwardedFor).GET());
    }

    private HttpResponse<String> post(String path, Map<String, String> form, String cookie, String forwardedFor) throws Exception {
        String body = String.join("&", form.entrySet().stream().map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8)).toList());
        return send(request(path, forwardedFor).header("Cookie", cookie).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path, String forwardedFor) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.get(Environment.class).getProperty("local.server.port") + path))
                .header("X-Forwarded-For", forwardedFor).header("X-Forwarded-Proto", "https").header("X-Forwarded-Host", "evil.example");
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private void guessFive(String before, String client) throws Exception {
        for (int i = 0; i < 5; i++) {
            assertThat(signIn("guess number " + i, before.formatted(i) + client)).endsWith("?failed=wrong");
        }
    }

    @Test
    void behindAProxyEachClientIsThrottledByItsOwnAddressWhichItCannotChoose() throws Exception {
        serve("amal", BehindProxy.properties(""));
        // What a client writes itself stands before what the proxy adds.
        guessFive("198.51.100.%d, ", "203.0.113.7");
        assertThat(signIn(PASSWORD, "203.0.113.7")).endsWith("?failed=wait");
        assertThat(signIn(PASSWORD, "203.0.113.8")).as("a colleague at another address").endsWith("/en/desk");
    }

    @Test
    void behindAProxyTheCookieLeavesOverTlsOnlyAndTheProxySpeaksForTheHost() throws Exception {
        serve("basma", BehindProxy.properties(""));
        HttpResponse<String> form = get("/en/sign-in", "203.0.113.7");
        assertThat(form.headers().firstValue("Set-Cookie").orElse("")).startsWith("stele=").containsIgnoringCase("; Secure").containsIgnoringCase("; HttpOnly");
        assertThat(form.headers().firstValue("Strict-Transport-Security")).isEmpty();
        assertThat(get("/en/desk", "203.0.113.7").headers().firstValue("Location")).hasValue("/en/sign-in");
        assertThat(form.body()).doesNotContain("evil.example");
    }

    @Test
    void withoutAProxyNothingForwardedIsBelieved() throws Exception {
        serve("dima", List.of());
        for (int i = 0; i < 5; i++) {
            assertThat(signIn("guess number " + i, "203.0.113." + i)).endsWith("?failed=wrong");
        }
        assertThat(signIn(PASSWORD, "203.0.113.99")).as("all of them came from one address").endsWith("?failed=wait");
        HttpResponse<String> form = get("/en/sign-in", "203.0.113.7");
        assertThat(form.headers().firstValue("Set-Cookie").orElse("")).startsWith("stele=").doesNotContainIgnoringCase("secure");
        assertThat(form.headers().firstValue("Strict-Transport-Security")).isEmpty();
        assertThat(get("/en/desk", "203.0.113.7").headers().firstValue("Location").orElse("")).doesNotContain("evil.example", "https:");
    }

    @Test
    void whatIsForwardedByAnybodyButTheDeclaredProxiesIsNotBelieved() throws Exception {
        serve("eva", BehindProxy.properties("192.0.2.1, 2001:db8::/32"));
        for (int i = 0; i < 5; i++) {
            signIn("guess number " + i, "203.0.113." + i);
        }
        assertThat(signIn(PASSWORD, "203.0.113.99")).endsWith("?failed=wait");
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example", "10.1.2", "10.1.2.3/0", "10.1.2.3/33", "::1/129", "10.1.2.3/24/1", "10.1.2.3/x", "10.1.2.3,,", ".*"})
    void whatNamesNoProxyIsRefused(String proxies) {
        assertThatThrownBy(() -> BehindProxy.properties(proxies)).isInstanceOf(Refusal.class).hasMessageContaining("for example 10.1.2.3");
    }

    @Test
    void networksOfBothKindsAreTaken() {
        assertThat(BehindProxy.properties("10.1.2.3,10.2.0.0/16 , ::1,fd00::/8")).contains("server.tomcat.remoteip.internal-proxies=10.1.2.3/32,10.2.0.0/16,::1/128,fd00::/8");
    }
}
