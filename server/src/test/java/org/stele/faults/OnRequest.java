package org.stele.faults;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.LoggerFactory;
import org.stele.database.Database;
import org.stele.evidence.Carrying;
import org.stele.evidence.Receiving;
import org.stele.evidence.Wrapping;
import org.stele.uploading.UploadToken;
import org.stele.uploading.Uploads;

/** A program of its own that does what it is told, a line each, on one thread whose calls to the system a test may let fail or kill at. */
final class OnRequest {

    private final OpenArchive archive;

    private OnRequest(OpenArchive archive) {
        this.archive = archive;
    }

    /** Arguments: data folder; the database's address, user and password. */
    public static void main(String[] arguments) throws Exception {
        ((Logger) LoggerFactory.getLogger("ROOT")).setLevel(Level.OFF);
        Database.Login login = new Database.Login(arguments[1], arguments[2], arguments[3]);
        OnRequest program = new OnRequest(new OpenArchive(login, Path.of(arguments[0])));
        // What is said goes through another thread, so that it is said even where every write of this one fails.
        ExecutorService voice = Executors.newSingleThreadExecutor();
        say(voice, "thread " + Files.readSymbolicLink(Path.of("/proc/thread-self")).getFileName());
        BufferedReader asked = new BufferedReader(new InputStreamReader(System.in));
        for (String line = asked.readLine(); line != null; line = asked.readLine()) {
            String said;
            try {
                said = "kept " + program.done(line.split(" "));
            } catch (Throwable e) {
                said = "failed " + e.toString().replace('\n', ' ');
            }
            say(voice, said);
        }
        System.exit(0);
    }

    /** {@code add SAMPLE}, {@code carry FOLDER}, or {@code piece TOKEN SAMPLE FROM TO} of the bytes of a sample. */
    private String done(String[] asked) throws Exception {
        return switch (asked[0]) {
            case "add" -> String.valueOf(new Sample(Long.parseLong(asked[1])).addTo(archive.get(Receiving.class)).item());
            case "carry" -> {
                Path disk = Path.of(asked[1]);
                var carried = archive.get(Carrying.class).carry(disk, new Wrapping.Clear(), disk.getFileName().toString(), "amal",
                        "fault suite", (at, of) -> { });
                if (!carried.failed().isEmpty()) {
                    throw new java.io.IOException(carried.failed().toString());
                }
                yield String.valueOf(carried.added() + carried.extended());
            }
            case "piece" -> {
                byte[] bytes = new Sample(Long.parseLong(asked[2])).bytes();
                int from = Integer.parseInt(asked[3]);
                var piece = new ByteArrayInputStream(bytes, from, Math.min(bytes.length, Integer.parseInt(asked[4])) - from);
                yield String.valueOf(archive.get(Uploads.class).append(new UploadToken(asked[1]), "", from, piece, null).received());
            }
            default -> throw new IllegalArgumentException(asked[0]);
        };
    }

    private static void say(ExecutorService voice, String line) throws Exception {
        voice.submit(() -> {
            System.out.println(line);
            System.out.flush();
        }).get();
    }
}
