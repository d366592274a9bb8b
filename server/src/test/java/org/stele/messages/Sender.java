package org.stele.messages;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody who tells through the public form, as a browser without scripts does. */
final class Sender implements AutoCloseable {

    private static final Pattern HIDDEN = Pattern.compile("<input type=\"hidden\" name=\"([a-z]+)\" value=\"([^\"]*)\">");
    private static final Pattern CODE = Pattern.compile("class=\"receipt-code\"><bdi[^>]*>([0-9A-Z ]+)</bdi>");

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI site;

    Sender(int port) {
        this.site = URI.create("http://localhost:" + port);
    }

    /** A file that is sent. */
    record Upload(String name, byte[] bytes) {
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(site.resolve(path)).build(), BodyHandlers.ofString());
    }

    /** The hidden fields of a page's first form. */
    static Map<String, String> hidden(String page) {
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher found = HIDDEN.matcher(page);
        while (found.find()) {
            fields.putIfAbsent(found.group(1), found.group(2));
        }
        return fields;
    }

    /** The hidden fields of a form that is opened now. */
    Map<String, String> opened(String path) throws IOException, InterruptedException {
        return hidden(get(path).body());
    }

    static String code(String page) {
        Matcher found = CODE.matcher(page);
        return found.find() ? found.group(1) : "";
    }

    /** Sends as a button does that sends no files. */
    HttpResponse<String> post(String path, Map<String, String> fields) throws IOException, InterruptedException {
        String body = String.join("&", fields.entrySet().stream().map(each -> URLEncoder.encode(each.getKey(), StandardCharsets.UTF_8) + "="
                + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8)).toList());
        return client.send(HttpRequest.newBuilder(site.resolve(path)).header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Forwarded-For", "203.0.113.77").header("User-Agent", "Canary/1.0").POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
    }

    /** Sends as the form's own button does: fields, then files, then the button. */
    HttpResponse<String> send(String path, Map<String, String> fields, String button, Upload... files) throws IOException, InterruptedException {
        java.io.ByteArrayOutputStream body = new java.io.ByteArrayOutputStream();
        for (Map.Entry<String, String> field : fields.entrySet()) {
            body.write(part("name=\"" + field.getKey() + "\"", field.getValue().getBytes(StandardCharsets.UTF_8)));
        }
        for (Upload file : files.length == 0 ? List.of(new Upload("", new byte[0])) : List.of(files)) {
            body.write(part("name=\"file\"; filename=\"" + file.name() + "\"", file.bytes()));
        }
        body.write(part("name=\"do\"", button.getBytes(StandardCharsets.UTF_8)));
        body.write("--border--\r\n".getBytes(StandardCharsets.UTF_8));
        return client.send(HttpRequest.newBuilder(site.resolve(path)).header("Content-Type", "multipart/form-data; boundary=border")
                .header("X-Forwarded-For", "203.0.113.77").header("User-Agent", "Canary/1.0").POST(BodyPublishers.ofByteArray(body.toByteArray())).build(),
                BodyHandlers.ofString());
    }

    private static byte[] part(String disposition, byte[] content) {
        byte[] head = ("--border\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n").getBytes(StandardCharsets.UTF_8);
        byte[] part = java.util.Arrays.copyOf(head, head.length + content.length + 2);
        System.arraycopy(content, 0, part, head.length, content.length);
        part[part.length - 2] = '\r';
        part[part.length - 1] = '\n';
        return part;
    }

    @Override
    public void close() {
        client.close();
    }
}
