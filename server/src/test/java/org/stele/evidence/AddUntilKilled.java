package org.stele.evidence;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.stele.history.Changes;
import org.stele.history.Versions;
import org.stele.keys.Keyring;
import org.stele.vault.Act;
import org.stele.vault.Blobs;
import org.stele.vault.Custody;
import org.stele.vault.Folder;
import org.stele.vault.Vault;

/**
 * A process of its own that takes items in and reads them, and says on its standard output what it acknowledged and what it gave out, until
 * somebody kills it.
 */
final class AddUntilKilled {

    static final Map<String, String> TOLD = Map.of("kind", "witness", "source", "a neighbour", "obtained-by", "amal", "obtained-at", "2020-11-24",
            "consent", "internal");

    private AddUntilKilled() {
    }

    /** The rooms as the program puts them together, without the rest of it. */
    record Rooms(Vault vault, Items items, Receiving receiving, Reading reading) {
        static Rooms on(DataSource source, Path data) {
            Changes changes = new Changes(source);
            Custody custody = new Custody(source);
            Vault vault = new Vault(source, Keyring.open(data), new Folder("main", data.resolve("vault"), 0));
            Items items = new Items(source, changes, new Versions(source), new Blobs(source), custody);
            return new Rooms(vault, items, new Receiving(changes, vault, custody, items, new DefaultListableBeanFactory().getBeanProvider(Subjects.class)),
                    new Reading(changes, vault, custody, items, InstantSource.system()));
        }
    }

    public static void main(String[] arguments) throws IOException {
        Random dice = new Random(Long.parseLong(arguments[4]));
        Rooms rooms = Rooms.on(new DriverManagerDataSource(arguments[0], arguments[1], arguments[2]), Path.of(arguments[3]));
        while (true) {
            if (dice.nextInt(4) == 0) {
                addMany(rooms.receiving(), dice);
                continue;
            }
            byte[] bytes = new byte[dice.nextInt(8) == 0 ? dice.nextInt(4 << 20) : dice.nextInt(100_000)];
            dice.nextBytes(bytes);
            Received received = rooms.receiving().add(new Submission(Provenance.of(TOLD, "a.mp4"), null, null, true, List.of(), "amal", "to be killed"),
                    new ByteArrayInputStream(bytes), taken -> { });
            say("kept " + received.item() + " " + received.sha256());
            try (Opened opened = rooms.reading().open(received.item(), Act.READ, "amal", "to be killed while reading")) {
                opened.bytes().read(ByteBuffer.allocate(100));
                say("gave " + received.item() + " " + opened.event());
            }
        }
    }

    /** Small files that share a change. */
    private static void addMany(Receiving receiving, Random dice) throws IOException {
        List<Sent> many = IntStream.range(0, 2 + dice.nextInt(60)).mapToObj(n -> {
            byte[] bytes = new byte[dice.nextInt(20_000)];
            dice.nextBytes(bytes);
            return new Sent(new Submission(Provenance.of(TOLD, n + ".jpg"), null, null, true, List.of(), "amal", "to be killed"), bytes.length,
                    () -> new ByteArrayInputStream(bytes));
        }).toList();
        receiving.addAll(many, taken -> { }, outcome -> {
            if (outcome instanceof Outcome.Taken(Sent sent, Received received)) {
                say("kept " + received.item() + " " + received.sha256());
            }
        });
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
