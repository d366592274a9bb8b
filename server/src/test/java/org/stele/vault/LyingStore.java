package org.stele.vault;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.stele.fixity.Digest;

/** A store that speaks enough of S3, keeps versions and locks, and lies as it is told to. */
final class LyingStore implements AutoCloseable {

    /** What it does otherwise than it says. */
    enum Lie {
        /** Gives back bytes with one bit turned. */
        WRONG_BYTES,
        /** Says "kept" and keeps nothing. */
        LOSES_WRITES,
        /** Does not compare the digest that came with the bytes. */
        ACCEPTS_BAD_DIGESTS,
        /** Writes over what is there although told not to. */
        OVERWRITES,
        /** Deletes what is locked. */
        IGNORES_LOCKS,
        /** Breaks off in the midst of giving back. */
        BREAKS_OFF,
        /** Takes a request and never answers. */
        HANGS,
        /** Lets nobody delete: no lie, but what a careful owner sets up. */
        REFUSES_DELETES,
        /** Answers every request with an error of its own. */
        FAILS
    }

    private record Version(String id, byte[] bytes, Instant lockedUntil, boolean deletion) {
    }

    private final HttpServer server;
    private final Map<String, List<Version>> objects = new ConcurrentHashMap<>();
    private final Map<String, TreeMap<Integer, byte[]>> uploads = new ConcurrentHashMap<>();
    private final AtomicInteger number = new AtomicInteger();
    private final Set<Lie> lies = java.util.Collections.synchronizedSet(EnumSet.noneOf(Lie.class));
    private final AtomicInteger honest = new AtomicInteger();
    private volatile Predicate<String> about = key -> true;

    LyingStore() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            try (exchange) {
                answer(exchange);
            }
        });
        server.start();
    }

    String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void lie(Lie... told) {
        lieAfter(0, told);
    }

    /** Begins to lie when it has answered so many requests honestly. */
    void lieAfter(int requests, Lie... told) {
        lies.clear();
        about = key -> true;
        honest.set(requests);
        lies.addAll(Arrays.asList(told));
    }

    /** Lies about some keys and no others. */
    void lieAbout(Predicate<String> some, Lie... told) {
        lie(told);
        about = some;
    }

    private boolean lies(Lie each, String key) {
        return honest.get() <= 0 && lies.contains(each) && about.test(key);
    }

    /** Keys that hold something, with the bytes. */
    Map<String, byte[]> held() {
        Map<String, byte[]> held = new TreeMap<>();
        objects.forEach((key, versions) -> {
            if (!versions.isEmpty() && !versions.getLast().deletion()) {
                held.put(key, versions.getLast().bytes());
            }
        });
        return held;
    }

    /** Turns a bit of what lies under a key, as a disk of the store might. */
    void rot(String key) {
        objects.get(key).getLast().bytes()[0] ^= 1;
    }

    /** Loses an object without a word. */
    void forget(String key) {
        objects.remove(key);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String key = exchange.getRequestURI().getPath().replaceFirst("^/[^/]+/?", "");
        Map<String, String> query = query(exchange.getRequestURI());
        byte[] body = exchange.getRequestBody().readAllBytes();
        honest.decrementAndGet();
        if (lies(Lie.HANGS, key)) {
            sleep();
        }
        if (lies(Lie.FAILS, key)) {
            error(exchange, 503, "SlowDown");
            return;
        }
        switch (exchange.getRequestMethod()) {
            case "PUT" -> put(exchange, key, query, body);
            case "POST" -> post(exchange, key, query);
            case "GET" -> {
                if (query.containsKey("versions")) {
                    versions(exchange, query.getOrDefault("prefix", ""));
                } else {
                    get(exchange, key);
                }
            }
            case "HEAD" -> head(exchange, key);
            case "DELETE" -> delete(exchange, key, query);
            default -> error(exchange, 405, "MethodNotAllowed");
        }
    }

    private void put(HttpExchange exchange, String key, Map<String, String> query, byte[] body) throws IOException {
        String told = exchange.getRequestHeaders().getFirst("x-amz-checksum-sha256");
        String has = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(Digest.of(body).sha256()));
        String copied = exchange.getRequestHeaders().getFirst("x-amz-copy-source");
        if (told != null && !told.equals(has) && !lies(Lie.ACCEPTS_BAD_DIGESTS, key)) {
            error(exchange, 400, "BadDigest");
        } else if (query.containsKey("uploadId")) {
            uploads.get(query.get("uploadId")).put(Integer.valueOf(query.get("partNumber")), body);
            exchange.getResponseHeaders().set("ETag", "\"" + Digest.of(body).sha256() + "\"");
            send(exchange, 200, "");
        } else if (copied != null) {
            keep(exchange, key, held().get(java.net.URLDecoder.decode(copied, StandardCharsets.UTF_8).replaceFirst("^/?[^/]+/", "")));
            send(exchange, 200, "<CopyObjectResult><ETag>\"x\"</ETag></CopyObjectResult>");
        } else if (taken(exchange, key)) {
            error(exchange, 412, "PreconditionFailed");
        } else {
            keep(exchange, key, body);
            send(exchange, 200, "");
        }
    }

    private boolean taken(HttpExchange exchange, String key) {
        return exchange.getRequestHeaders().containsKey("If-None-Match") && held().containsKey(key) && !lies(Lie.OVERWRITES, key);
    }

    private void keep(HttpExchange exchange, String key, byte[] bytes) {
        String lock = exchange.getRequestHeaders().getFirst("x-amz-object-lock-retain-until-date");
        if (!lies(Lie.LOSES_WRITES, key) || key.endsWith("stele-location.txt")) {
            objects.computeIfAbsent(key, any -> new ArrayList<>()).add(new Version("v" + number.incrementAndGet(), bytes.clone(),
                    lock == null ? Instant.MIN : Instant.parse(lock), false));
        }
        exchange.getResponseHeaders().set("ETag", "\"" + Digest.of(bytes).sha256() + "\"");
    }

    private void post(HttpExchange exchange, String key, Map<String, String> query) throws IOException {
        if (query.containsKey("uploads")) {
            String id = "u" + number.incrementAndGet();
            uploads.put(id, new TreeMap<>());
            send(exchange, 200, "<InitiateMultipartUploadResult><Key>" + key + "</Key><UploadId>" + id + "</UploadId></InitiateMultipartUploadResult>");
            return;
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        uploads.remove(query.get("uploadId")).values().forEach(whole::writeBytes);
        if (taken(exchange, key)) {
            error(exchange, 412, "PreconditionFailed");
        } else {
            keep(exchange, key, whole.toByteArray());
            send(exchange, 200, "<CompleteMultipartUploadResult><Key>" + key + "</Key><ETag>\"x\"</ETag></CompleteMultipartUploadResult>");
        }
    }

    private void get(HttpExchange exchange, String key) throws IOException {
        byte[] bytes = held().get(key);
        if (bytes == null) {
            error(exchange, 404, "NoSuchKey");
            return;
        }
        byte[] told = bytes.clone();
        boolean ours = key.endsWith("stele-location.txt");
        if (lies(Lie.WRONG_BYTES, key) && told.length > 0 && !ours) {
            told[told.length / 2] ^= 8;
        }
        exchange.sendResponseHeaders(200, told.length == 0 ? -1 : told.length);
        exchange.getResponseBody().write(told, 0, lies(Lie.BREAKS_OFF, key) && !ours ? told.length / 2 : told.length);
    }

    private void head(HttpExchange exchange, String key) throws IOException {
        byte[] bytes = held().get(key);
        if (!key.isEmpty()) {
            exchange.getResponseHeaders().set("Content-Length", String.valueOf(bytes == null ? 0 : bytes.length));
        }
        exchange.sendResponseHeaders(bytes == null && !key.isEmpty() ? 404 : 200, -1);
    }

    private void delete(HttpExchange exchange, String key, Map<String, String> query) throws IOException {
        List<Version> versions = objects.getOrDefault(key, new ArrayList<>());
        String id = query.get("versionId");
        boolean locked = id != null && versions.stream().anyMatch(each -> each.id().equals(id) && each.lockedUntil().isAfter(Instant.now()));
        if (lies(Lie.REFUSES_DELETES, key) || locked && !lies(Lie.IGNORES_LOCKS, key)) {
            error(exchange, 403, "AccessDenied");
            return;
        }
        if (id != null) {
            versions.removeIf(each -> each.id().equals(id));
        } else if (!query.containsKey("uploadId")) {
            objects.computeIfAbsent(key, any -> new ArrayList<>()).add(new Version("v" + number.incrementAndGet(), new byte[0], Instant.MIN, true));
        }
        exchange.sendResponseHeaders(204, -1);
    }

    private void versions(HttpExchange exchange, String prefix) throws IOException {
        StringBuilder list = new StringBuilder("<ListVersionsResult>");
        objects.forEach((key, versions) -> versions.reversed().stream().filter(each -> key.startsWith(prefix)).forEach(each -> {
            String kind = each.deletion() ? "DeleteMarker" : "Version";
            list.append("<%s><Key>%s</Key><VersionId>%s</VersionId></%s>".formatted(kind, key, each.id(), kind));
        }));
        send(exchange, 200, list + "</ListVersionsResult>");
    }

    private static void error(HttpExchange exchange, int status, String code) throws IOException {
        send(exchange, status, "<Error><Code>" + code + "</Code><Message>no</Message></Error>");
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/xml");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static Map<String, String> query(URI uri) {
        Map<String, String> query = new HashMap<>();
        for (String each : String.valueOf(uri.getQuery()).split("&")) {
            query.put(each.split("=", 2)[0], each.contains("=") ? each.split("=", 2)[1] : "");
        }
        return query;
    }

    private static void sleep() {
        try {
            Thread.sleep(60_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
