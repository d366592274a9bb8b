package org.stele.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The schedule of reading copies on a machine whose clock was wrong for a while. */
class FixityClockTest {

    private static final int COPIES = 30;

    @TempDir
    Path data;

    @Test
    void whatWasReadWhileTheClockWasYearsAheadIsDueAndIsReadOnce() throws IOException {
        try (Archive archive = new Archive(data)) {
            Copies copies = archive.copies("policy: {copies: 1, places: 1, offline: 0}\nmain: {place: office}\n");
            archive.add(COPIES, 1);
            archive.replicate(copies);
            archive.database.sql().sql("update copy set verified_at = clock_timestamp() + interval '9 years'").update();

            assertThat(copies.status().troubles()).extracting(CopyStatus.Trouble::kind).contains("overdue");
            CopyReport report = copies.check(null, false, Duration.ofMinutes(5), "amal", "test of copies", CopyProgress.NONE);

            assertThat(report.work().get("main").checked()).isGreaterThanOrEqualTo(COPIES);
            assertThat(report.work().get("main").bad()).isZero();
            assertThat(copies.status().well()).as(copies.status().troubles().toString()).isTrue();
        }
    }

    @Test
    void aHistoryThatRunsAheadOfTheClockMakesNoCopyReadForEver() throws IOException {
        try (Archive archive = new Archive(data)) {
            // What a change leaves that was made while the clock was years ahead: every later change comes after it.
            archive.database.sql().sql("""
                    insert into change (number, at, made_by, reason) values (1, clock_timestamp() + interval '9 years', 'amal', 'with a wrong clock')""").update();
            Copies copies = archive.copies("policy: {copies: 1, places: 1, offline: 0}\nmain: {place: office}\n");
            archive.add(COPIES, 2);
            archive.replicate(copies);

            assertThat(copies.status().well()).as(copies.status().troubles().toString()).isTrue();
            CopyReport report = copies.check(null, true, Duration.ofSeconds(20), "amal", "test of copies", CopyProgress.NONE);
            assertThat(report.work().get("main").checked()).isEqualTo(COPIES);
        }
    }
}
