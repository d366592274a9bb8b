package org.stele.uploading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stele.database.TestDatabase;
import org.stele.uploading.UploadRefused.Why;

class UploadsTest {

    static final Terms TERMS = new Terms(1L << 30, 1_000, Duration.ofDays(7));
    static final String CANARY = "a canary that no disk may hear sing. ";

    final TestDatabase database = TestDatabase.fresh();
    final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
    final Path folder = TestDatabase.folder();
    final Uploads uploads = started();

    @AfterEach
    void close() {
        database.close();
    }

    /** The program as after a start: nothing is in memory. */
    private Uploads started() {
        return new Uploads(new UploadRows(database.source()), new PartFiles(folder, 0), now::get);
    }

    @Test
    void whatWasAcknowledgedIsNotAskedForAgainAfterTheProgramWasStartedAnew() throws IOException {
        byte[] bytes = random(1, 40 << 20);
        UploadToken token = uploads.begin("amal", bytes.length, "filename c3RyZWV0", TERMS);
        uploads.append(token, "amal", 0, piece(bytes, 0, 17 << 20), null);

        Uploads after = started();
        Upload found = after.find(token, "amal");
        assertThat(found.received()).isEqualTo(17 << 20);
        assertThat(found.told()).isEqualTo("filename c3RyZWV0");
        after.append(token, "amal", found.received(), piece(bytes, 17 << 20, bytes.length), null);

        assertThat(Arrays.equals(read(started(), token, "amal"), bytes)).isTrue();
    }

    @Test
    void whatWaitsForARequestIsNoiseOnTheDiskAndGoneAfterItOrTwoDaysAfterAKill() throws IOException {
        byte[] bytes = CANARY.repeat(100_000).getBytes(StandardCharsets.UTF_8);
        try (HeldFiles held = uploads.hold()) {
            assertThat(held.add(new ByteArrayInputStream(bytes))).isZero();
            assertThat(held.add(new ByteArrayInputStream(new byte[0]))).isEqualTo(1);
            assertThat(Arrays.equals(held.open(0).readAllBytes(), bytes)).isTrue();
            assertThat(Arrays.equals(held.open(0).readAllBytes(), bytes)).as("as often as wanted").isTrue();
            assertThat(held.open(1).readAllBytes()).isEmpty();
            try (Stream<Path> files = Files.walk(folder)) {
                assertThat(files.filter(Files::isRegularFile)).hasSize(2).noneSatisfy(file ->
                        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).contains(CANARY));
            }
        }
        assertThat(folder).isEmptyDirectory();

        uploads.hold().add(new ByteArrayInputStream(bytes));
        now.set(Instant.now().plus(Duration.ofDays(1)));
        started().clear();
        assertThat(folder).as("perhaps still under way").isNotEmptyDirectory();
        now.set(Instant.now().plus(Duration.ofDays(3)));
        started().clear();
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void howeverItIsCutAndBrokenOffAndTheProgramStartedAnewTheWholeIsTheSame(long seed) throws IOException {
        Random random = new Random(seed);
        byte[] bytes = random(seed, random.nextInt(200_000));
        UploadToken token = uploads.begin("", bytes.length, "", TERMS);
        Uploads running = uploads;
        for (int at = 0; at < bytes.length; at = (int) running.find(token, "").received()) {
            int to = Math.min(bytes.length, at + random.nextInt(60_000));
            try {
                boolean summed = random.nextBoolean();
                InputStream piece = random.nextInt(3) == 0 ? broken(bytes, at, to) : piece(bytes, at, to);
                running.append(token, "", at, piece, summed ? sum(bytes, at, to) : null);
            } catch (IOException gone) {
                running = started();
            }
        }

        assertThat(Arrays.equals(read(running, token, ""), bytes)).isTrue();
        assertThat(filesOf(running.find(token, "").id())).as("no file but those of parts").hasSize(
                database.sql().sql("select count(*) from upload_part where upload = :id").param("id", running.find(token, "").id()).query(Integer.class).single());
    }

    @Test
    void ofAConnectionThatBreaksWhatCameIsKept() throws IOException {
        byte[] bytes = random(2, 100_000);
        UploadToken token = uploads.begin("amal", bytes.length, "", TERMS);

        assertThatThrownBy(() -> uploads.append(token, "amal", 0, broken(bytes, 0, 70_000), null)).isInstanceOf(IOException.class);

        assertThat(uploads.find(token, "amal").received()).isEqualTo(70_000);
    }

    @Test
    void aPieceWithOneOtherByteIsRefusedByItsChecksumAndNothingOfItKept() throws Exception {
        byte[] bytes = random(3, 50_000);
        byte[] altered = bytes.clone();
        altered[33_333] ^= 1;
        UploadToken token = uploads.begin("amal", bytes.length, "", TERMS);

        refused(Why.OTHER_CHECKSUM, () -> uploads.append(token, "amal", 0, piece(altered, 0, altered.length), sum(bytes, 0, bytes.length)));
        assertThat(uploads.find(token, "amal").received()).isZero();
        assertThat(filesOf(uploads.find(token, "amal").id())).isEmpty();

        uploads.append(token, "amal", 0, piece(bytes, 0, bytes.length), sum(bytes, 0, bytes.length));
        assertThat(Arrays.equals(read(uploads, token, "amal"), bytes)).isTrue();
    }

    @Test
    void aPieceSentTwiceOrOutOfOrderIsRefusedAndChangesNothing() throws IOException {
        byte[] bytes = random(4, 90_000);
        UploadToken token = uploads.begin("amal", bytes.length, "", TERMS);

        refused(Why.OTHER_OFFSET, () -> uploads.append(token, "amal", 30_000, piece(bytes, 30_000, 60_000), null));
        uploads.append(token, "amal", 0, piece(bytes, 0, 30_000), null);
        refused(Why.OTHER_OFFSET, () -> uploads.append(token, "amal", 0, piece(bytes, 0, 30_000), null));
        refused(Why.OTHER_OFFSET, () -> uploads.append(token, "amal", 60_000, piece(bytes, 60_000, 90_000), null));
        uploads.append(token, "amal", 30_000, piece(bytes, 30_000, 90_000), null);

        assertThat(Arrays.equals(read(uploads, token, "amal"), bytes)).isTrue();
    }

    @Test
    void whatIsTruncatedIsNotTaken() throws IOException {
        UploadToken token = uploads.begin("amal", 1_000, "", TERMS);
        uploads.append(token, "amal", 0, piece(new byte[999], 0, 999), null);

        refused(Why.NOT_WHOLE, () -> uploads.read(token, "amal"));
        refused(Why.TOO_LONG, () -> uploads.append(token, "amal", 999, piece(new byte[2], 0, 2), null));
        assertThat(uploads.find(token, "amal").received()).isEqualTo(999);
    }

    @Test
    void twoSendersAtOnceDoNotMixTheirBytesUp() throws Exception {
        byte[] bytes = random(5, 300_000);
        UploadToken token = uploads.begin("amal", bytes.length, "", TERMS);
        try (ExecutorService both = Executors.newFixedThreadPool(4)) {
            List<Future<?>> senders = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                senders.add(both.submit(() -> {
                    for (int at = 0; at < bytes.length; at = (int) uploads.find(token, "amal").received()) {
                        try {
                            uploads.append(token, "amal", at, piece(bytes, at, Math.min(at + 7_001, bytes.length)), null);
                        } catch (UploadRefused e) {
                            assertThat(e.why()).isEqualTo(Why.OTHER_OFFSET);
                        }
                    }
                    return null;
                }));
            }
            for (Future<?> each : senders) {
                each.get();
            }
        }

        assertThat(Arrays.equals(read(uploads, token, "amal"), bytes)).isTrue();
        assertThat(filesOf(uploads.find(token, "amal").id())).as("who lost left no file").hasSize(
                database.sql().sql("select count(*) from upload_part where upload = :id").param("id", uploads.find(token, "amal").id()).query(Integer.class).single());
    }

    @Test
    void anotherOwnerLearnsNotEvenThatItIsThere() throws IOException {
        UploadToken token = uploads.begin("amal", 10, "", TERMS);

        refused(Why.NO_SUCH_UPLOAD, () -> uploads.find(token, "basma"));
        refused(Why.NO_SUCH_UPLOAD, () -> uploads.append(token, "basma", 0, piece(new byte[10], 0, 10), null));
        refused(Why.NO_SUCH_UPLOAD, () -> uploads.find(UploadToken.fresh(), "amal"));
        refused(Why.NO_SUCH_UPLOAD, () -> new UploadToken("../../etc/passwd"));
    }

    @Test
    void nothingPlainIsOnTheDiskNorInTheDatabase() throws IOException {
        byte[] bytes = CANARY.repeat(60_000).getBytes(StandardCharsets.UTF_8);
        UploadToken token = uploads.begin("", bytes.length, CANARY, TERMS);
        uploads.append(token, "", 0, piece(bytes, 0, bytes.length), null);

        long id = uploads.find(token, "").id();
        assertThat(filesOf(id)).isNotEmpty().noneMatch(file -> holds(file, CANARY) || holds(file, token.text()));
        String row = database.sql().sql("select upload::text || encode(told, 'escape') from upload where id = :id").param("id", id).query(String.class).single();
        assertThat(row).doesNotContain("canary").doesNotContain(token.text());
    }

    @Test
    void anAlteredOrLostPartEndsInARefusalAndNeverInWrongBytes() throws IOException {
        byte[] bytes = random(6, 50_000);
        UploadToken token = uploads.begin("", bytes.length, "", TERMS);
        uploads.append(token, "", 0, piece(bytes, 0, bytes.length), null);
        Path part = filesOf(uploads.find(token, "").id()).getFirst();
        byte[] ciphertext = Files.readAllBytes(part);
        ciphertext[ciphertext.length / 2] ^= 1;
        Files.write(part, ciphertext);

        refused(Why.DAMAGED, () -> read(uploads, token, ""));
        Files.delete(part);
        refused(Why.DAMAGED, () -> read(uploads, token, ""));
    }

    @Test
    void whatIsAbandonedIsClearedAfterTheStatedTimeAndSaidSo() throws IOException {
        UploadToken left = uploads.begin("", 10_000, "", TERMS);
        uploads.append(left, "", 0, piece(new byte[5_000], 0, 5_000), null);
        UploadToken active = uploads.begin("", 10_000, "", TERMS);
        uploads.append(active, "", 0, piece(new byte[5_000], 0, 5_000), null);
        long id = uploads.find(left, "").id();

        now.set(uploads.find(left, "").keptUntil().minusSeconds(1));
        assertThat(uploads.clear()).isZero();
        uploads.append(active, "", 5_000, piece(new byte[1_000], 0, 1_000), null);
        now.set(now.get().plusSeconds(2));

        assertThat(uploads.clear()).isEqualTo(1);
        assertThat(filesOf(id)).isEmpty();
        assertThat(uploads.find(left, "").state()).isEqualTo(Upload.State.ABANDONED);
        refused(Why.ENDED, () -> uploads.append(left, "", 5_000, piece(new byte[5_000], 0, 5_000), null));
        assertThat(uploads.find(active, "").received()).isEqualTo(6_000);
    }

    @Test
    void anEndedUploadLeavesNoPartsAndTellsItsOutcomeAgain() throws IOException {
        UploadToken token = uploads.begin("", 10, "", TERMS);
        uploads.append(token, "", 0, piece(new byte[10], 0, 10), null);
        long id = uploads.find(token, "").id();

        uploads.end(token, "", Upload.State.TAKEN, "item 5");
        uploads.end(token, "", Upload.State.STOPPED, null);

        assertThat(uploads.find(token, "").outcome()).isEqualTo("item 5");
        assertThat(filesOf(id)).isEmpty();
        assertThat(folder.resolve(String.valueOf(id))).doesNotExist();
    }

    @Test
    void termsAreKept() throws IOException {
        Terms few = new Terms(100, 2, Duration.ofHours(1));
        uploads.begin("few", 100, "", few);
        uploads.begin("few", 0, "", few);

        refused(Why.TOO_MANY, () -> uploads.begin("few", 1, "", few));
        refused(Why.TOO_LONG, () -> uploads.begin("other", 101, "", few));
        refused(Why.NO_ROOM, () -> new Uploads(new UploadRows(database.source()), new PartFiles(folder, Long.MAX_VALUE), now::get).begin("", 1, "", TERMS));
    }

    private static void refused(Why why, ThrowingCallable step) {
        assertThatThrownBy(step).isInstanceOfSatisfying(UploadRefused.class, refused -> assertThat(refused.why()).isEqualTo(why));
    }

    private List<Path> filesOf(long upload) throws IOException {
        Path of = folder.resolve(String.valueOf(upload));
        if (!Files.isDirectory(of)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(of)) {
            return files.toList();
        }
    }

    private static boolean holds(Path file, String text) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static byte[] read(Uploads uploads, UploadToken token, String owner) throws IOException {
        try (InputStream whole = uploads.read(token, owner)) {
            return whole.readAllBytes();
        }
    }

    private static byte[] random(long seed, int length) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private static InputStream piece(byte[] bytes, int from, int to) {
        return new ByteArrayInputStream(bytes, from, to - from);
    }

    /** Ends as a connection does that breaks. */
    private static InputStream broken(byte[] bytes, int from, int to) {
        return new SequenceInputStream(piece(bytes, from, to), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }
        });
    }

    private static Checksum sum(byte[] bytes, int from, int to) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(bytes, from, to - from);
            return Checksum.of("sha256 " + Base64.getEncoder().encodeToString(sha256.digest()));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
