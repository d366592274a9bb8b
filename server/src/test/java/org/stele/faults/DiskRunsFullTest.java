package org.stele.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stele.database.TestDatabase;
import org.stele.evidence.Received;
import org.stele.evidence.Receiving;
import org.stele.vault.VaultFull;

/** A disk that runs out of room, or of files, while many bring items at once. */
@Tag(FaultReport.TAG)
class DiskRunsFullTest {

    private static final int ADDS = 100;
    private static final int MOST = 4000;

    @BeforeEach
    void possible() {
        Machine.SMALL_DISK.needed();
    }

    /** The filler stands for what its owner will delete to make room. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({"size=64m, 48", "'size=64m,nr_inodes=260', 1"})
    void nothingIsHalfKeptWhatWasKeptIsReadAndItGoesOnWhenThereIsRoom(String limit, int fillerMebibytes) throws Exception {
        try (SmallDisk disk = SmallDisk.make(limit); TestDatabase database = TestDatabase.fresh();
                OpenArchive archive = new OpenArchive(database.login(), disk.path())) {
            Receiving receiving = archive.get(Receiving.class);
            List<Path> filler = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                filler.add(Files.write(disk.path().resolve("filler-" + i), new byte[fillerMebibytes * (1 << 20) / 40]));
            }
            Map<Long, Long> kept = new TreeMap<>();
            int refused = 0;
            long next = 0;
            for (; refused < ADDS && next < MOST; next += ADDS) {
                refused += addAtOnce(receiving, next, kept);
            }
            assertThat(refused).as("it did run full").isPositive();
            Aftermath aftermath = new Aftermath(archive, disk.path());
            aftermath.assertNothingAcknowledgedIsLost(kept);
            aftermath.assertNothingIsHalf(0);
            assertThat(aftermath.incoming()).as("half-written files").isZero();
            assertThat(aftermath.strays()).as("files nobody knows").isZero();

            for (Path each : filler) {
                Files.delete(each);
            }
            Received after = new Sample(next).addTo(receiving);
            kept.put(next, after.item());
            aftermath.assertNothingAcknowledgedIsLost(kept);
            aftermath.assertNoAlarm();
            FaultReport.say("disk full (%s), %d at once: %d kept and read, %d refused as full, nothing half; goes on when there is room"
                    .formatted(limit, ADDS, kept.size(), refused));
        }
    }

    /** Returns how many were refused because the disk is full; anything else than that is a fault. */
    private static int addAtOnce(Receiving receiving, long first, Map<Long, Long> kept) throws Exception {
        List<Future<Received>> all = new ArrayList<>();
        int refused = 0;
        try (ExecutorService many = Executors.newFixedThreadPool(ADDS)) {
            for (long number = first; number < first + ADDS; number++) {
                Sample sample = new Sample(number);
                all.add(many.submit((Callable<Received>) () -> sample.addTo(receiving)));
            }
        }
        for (int i = 0; i < all.size(); i++) {
            try {
                kept.put(first + i, all.get(i).get().item());
            } catch (ExecutionException e) {
                assertThat(e.getCause()).isInstanceOf(VaultFull.class);
                refused++;
            }
        }
        return refused;
    }
}
