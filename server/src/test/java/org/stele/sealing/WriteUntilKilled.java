package org.stele.sealing;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.stele.access.Accounts;
import org.stele.access.By;
import org.stele.access.Role;
import org.stele.database.DataPlace;
import org.stele.history.Changes;
import org.stele.tlog.Checkpoint;

/**
 * A process of its own that writes rows and publishes the log, beside another of its kind, and says on its standard output what it
 * acknowledged and what it signed, until somebody kills it.
 */
final class WriteUntilKilled {

    private WriteUntilKilled() {
    }

    public static void main(String[] arguments) {
        Random dice = new Random(Long.parseLong(arguments[4]));
        String name = arguments[5];
        var source = new DriverManagerDataSource(arguments[0], arguments[1], arguments[2]);
        JdbcClient sql = JdbcClient.create(source);
        Changes changes = new Changes(source);
        Accounts accounts = new Accounts(source);
        Sequencer sequencer = new Sequencer(source, new DataPlace(Path.of(arguments[3])));
        for (int turn = 0; ; turn++) {
            int rows = 1 + dice.nextInt(dice.nextInt(10) == 0 ? 800 : 4);
            long number = changes.make(name, "to be killed", change -> {
                long first = change.takeIds("statement", rows);
                change.append("statement", List.of("id", "source", "victim", "recorded_at", "locator", "key", "words"),
                        IntStream.range(0, rows).mapToObj(i -> List.<Object>of(first + i, 1L, 7L, change.at(), "row " + i, "k" + i,
                                "words of " + name)).toList());
                return change.number();
            });
            // In a transaction of its own: where it stands is asked only when it is committed.
            sql.sql("select first, entries from sealed_block where change = :number").param("number", number)
                    .query((row, n) -> "wrote " + number + " " + row.getLong(1) + " " + row.getInt(2)).list()
                            .forEach(WriteUntilKilled::say);
            if (dice.nextInt(3) == 0) {
                accounts.setRole("amal", dice.nextBoolean() ? Role.EDITOR : Role.ANALYST, new By(name, "to be killed"));
            }
            if (turn == 0 || dice.nextInt(3) == 0) {
                Checkpoint signed = sequencer.publish().orElseThrow().checkpoint();
                say("signed " + signed.size() + " " + signed.root().base64());
            }
        }
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
