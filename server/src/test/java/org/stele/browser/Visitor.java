package org.stele.browser;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stele.access.TestAccounts;

/** Somebody who asks the live site without a browser. */
final class Visitor {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient client = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(LiveSite.get().at(path)));
        return client.send((headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    Visitor signedIn(String account) throws IOException, InterruptedException {
        Matcher token = TOKEN.matcher(get("/en/sign-in").body());
        if (!token.find()) {
            throw new IllegalStateException("The sign-in has no token");
        }
        String form = "_csrf=" + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8) + "&account=" + account + "&password=" + LiveSite.PASSWORD.replace(' ', '+') + "&code=" + TestAccounts.code();
        client.send(HttpRequest.newBuilder(URI.create(LiveSite.get().at("/en/sign-in"))).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)).build(), BodyHandlers.discarding());
        return this;
    }
}
