package org.stele.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import org.stele.database.TestDatabase;

/**
 * Kills a program amid adding items, looks at what is left, and begins again on the same folder and database.
 *
 * @param kills        programs killed
 * @param cutOff       items that were under way when their program was killed: the points at which something could break
 * @param acknowledged items acknowledged by programs that were killed afterwards
 * @param whole        of those cut off, how many were in the register all the same, whole: killed between the commit and the word
 * @param read         copies that the last reading of everything found right
 */
record KillSeries(int kills, int cutOff, int acknowledged, long whole, long read) {

    private static final int THREADS = 12;
    private static final int MOST_BEFORE = 40;
    private static final long LONGEST_MILLIS = 100;

    /** @param atLeast goes on until so many items were cut off */
    static KillSeries run(Path data, int atLeast, long seed) throws Exception {
        Random dice = new Random(seed);
        int kills = 0;
        int cutOff = 0;
        int acknowledged = 0;
        long last = 0;
        try (TestDatabase database = TestDatabase.fresh(); OpenArchive archive = new OpenArchive(database.login(), data)) {
            Aftermath aftermath = new Aftermath(archive, data);
            while (cutOff < atLeast) {
                Adding.Said said = killed(data, kills * 1_000_000L, dice, database);
                kills++;
                assertThat(said.failed()).isEmpty();
                awaitTheServer(database);
                aftermath.assertNothingAcknowledgedIsLost(said.kept());
                last = aftermath.assertNothingIsHalf(last);
                cutOff += said.cutOff().size();
                acknowledged += said.kept().size();
            }
            long items = database.sql().sql("select count(*) from evidence_item").query(Long.class).single();
            long read = aftermath.assertNoAlarm();
            assertThat(read).isEqualTo(database.sql().sql("select count(*) from blob").query(Long.class).single());
            return new KillSeries(kills, cutOff, acknowledged, items - acknowledged, read);
        }
    }

    private static Adding.Said killed(Path data, long first, Random dice, TestDatabase database) throws Exception {
        try (Adding adding = Adding.begin(data, first, THREADS, database.login())) {
            adding.ready();
            // A program that has just begun stands at the same points every time.
            adding.kept(1 + dice.nextInt(MOST_BEFORE));
            Thread.sleep(dice.nextLong(LONGEST_MILLIS), dice.nextInt(1_000_000));
            return adding.kill();
        }
    }

    /** The server notices that the program is gone, and commits or takes back what was under way. */
    private static void awaitTheServer(TestDatabase database) throws InterruptedException {
        for (int i = 0; i < 400 && database.sql().sql("select count(*) from pg_locks where locktype = 'advisory'").query(Long.class).single() > 0; i++) {
            Thread.sleep(5);
        }
    }
}
