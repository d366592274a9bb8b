package org.stele.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stele.database.TestDatabase;
import org.stele.uploading.Terms;
import org.stele.uploading.Upload;
import org.stele.uploading.UploadToken;
import org.stele.uploading.Uploads;

/**
 * The program is killed at each call to the system by which a piece of an upload comes to the disk and the database hears of it: those
 * between the forcing of the piece and its commit among them.
 */
@Tag(FaultReport.TAG)
class UploadKilledTest {

    private static final List<String> CALLS = List.of("openat", "mkdir", "write", "fsync", "poll", "close");
    private static final Terms TERMS = new Terms(1L << 30, 10_000, Duration.ofDays(7));
    private static final int MOST = 100;
    private static final long SAMPLE = 9001;

    @TempDir
    Path data;

    @Test
    void aPieceIsThereOrSentAgainAndTheWholeIsTheSame() throws Exception {
        Machine.STRACE.needed();
        byte[] bytes = new Sample(SAMPLE).bytes();
        int third = bytes.length / 3;
        assertThat(third).isPositive();
        Map<String, Integer> killed = new TreeMap<>();
        int unknown = 0;
        int ahead = 0;
        try (TestDatabase database = TestDatabase.fresh(); OpenArchive archive = new OpenArchive(database.login(), data)) {
            Uploads uploads = archive.get(Uploads.class);
            for (String call : CALLS) {
                for (int when = 1; when <= MOST; when++) {
                    String at = "killed at " + call + " no. " + when;
                    UploadToken token = uploads.begin("", bytes.length, "", TERMS);
                    String said;
                    try (Victim victim = new Victim(data, database)) {
                        assertThat(victim.ask(piece(token, 0, third))).isEqualTo("kept " + third);
                        try (StruckCall struck = new StruckCall(victim, call, StruckCall.KILL, when, data.resolve("strace.log"))) {
                            said = victim.ask(piece(token, third, 2 * third));
                            struck.end();
                        }
                    }
                    if (!said.equals(Victim.KILLED)) {
                        assertThat(said).as(at).isEqualTo("kept " + 2 * third);
                        break;
                    }
                    killed.merge(call, 1, Integer::sum);
                    Upload found = settled(uploads, database, token);
                    assertThat(found.received()).as(at).isIn((long) third, 2L * third);
                    long parts = database.sql().sql("select count(*) from upload_part where upload = :id").param("id", found.id())
                            .query(Long.class).single();
                    unknown += files(found.id()) > parts ? 1 : 0;
                    ahead += found.received() > third ? 1 : 0;

                    int from = (int) found.received();
                    uploads.append(token, "", from, new java.io.ByteArrayInputStream(bytes, from, bytes.length - from), null);
                    try (InputStream whole = uploads.read(token, "")) {
                        assertThat(Sample.sha256(whole.readAllBytes())).as(at).isEqualTo(Sample.sha256(bytes));
                    }
                    uploads.end(token, "", Upload.State.TAKEN, null);
                    assertThat(data.resolve("uploads").resolve(Long.toString(found.id())))
                            .as("what no row names goes with the upload, %s", at).doesNotExist();
                }
            }
        }
        assertThat(unknown).as("killed between the file and the commit").isPositive();
        assertThat(ahead).as("killed between the commit and the word").isPositive();
        FaultReport.say(("kill -9 amid a piece of an upload: %d %s; %d left a file of which the database had not heard, "
                + "%d had been committed without a word; 0 acknowledged bytes lost, the whole the same each time")
                .formatted(killed.values().stream().mapToInt(Integer::intValue).sum(), killed, unknown, ahead));
    }

    /** The upload when the server has noticed that the program is gone, and has committed or taken back what was under way. */
    private static Upload settled(Uploads uploads, TestDatabase database, UploadToken token) throws Exception {
        for (int i = 0; i < 400 && database.sql().sql("""
                select count(*) from pg_stat_activity
                 where datname = current_database() and pid <> pg_backend_pid() and xact_start is not null""")
                .query(Long.class).single() > 0; i++) {
            Thread.sleep(5);
        }
        return uploads.find(token, "");
    }

    private static String piece(UploadToken token, int from, int to) {
        return "piece " + token.text() + " " + SAMPLE + " " + from + " " + to;
    }

    private long files(long upload) throws IOException {
        try (Stream<Path> all = Files.list(data.resolve("uploads").resolve(Long.toString(upload)))) {
            return all.count();
        }
    }
}
