package org.stele.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgeTest {
    private final Identity identity = Identity.generate();
    @TempDir
    Path folder;

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    @Test
    void whatIsSealedOpensForEveryRecipientAndForNobodyElse() throws IOException {
        Identity second = Identity.generate();
        for (int length : new int[] {0, 1, 65_535, 65_536, 65_537, 300_000}) {
            byte[] sealed = Age.sealed(bytes(length), List.of(identity.recipient(), second.recipient()));
            assertThat(Age.opened(sealed, List.of(identity))).isEqualTo(bytes(length));
            assertThat(Age.opened(sealed, List.of(second))).isEqualTo(bytes(length));
            assertThatThrownBy(() -> Age.opened(sealed, List.of(Identity.generate()))).isInstanceOf(Age.NotForThisIdentity.class);
        }
    }

    @Test
    void aFileThatIsCutOffOrHasOneBitChangedDoesNotOpen() {
        byte[] sealed = Age.sealed(bytes(70_000), List.of(identity.recipient()));
        for (int cut : new int[] {0, 10, 150, 200, 65_700, sealed.length - 1}) {
            assertThatThrownBy(() -> Age.opened(Arrays.copyOf(sealed, cut), List.of(identity))).isInstanceOf(IOException.class);
        }
        for (int at = 0; at < sealed.length; at += at < 300 ? 1 : 997) {
            byte[] changed = sealed.clone();
            changed[at] ^= 0x10;
            assertThatThrownBy(() -> Age.opened(changed, List.of(identity))).as("byte " + at).isInstanceOf(IOException.class);
        }
    }

    @Test
    void aStreamThatWasNotClosedIsNoWholeFile() throws IOException {
        Path file = folder.resolve("half.age");
        OutputStream abandoned = Age.seal(Files.newOutputStream(file), List.of(identity.recipient()));
        abandoned.write(bytes(500_000));
        abandoned.flush();
        assertThatThrownBy(() -> Age.open(new ByteArrayInputStream(Files.readAllBytes(file)), List.of(identity)).readAllBytes()).isInstanceOf(IOException.class);
    }

    @Test
    void theStockProgramOpensWhatWeSealAndWeOpenWhatItSeals() throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/age")), "Skipped: the program age is not installed (Debian: apt install age)");
        byte[] plain = bytes(200_000);
        Files.writeString(folder.resolve("identity"), identity.fileText("test"));
        Files.write(folder.resolve("ours.age"), Age.sealed(plain, List.of(identity.recipient())));
        Files.write(folder.resolve("plain"), plain);
        run("age", "-d", "-i", "identity", "-o", "opened", "ours.age");
        assertThat(folder.resolve("opened")).hasBinaryContent(plain);
        run("age", "-r", identity.recipient().text(), "-o", "theirs.age", "plain");
        assertThat(Age.opened(Files.readAllBytes(folder.resolve("theirs.age")), List.of(identity))).isEqualTo(plain);
    }

    private void run(String... command) throws Exception {
        Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(said).isZero();
    }
}
