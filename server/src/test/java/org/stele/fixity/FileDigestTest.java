package org.stele.fixity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stele.fixity.FileDigest.From;

class FileDigestTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 511, 4095, 4096, 4097, (1 << 20) - 1, 1 << 20, (1 << 20) + 1, (2 << 20) - 1, 2 << 20, (2 << 20) + 4096, (7 << 20) + 13})
    void isTheSha256OfEveryByteFromDiskAndFromCache(int size) throws Exception {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        Path file = Files.write(folder.resolve("file"), bytes);
        String wanted = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        for (From from : From.values()) {
            AtomicLong told = new AtomicLong();
            assertThat(FileDigest.of(file, from, told::addAndGet)).isEqualTo(new Digest(wanted, size));
            assertThat(told).hasValue(size);
        }
        assertThat(Digest.of(bytes)).isEqualTo(new Digest(wanted, size));
    }

    @Test
    void aMissingFileIsSaidToBeMissing() {
        assertThatThrownBy(() -> FileDigest.of(folder.resolve("none"))).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void whatCannotBeReadIsAnError() throws IOException {
        Path directory = Files.createDirectory(folder.resolve("directory"));
        assertThatThrownBy(() -> FileDigest.of(directory)).isInstanceOf(IOException.class);
    }
}
