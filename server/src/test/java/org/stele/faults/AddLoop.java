package org.stele.faults;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.LoggerFactory;
import org.stele.database.Database;
import org.stele.database.OwnDatabase;
import org.stele.evidence.Received;
import org.stele.evidence.Receiving;

/**
 * A program of its own that adds items on several threads until it is killed. It says when it begins one, and when the item is
 * acknowledged: only what stands in its output with {@code kept} may be counted on.
 */
final class AddLoop {

    private AddLoop() {
    }

    /** Arguments: data folder, first number, threads, and the database's address, user and password; none for one of its own in the folder. */
    public static void main(String[] arguments) {
        ((Logger) LoggerFactory.getLogger("ROOT")).setLevel(Level.ERROR);
        Path data = Path.of(arguments[0]);
        AtomicLong next = new AtomicLong(Long.parseLong(arguments[1]));
        int threads = Integer.parseInt(arguments[2]);
        Database.Login login = arguments.length > 3 ? new Database.Login(arguments[3], arguments[4], arguments[5]) : OwnDatabase.open(data).login();
        Receiving receiving = new OpenArchive(login, data).get(Receiving.class);
        say("ready");
        ExecutorService all = Executors.newFixedThreadPool(threads);
        for (int i = 0; i < threads; i++) {
            all.submit(() -> {
                while (true) {
                    add(receiving, new Sample(next.getAndIncrement()));
                }
            });
        }
    }

    private static void add(Receiving receiving, Sample sample) {
        say("begun " + sample.number());
        try {
            Received received = sample.addTo(receiving);
            say("kept " + sample.number() + " " + received.item() + " " + received.sha256());
        } catch (Exception e) {
            say("failed " + sample.number() + " " + e.toString().replace('\n', ' '));
        }
    }

    private static synchronized void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
