package org.stele.faults;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.LoggerFactory;
import org.stele.database.Database;
import org.stele.evidence.Received;
import org.stele.evidence.Receiving;

/** A program of its own that adds the sample whose number it is told, on one thread whose calls to the system a test may let fail. */
final class AddOnRequest {

    private AddOnRequest() {
    }

    /** Arguments: data folder; the database's address, user and password. */
    public static void main(String[] arguments) throws Exception {
        ((Logger) LoggerFactory.getLogger("ROOT")).setLevel(Level.OFF);
        Receiving receiving = new OpenArchive(new Database.Login(arguments[1], arguments[2], arguments[3]), Path.of(arguments[0])).get(Receiving.class);
        // What is said goes through another thread, so that it is said even where every write of this one fails.
        ExecutorService voice = Executors.newSingleThreadExecutor();
        say(voice, "thread " + Files.readSymbolicLink(Path.of("/proc/thread-self")).getFileName());
        BufferedReader asked = new BufferedReader(new InputStreamReader(System.in));
        for (String line = asked.readLine(); line != null; line = asked.readLine()) {
            try {
                Received received = new Sample(Long.parseLong(line)).addTo(receiving);
                say(voice, "kept " + line + " " + received.item());
            } catch (Throwable e) {
                say(voice, "failed " + line + " " + e.toString().replace('\n', ' '));
            }
        }
        System.exit(0);
    }

    private static void say(ExecutorService voice, String line) throws Exception {
        voice.submit(() -> {
            System.out.println(line);
            System.out.flush();
        }).get();
    }
}
