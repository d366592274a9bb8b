package org.stele.witnessing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Executors;
import org.stele.database.Durable;
import org.stele.database.Refusal;
import org.stele.tlog.Algorithm;
import org.stele.tlog.FileTiles;
import org.stele.tlog.SignerKey;
import org.stele.tlog.VerifierKey;
import org.stele.tlog.Witness;

/**
 * A witness over HTTP, for a partner to run: {@code POST /add-checkpoint}, and {@code GET /key} says its public key. All it keeps is a key
 * and the last checkpoint of each log, in a folder that it holds alone.
 */
public final class WitnessServer implements AutoCloseable {

    private static final int LONGEST_REQUEST = 1 << 16;
    private static final String KEY = "witness.key";

    private final HttpServer server;
    private final FileChannel lock;
    private final VerifierKey key;

    private WitnessServer(HttpServer server, FileChannel lock, VerifierKey key) {
        this.server = server;
        this.lock = lock;
        this.key = key;
    }

    /**
     * Starts a witness. On the first start in a folder it makes its key, readable only by the owner.
     *
     * @param folder where it keeps its key and what it has seen
     * @param name   its name, for instance its address without {@code https://}; must stay the same
     * @param logs   keys of the logs it watches, by origin
     * @throws Refusal if the folder is in use, or holds a key of another name
     */
    public static WitnessServer start(Path folder, String name, Map<String, VerifierKey> logs, InetSocketAddress address, InstantSource clock) throws IOException {
        Files.createDirectories(folder);
        FileChannel lock = lock(folder);
        try {
            SignerKey key = key(folder, name);
            Witness witness = new Witness(logs, key, new FileTiles(folder), clock);
            HttpServer server = HttpServer.create(address, 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/add-checkpoint", exchange -> answer(exchange, "POST", () -> add(witness, exchange)));
            server.createContext("/key", exchange -> answer(exchange, "GET", () -> new Answer(200, "text/plain", key.verifier() + "\n")));
            server.start();
            return new WitnessServer(server, lock, key.verifier());
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** The key that those who rely on this witness put into their policy. */
    public VerifierKey key() {
        return key;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() throws IOException {
        server.stop(1);
        lock.close();
    }

    private static FileChannel lock(Path folder) throws IOException {
        FileChannel channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock held = channel.tryLock();
            if (held != null) {
                return channel;
            }
        } catch (OverlappingFileLockException heldByThisProcess) {
            // The same as held by another.
        }
        channel.close();
        throw new Refusal("Another witness runs on " + folder + ". Two on one folder could vouch for two histories.");
    }

    private static SignerKey key(Path folder, String name) throws IOException {
        Path file = folder.resolve(KEY);
        if (!Files.exists(file)) {
            SignerKey made = SignerKey.generate(name, Algorithm.COSIGNATURE);
            Files.deleteIfExists(folder.resolve(KEY + ".new"));
            Path beside = Files.createFile(folder.resolve(KEY + ".new"), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
                channel.write(StandardCharsets.UTF_8.encode(made.verifier() + "\n" + made.secret() + "\n"));
                channel.force(true);
            }
            Durable.rename(beside, file);
        }
        String[] lines = Files.readString(file).split("\n");
        VerifierKey verifier = VerifierKey.parse(lines[0]);
        if (!verifier.name().equals(name)) {
            throw new Refusal("The witness in " + folder + " is called " + verifier.name() + ", not " + name + ". A witness keeps its name.");
        }
        return SignerKey.parse(lines[1], verifier);
    }

    private static Answer add(Witness witness, HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(LONGEST_REQUEST + 1);
        if (body.length > LONGEST_REQUEST) {
            return new Answer(413, "text/plain", "A request has at most " + LONGEST_REQUEST + " bytes\n");
        }
        Witness.Reply reply = witness.add(new String(body, StandardCharsets.UTF_8));
        return switch (reply) {
            case Witness.Reply.Cosigned cosigned -> new Answer(reply.status(), "text/plain; charset=utf-8", cosigned.lines());
            case Witness.Reply.Conflict conflict -> new Answer(reply.status(), "text/x.tlog.size", conflict.size() + "\n");
            case Witness.Reply.Refused refused -> new Answer(reply.status(), "text/plain; charset=utf-8", refused.reason() + "\n");
        };
    }

    private static void answer(HttpExchange exchange, String method, Work work) throws IOException {
        try (exchange) {
            Answer answer = exchange.getRequestMethod().equals(method) ? outcome(work) : new Answer(405, "text/plain", "Only " + method + "\n");
            byte[] bytes = answer.text.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", answer.type);
            exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
            exchange.sendResponseHeaders(answer.status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private static Answer outcome(Work work) throws IOException {
        try {
            return work.answer();
        } catch (RuntimeException e) {
            // For instance a full disk: nothing was cosigned, and the log asks again.
            System.getLogger(WitnessServer.class.getName()).log(System.Logger.Level.ERROR, "A checkpoint could not be remembered", e);
            return new Answer(500, "text/plain", "This witness could not remember the checkpoint, so it did not cosign it\n");
        }
    }

    private record Answer(int status, String type, String text) {
    }

    private interface Work {
        Answer answer() throws IOException;
    }
}
