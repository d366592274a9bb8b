package org.stele.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stele.database.TestDatabase;
import org.stele.history.Changes;
import org.stele.keys.Compartment;
import org.stele.keys.Keyring;

class VaultTest {

    static final TestDatabase DATABASE = TestDatabase.fresh();
    static final int SEGMENT = BlobCipher.SEGMENT;

    @TempDir
    static Path data;

    static Folder folder;
    static Vault vault;
    static Changes changes;

    @BeforeAll
    static void open() throws IOException {
        folder = new Folder("main", Files.createDirectories(data.resolve("vault")), 0);
        vault = new Vault(DATABASE.source(), Keyring.open(data), folder);
        changes = new Changes(DATABASE.source());
    }

    /** Tink's first segment is shorter by its header, so the borders of its segments lie a little before those of ours: both are tried. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 15, 16, 17, 4095, 1 << 16, (1 << 20) - 57, (1 << 20) - 56, (1 << 20) - 55, (1 << 20) - 41, (1 << 20) - 40, (1 << 20) - 39,
            (1 << 20) - 17, (1 << 20) - 16, (1 << 20) - 15, (1 << 20) - 1, 1 << 20, (1 << 20) + 1, (2 << 20) - 72, (2 << 20) - 71, (2 << 20) - 1, 2 << 20,
            (2 << 20) + 1, (5 << 20) + 4711})
    void bytesComeBackAsTheyCameAtEverySize(int size) throws Exception {
        byte[] bytes = random(size, size);

        Blob blob = keep(bytes);

        assertThat(blob.length()).isEqualTo(size);
        assertThat(blob.sha256()).isEqualTo(sha256(bytes));
        assertThat(Arrays.equals(read(blob), bytes)).isTrue();
        assertThat(sha256(Files.readAllBytes(folder.file(blob.name())))).isEqualTo(blob.name().sha256());
        assertThat(Files.size(folder.file(blob.name()))).isEqualTo(blob.cipherLength());
    }

    @Test
    void bytesComeBackAsTheyCameFromSourcesThatStutter() throws Exception {
        Random dice = new Random(7);
        for (int round = 0; round < 150; round++) {
            byte[] bytes = random(dice.nextInt(dice.nextInt(10) == 0 ? 3 << 20 : 70_000), round);

            Blob blob = keep(new Stuttering(bytes, dice));

            assertThat(Arrays.equals(read(blob), bytes)).as("round %d, %d bytes", round, bytes.length).isTrue();
            assertThat(blob.sha256()).isEqualTo(sha256(bytes));
        }
    }

    @Test
    void anyPartCanBeReadWithoutTheRest() throws Exception {
        byte[] bytes = random(3 * SEGMENT + 99, 3);
        Blob blob = keep(bytes);

        try (SeekableByteChannel channel = vault.open(blob)) {
            assertThat(channel.size()).isEqualTo(bytes.length);
            for (int from : new int[] {2 * SEGMENT - 100, 0, bytes.length - 10, SEGMENT - 1, 17}) {
                ByteBuffer part = ByteBuffer.allocate(Math.min(300, bytes.length - from));
                channel.position(from);
                while (part.hasRemaining() && channel.read(part) >= 0) {
                    assertThat(part.position()).isPositive();
                }
                assertThat(part.array()).as("from %d", from).isEqualTo(Arrays.copyOfRange(bytes, from, from + part.capacity()));
            }
        }
    }

    @Test
    void anAlteredByteIsNeverGivenOut() throws Exception {
        byte[] bytes = random(SEGMENT + 5000, 4);
        Blob blob = keep(bytes);
        Path file = folder.file(blob.name());
        byte[] cipher = Files.readAllBytes(file);
        file.toFile().setWritable(true);
        for (int at : new int[] {0, 5, 40, 41, 5000, SEGMENT, cipher.length - 1}) {
            byte[] altered = cipher.clone();
            altered[at] ^= 1;
            Files.write(file, altered);

            assertThatThrownBy(() -> read(blob)).as("byte %d", at).isInstanceOf(IOException.class);
        }
        Files.write(file, Arrays.copyOf(cipher, cipher.length - 1));
        assertThatThrownBy(() -> read(blob)).isInstanceOf(IOException.class);
    }

    @Test
    void theCiphertextOfOneBlobCannotStandInForAnother() throws Exception {
        Blob one = keep(random(1000, 5));
        Blob other = keep(random(1000, 6));
        Path file = folder.file(one.name());
        file.toFile().setWritable(true);
        Files.copy(folder.file(other.name()), file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);

        assertThatThrownBy(() -> read(one)).isInstanceOf(IOException.class);

        DATABASE.sql().sql("update blob_key set wrapped = (select wrapped from blob_key where blob = :other) where blob = :one")
                .param("one", one.id()).param("other", other.id()).update();
        assertThatThrownBy(() -> read(one)).as("with the key of the other as well").hasMessageContaining("belongs to something else");
    }

    @Test
    void noPlainTextIsOnTheDisk() throws Exception {
        byte[] canary = "a canary that no disk may hear sing, over and over. ".repeat(40_000).getBytes();

        keep(canary);

        try (Stream<Path> files = Files.walk(data)) {
            assertThat(files.filter(Files::isRegularFile)).isNotEmpty().allSatisfy(file ->
                    assertThat(new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1)).doesNotContain("canary"));
        }
    }

    @Test
    void theSameBytesAreKeptOnceHoweverManyBringThemAtOnce() throws Exception {
        byte[] bytes = random(300_000, 8);
        long before = files();
        List<Future<Blob>> kept = new ArrayList<>();
        try (ExecutorService many = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 40; i++) {
                kept.add(many.submit((Callable<Blob>) () -> keep(bytes)));
            }
        }

        Blob first = kept.getFirst().get();
        for (Future<Blob> each : kept) {
            assertThat(each.get()).isEqualTo(first);
        }
        assertThat(files()).isEqualTo(before + 1);
        assertThat(Arrays.equals(read(first), bytes)).isTrue();
    }

    @Test
    void bytesWhoseOnlyCopyIsDamagedAreTakenAgain() throws Exception {
        byte[] bytes = random(5000, 9);
        Blob damaged = keep(bytes);
        Path file = folder.file(damaged.name());
        file.toFile().setWritable(true);
        byte[] cipher = Files.readAllBytes(file);
        cipher[3000] ^= 4;
        Files.write(file, cipher);

        Blob again = keep(bytes);

        assertThat(again.id()).isNotEqualTo(damaged.id());
        assertThat(Arrays.equals(read(again), bytes)).isTrue();
        assertThat(keep(bytes)).isEqualTo(again);
    }

    @Test
    void aSourceThatBreaksOffLeavesNothing() throws Exception {
        long before = files();
        for (int after : new int[] {0, 10, SEGMENT, 3 * SEGMENT + 5}) {
            InputStream broken = new java.io.SequenceInputStream(new ByteArrayInputStream(new byte[after]), new InputStream() {
                @Override
                public int read() throws IOException {
                    throw new IOException("the line went dead");
                }
            });

            assertThatThrownBy(() -> vault.deposit(Compartment.CONFIDENTIAL, broken, taken -> { })).isInstanceOf(IOException.class)
                    .hasMessageContaining("the line went dead");
        }
        assertThat(files()).isEqualTo(before);
    }

    /** The program may be told to end at any moment: while pieces go to other threads, and where all fits one. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 5})
    void aVaultThatClosesAmidADepositSaysSoAndKeepsNothing(int segments) throws Exception {
        long before = files();
        long blobs = blobs();
        Vault closing = new Vault(DATABASE.source(), Keyring.open(data), folder);
        byte[] bytes = random(segments * SEGMENT + 100, 12);
        InputStream source = new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] into, int from, int most) {
                if (pos >= segments * SEGMENT) {
                    closing.close();
                }
                return super.read(into, from, Math.min(most, SEGMENT));
            }
        };

        assertThatThrownBy(() -> closing.deposit(Compartment.CONFIDENTIAL, source, taken -> { })).isInstanceOf(VaultClosed.class)
                .hasMessageContaining("Nothing was kept").hasMessageContaining("take it in again");
        assertThatThrownBy(() -> closing.deposit(Compartment.CONFIDENTIAL, new ByteArrayInputStream(bytes), taken -> { })).as("one that comes later")
                .isInstanceOf(VaultClosed.class);

        assertThat(files()).isEqualTo(before);
        assertThat(blobs()).isEqualTo(blobs);
        assertThat(Arrays.equals(read(keep(bytes)), bytes)).as("taken in again").isTrue();
    }

    @Test
    void whatWasDepositedAndNotRegisteredIsRemoved() throws Exception {
        long before = files();

        vault.deposit(Compartment.CONFIDENTIAL, new ByteArrayInputStream(random(500, 10)), taken -> { }).close();

        assertThat(files()).isEqualTo(before);
    }

    @Test
    void whatMayHaveBeenCommittedStays() throws Exception {
        byte[] bytes = random(501, 11);
        long before = files();

        assertThatThrownBy(() -> {
            try (Deposit deposit = vault.deposit(Compartment.CONFIDENTIAL, new ByteArrayInputStream(bytes), taken -> { })) {
                changes.make("test", "a change that fails at its end", change -> {
                    vault.register(change, deposit);
                    throw new IllegalStateException("as if the connection broke at the commit");
                });
            }
        }).isInstanceOf(IllegalStateException.class);

        assertThat(files()).isEqualTo(before + 1);
    }

    private static Blob keep(byte[] bytes) throws IOException {
        return keep(new ByteArrayInputStream(bytes));
    }

    private static Blob keep(InputStream source) throws IOException {
        try (Deposit deposit = vault.deposit(Compartment.CONFIDENTIAL, source, taken -> { })) {
            return changes.make("test", "to try the vault", change -> vault.register(change, deposit));
        }
    }

    private static byte[] read(Blob blob) throws IOException {
        try (SeekableByteChannel channel = vault.open(blob)) {
            return Channels.newInputStream(channel).readAllBytes();
        }
    }

    private static long blobs() {
        return DATABASE.sql().sql("select count(*) from blob").query(Long.class).single();
    }

    private static long files() throws IOException {
        try (Stream<Path> all = Files.walk(folder.path())) {
            return all.filter(Files::isRegularFile).count();
        }
    }

    private static byte[] random(int size, long seed) {
        byte[] bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    /** Gives a few bytes at a time, as a network does. */
    private static final class Stuttering extends ByteArrayInputStream {
        private final Random dice;

        Stuttering(byte[] bytes, Random dice) {
            super(bytes);
            this.dice = dice;
        }

        @Override
        public synchronized int read(byte[] into, int from, int most) {
            return super.read(into, from, Math.min(most, 1 + dice.nextInt(9000)));
        }
    }
}
