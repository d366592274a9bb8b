package org.stele.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A headless Chromium of this machine: one for a test run, started when first needed. */
final class Chromium {

    private final Process process;
    private final Path profile;
    private final DevTools tools;

    private Chromium(Process process, Path profile, DevTools tools) {
        this.process = process;
        this.profile = profile;
        this.tools = tools;
    }

    /** The browser that STELE_CHROMIUM names, or one where Debian and others put theirs. */
    static Optional<Path> installed() {
        String named = System.getenv("STELE_CHROMIUM");
        return Stream.of(named == null ? "" : named, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome",
                        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
                .filter(path -> !path.isBlank()).map(Path::of).filter(Files::isExecutable).findFirst();
    }

    private static @Nullable Chromium one;

    /** The one browser of this test run. */
    static synchronized Chromium one() throws IOException, InterruptedException {
        if (one == null) {
            one = start();
        }
        return one;
    }

    private static Chromium start() throws IOException, InterruptedException {
        Path profile = Files.createTempDirectory(Files.createDirectories(Path.of("target", "chromium").toAbsolutePath()), "profile-");
        List<String> command = new ArrayList<>(List.of(installed().orElseThrow().toString(), "--headless=new", "--remote-debugging-port=0",
                "--user-data-dir=" + profile, "--no-first-run", "--no-default-browser-check", "--disable-gpu", "--disable-dev-shm-usage",
                "--disable-background-networking", "--disable-component-update", "--disable-sync", "--lang=en"));
        if ("root".equals(System.getProperty("user.name"))) {
            command.add("--no-sandbox");
        }
        command.add("about:blank");
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(profile.resolve("log").toFile()).start();
        Path port = profile.resolve("DevToolsActivePort");
        for (int tries = 0; !Files.exists(port) || Files.readAllLines(port).size() < 2; tries++) {
            if (!process.isAlive() || tries > 600) {
                throw new IOException("Chromium did not start: " + Files.readString(profile.resolve("log")));
            }
            Thread.sleep(50);
        }
        List<String> lines = Files.readAllLines(port);
        Chromium chromium = new Chromium(process, profile, DevTools.connect("ws://127.0.0.1:" + lines.get(0) + lines.get(1)));
        Runtime.getRuntime().addShutdownHook(new Thread(chromium::stop));
        return chromium;
    }

    /** A tab with its own cookies. */
    Tab tab() {
        String context = tools.send("", "Target.createBrowserContext", Map.of()).get("browserContextId").asString();
        String target = tools.send("", "Target.createTarget", Map.of("url", "about:blank", "browserContextId", context)).get("targetId").asString();
        String session = tools.send("", "Target.attachToTarget", Map.of("targetId", target, "flatten", true)).get("sessionId").asString();
        return new Tab(tools, session, target);
    }

    private void stop() {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            try (Stream<Path> files = Files.walk(profile)) {
                files.sorted(java.util.Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
            }
        } catch (IOException | InterruptedException e) {
            System.err.println("The browser's profile stays behind: " + e);
        }
    }
}
