package org.stele.evidence;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.stele.access.TestAccounts;

/** Somebody with a browser at the desk, over a real connection. */
final class DeskVisitor implements AutoCloseable {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient client = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final URI site;

    DeskVisitor(int port, String account, String password) throws Exception {
        this.site = URI.create("http://127.0.0.1:" + port);
        post("/en/sign-in", "/en/sign-in", Map.of("account", account, "password", password, "code", TestAccounts.code()));
    }

    HttpResponse<byte[]> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(site.resolve(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofByteArray());
    }

    String page(String path) throws IOException, InterruptedException {
        return text(get(path));
    }

    static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    /** Sends an ordinary form with the token of the page it stands on. */
    HttpResponse<byte[]> post(String on, String path, Map<String, String> fields) throws IOException, InterruptedException {
        String body = form(fields) + "&_csrf=" + URLEncoder.encode(token(on), StandardCharsets.UTF_8);
        return client.send(HttpRequest.newBuilder(site.resolve(path)).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofByteArray());
    }

    /** Sends as a program does that has the token of a page in a header. */
    HttpResponse<byte[]> send(String method, String path, byte[] body, String token, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(site.resolve(path)).method(method, BodyPublishers.ofByteArray(body)).header("X-CSRF-TOKEN", token);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofByteArray());
    }

    static String form(Map<String, String> fields) {
        return fields.entrySet().stream().map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
    }

    String token(String on) throws IOException, InterruptedException {
        Matcher found = TOKEN.matcher(page(on));
        return found.find() ? found.group(1) : "";
    }

    /** Sends the upload form as a browser does: its fields, then the file. */
    HttpResponse<byte[]> upload(String token, Map<String, String> fields, String fileName, InputStream bytes) throws IOException, InterruptedException {
        return upload("/en/desk/evidence", "text/html", token, fields, fileName, bytes);
    }

    HttpResponse<byte[]> upload(String path, String accept, String token, Map<String, String> fields, String fileName, InputStream bytes)
            throws IOException, InterruptedException {
        StringBuilder head = new StringBuilder(part("_csrf") + "\r\n" + token + "\r\n");
        fields.forEach((name, value) -> head.append(part(name)).append("\r\n").append(value).append("\r\n"));
        head.append("--border\r\nContent-Disposition: form-data; name=\"file\"; filename=\"").append(fileName).append("\"\r\nContent-Type: video/mp4\r\n\r\n");
        InputStream body = new SequenceInputStream(Collections.enumeration(List.of(stream(head.toString()), bytes, stream("\r\n--border--\r\n"))));
        return client.send(HttpRequest.newBuilder(site.resolve(path)).header("Accept", accept).header("Content-Type", "multipart/form-data; boundary=border")
                .POST(BodyPublishers.ofInputStream(() -> body)).build(), BodyHandlers.ofByteArray());
    }

    /** Sends several files of one form, as a browser does that was given a folder: each by its path from there.
     *  @param field the field they were chosen in */
    HttpResponse<byte[]> uploadAll(String path, String token, Map<String, String> fields, String field, Map<String, byte[]> files)
            throws IOException, InterruptedException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes((part("_csrf") + "\r\n" + token + "\r\n").getBytes(StandardCharsets.UTF_8));
        fields.forEach((name, value) -> body.writeBytes((part(name) + "\r\n" + value + "\r\n").getBytes(StandardCharsets.UTF_8)));
        files.forEach((name, bytes) -> {
            body.writeBytes(("--border\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\"" + name + "\"\r\n"
                    + "Content-Type: application/octet-stream\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            body.writeBytes(bytes);
            body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        });
        body.writeBytes("--border--\r\n".getBytes(StandardCharsets.UTF_8));
        return client.send(HttpRequest.newBuilder(site.resolve(path)).header("Accept", "text/html")
                .header("Content-Type", "multipart/form-data; boundary=border").POST(BodyPublishers.ofByteArray(body.toByteArray())).build(),
                BodyHandlers.ofByteArray());
    }

    private static String part(String name) {
        return "--border\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n";
    }

    private static InputStream stream(String text) {
        return new java.io.ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        client.close();
    }
}
