package org.stele.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One tab: what a person does in it, and what can be seen. */
final class Tab implements AutoCloseable {

    private final DevTools tools;
    private final String session;
    private final String target;

    Tab(DevTools tools, String session, String target) {
        this.tools = tools;
        this.session = session;
        this.target = target;
        send("Page.enable", Map.of());
        send("Log.enable", Map.of());
        desktop();
    }

    Tab desktop() {
        return sized(1280, 900, false);
    }

    /** As wide as a common phone. */
    Tab phone() {
        return sized(390, 844, true);
    }

    private Tab sized(int width, int height, boolean mobile) {
        send("Emulation.setDeviceMetricsOverride", Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", mobile));
        return this;
    }

    Tab withoutScripts() {
        send("Emulation.setScriptExecutionDisabled", Map.of("value", true));
        return this;
    }

    Tab go(String address) {
        CompletableFuture<JsonNode> loaded = tools.next(session, "Page.loadEventFired");
        JsonNode answer = send("Page.navigate", Map.of("url", address));
        if (answer.has("errorText")) {
            throw new IllegalStateException(address + ": " + answer.get("errorText").asString());
        }
        DevTools.wait(loaded, address);
        return this;
    }

    /** Clicks what a selector finds first, and waits for the page it leads to. */
    Tab follow(String selector) {
        CompletableFuture<JsonNode> loaded = tools.next(session, "Page.loadEventFired");
        run("(() => { const found = document.querySelector(" + text(selector) + "); if (!found) throw new Error('not on the page: ' + " + text(selector)
                + "); found.click(); })()");
        DevTools.wait(loaded, selector);
        return this;
    }

    Tab fill(String selector, String value) {
        run("document.querySelector(" + text(selector) + ").value = " + text(value));
        return this;
    }

    /** Chooses files, or a folder where the field takes one. */
    Tab choose(String selector, Path... files) {
        int root = send("DOM.getDocument", Map.of()).get("root").get("nodeId").asInt();
        int field = send("DOM.querySelector", Map.of("nodeId", root, "selector", selector)).get("nodeId").asInt();
        send("DOM.setFileInputFiles", Map.of("nodeId", field, "files", Stream.of(files).map(Path::toString).toList()));
        return this;
    }

    /** Presses a key as a person does. */
    Tab press(String key, int code) {
        for (String type : new String[] {"rawKeyDown", "keyUp"}) {
            send("Input.dispatchKeyEvent", Map.of("type", type, "key", key, "code", key, "windowsVirtualKeyCode", code));
        }
        return this;
    }

    /** Gives the tab a device that holds passkeys, and whose owner is at hand and shows it. Returns its number. */
    String device() {
        send("WebAuthn.enable", Map.of());
        return send("WebAuthn.addVirtualAuthenticator", Map.of("options", Map.of("protocol", "ctap2", "ctap2Version", "ctap2_1", "transport", "internal",
                "hasResidentKey", true, "hasUserVerification", true, "isUserVerified", true, "automaticPresenceSimulation", true)))
                .get("authenticatorId").asString();
    }

    /** Whether the device's owner gives finger or PIN when asked. */
    void ownerIsThere(String device, boolean there) {
        send("WebAuthn.setUserVerified", Map.of("authenticatorId", device, "isUserVerified", there));
    }

    /** How many passkeys the device holds. */
    int passkeys(String device) {
        return send("WebAuthn.getCredentials", Map.of("authenticatorId", device)).get("credentials").size();
    }

    /** Waits until an expression is true. */
    Tab until(String expression) throws InterruptedException {
        for (int tries = 0; !run(expression).asBoolean(); tries++) {
            if (tries == 200) {
                throw new IllegalStateException("never became true: " + expression + " on " + path() + ": " + reads("main"));
            }
            Thread.sleep(50);
        }
        return this;
    }

    /** The value of an expression, awaited if it is a promise. */
    JsonNode run(String expression) {
        Map<String, Object> parameters = new LinkedHashMap<>(Map.of("expression", expression, "awaitPromise", true, "returnByValue", true));
        JsonNode answer = send("Runtime.evaluate", parameters);
        if (answer.has("exceptionDetails")) {
            throw new IllegalStateException(answer.get("exceptionDetails").toString());
        }
        return answer.get("result").path("value");
    }

    String path() {
        return run("location.pathname").asString();
    }

    /** The text a reader sees in what a selector finds first. */
    String reads(String selector) {
        return run("(document.querySelector(" + text(selector) + ") || {innerText: ''}).innerText").asString();
    }

    /** What the page's content policy refused since the tab was opened. */
    List<String> refusals() {
        return tools.seen(session, "Log.entryAdded").stream().map(event -> event.at("/params/entry/text").asString())
                .filter(text -> text.contains("Content Security Policy")).toList();
    }

    /** A picture of the whole page. */
    void photograph(Path file) {
        run("document.fonts.ready.then(() => true)");
        JsonNode picture = send("Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true));
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, Base64.getDecoder().decode(picture.get("data").asString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode send(String method, Map<String, ?> parameters) {
        return tools.send(session, method, parameters);
    }

    private static String text(String value) {
        return JsonMapper.builder().build().writeValueAsString(value);
    }

    @Override
    public void close() {
        tools.send("", "Target.closeTarget", Map.of("targetId", target));
    }
}
