package org.stele.browser;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Commands to a browser and events from it, as JSON over one web socket. */
final class DevTools implements WebSocket.Listener {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final long SECONDS = 60;

    private final AtomicLong number = new AtomicLong();
    private final Map<Long, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
    private final Map<String, CompletableFuture<JsonNode>> events = new ConcurrentHashMap<>();
    private final Map<String, List<JsonNode>> seen = new ConcurrentHashMap<>();
    private final StringBuilder message = new StringBuilder();
    private @Nullable WebSocket socket;

    static DevTools connect(String address) {
        DevTools tools = new DevTools();
        tools.socket = HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(URI.create(address), tools).join();
        return tools;
    }

    /** Sends a command and waits for its answer.
     *  @param session the tab, or empty for the browser itself */
    JsonNode send(String session, String method, Map<String, ?> parameters) {
        long id = number.incrementAndGet();
        Map<String, Object> command = new LinkedHashMap<>(Map.of("id", id, "method", method, "params", parameters));
        if (!session.isEmpty()) {
            command.put("sessionId", session);
        }
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        answers.put(id, answer);
        synchronized (this) {
            java.util.Objects.requireNonNull(socket).sendText(JSON.writeValueAsString(command), true).join();
        }
        JsonNode said = wait(answer, method);
        if (said.has("error")) {
            throw new IllegalStateException(method + ": " + said.get("error"));
        }
        return said.get("result");
    }

    /** What completes when the tab next sends this event; ask before doing what causes it. */
    CompletableFuture<JsonNode> next(String session, String event) {
        return events.compute(session + " " + event, (key, waiting) -> waiting == null || waiting.isDone() ? new CompletableFuture<>() : waiting);
    }

    /** The events of this kind that the tab has sent so far. */
    List<JsonNode> seen(String session, String event) {
        return seen.getOrDefault(session + " " + event, List.of());
    }

    private static String key(JsonNode event) {
        return event.path("sessionId").asString("") + " " + event.get("method").asString();
    }

    static JsonNode wait(CompletableFuture<JsonNode> awaited, String what) {
        try {
            return awaited.get(SECONDS, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException("The browser did not answer to " + what, e);
        }
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
        message.append(part);
        if (last) {
            JsonNode said = JSON.readTree(message.toString());
            message.setLength(0);
            if (said.has("method")) {
                seen.computeIfAbsent(key(said), first -> new CopyOnWriteArrayList<>()).add(said);
            }
            CompletableFuture<JsonNode> waiting = said.has("id") ? answers.remove(said.get("id").asLong())
                    : events.remove(key(said));
            if (waiting != null) {
                waiting.complete(said);
            }
        }
        from.request(1);
        return null;
    }
}
