package org.stele.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stele.fixity.Digest;

class FolderTest {

    @TempDir
    Path path;

    @Test
    void whatWasPutLiesThereUnderItsNameAndNothingElseDoes() throws IOException {
        Folder folder = new Folder("main", path, 0);

        folder.put(name("bytes"), 5, stream("bytes"));

        assertThat(folder.file(name("bytes"))).hasContent("bytes");
        assertThat(folder.length(name("bytes"))).hasValue(5);
        assertThat(files()).hasSize(1);
    }

    @Test
    void bytesThatAreNotThoseOfTheNameAreRefusedAndLeaveNothing() throws IOException {
        Folder folder = new Folder("main", path, 0);

        assertThatThrownBy(() -> folder.put(name("bytes"), 5, stream("lies!"))).isInstanceOf(IOException.class).hasMessageContaining("are others");
        assertThatThrownBy(() -> folder.put(name("bytes"), 6, stream("bytes"))).isInstanceOf(IOException.class).hasMessageContaining("are others");

        assertThat(folder.length(name("bytes"))).isEmpty();
        assertThat(files()).isEmpty();
        assertThatThrownBy(() -> folder.open(name("bytes"))).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void aDiskWithLessThanTheReserveTakesNothingAndSaysSo() throws IOException {
        Folder folder = new Folder("main", path, Long.MAX_VALUE / 2);

        assertThatThrownBy(() -> folder.put(name("bytes"), 5, stream("bytes"))).isInstanceOf(VaultFull.class).hasMessageContaining("kept free");

        assertThat(files()).isEmpty();
    }

    @Test
    void whatWasNotKeptIsGoneAndWhatFailedOnceCannotBeKept() throws IOException {
        Folder folder = new Folder("main", path, 0);
        try (Incoming incoming = folder.begin()) {
            incoming.write(ByteBuffer.wrap("half".getBytes()));
        }
        assertThat(files()).isEmpty();

        try (Incoming incoming = folder.begin()) {
            incoming.close();
            assertThatThrownBy(() -> incoming.write(ByteBuffer.wrap("late".getBytes()))).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> incoming.keepAs(name("late"))).isInstanceOf(IOException.class).hasMessageContaining("An earlier step failed");
        }
        assertThat(files()).isEmpty();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(path)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes());
    }

    private static BlobName name(String text) {
        return new BlobName(Digest.of(text).sha256());
    }
}
