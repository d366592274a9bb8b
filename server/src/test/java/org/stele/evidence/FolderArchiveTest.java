package org.stele.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderArchiveTest {

    @TempDir
    Path temp;

    @Test
    void theSameFolderIsTheSameBytesWhenAndWhereverItLies() throws IOException {
        Path one = page(temp.resolve("one/صفحة"));
        Path other = page(temp.resolve("other/صفحة"));
        Files.setLastModifiedTime(other.resolve("page.html"), FileTime.fromMillis(0));

        assertThat(bytes(one)).isEqualTo(bytes(other));
        Files.writeString(other.resolve("page_files/a.css"), "p { color: blue }");
        assertThat(bytes(one)).isNotEqualTo(bytes(other));
    }

    @Test
    void everyFileIsInItAndNoLinkIsFollowed() throws IOException {
        Path folder = page(temp.resolve("page"));
        Path outside = Files.writeString(temp.resolve("outside"), "secret");
        Files.createSymbolicLink(folder.resolve("link"), outside);
        List<String> found = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes(folder)), StandardCharsets.UTF_8)) {
            for (ZipEntry each = zip.getNextEntry(); each != null; each = zip.getNextEntry()) {
                found.add(each.getName() + "=" + new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }

        assertThat(found).containsExactly("page.html=<p>مرحبا", "page_files/a.css=p { color: red }", "page_files/empty=");
        assertThat(FolderArchive.of(folder).skipped()).containsExactly(folder.resolve("link"));
        assertThat(FolderArchive.of(folder).note()).contains("'page'").contains("3 files");
    }

    @Test
    void aFileThatChangesMeanwhileIsFoundOut() throws IOException {
        Path folder = Files.createDirectories(temp.resolve("changing"));
        Files.write(folder.resolve("large"), new byte[1 << 20]);

        assertThatThrownBy(() -> {
            try (InputStream archive = FolderArchive.of(folder).open()) {
                archive.read(new byte[1]);
                Files.write(folder.resolve("large"), new byte[] {1, 2, 3});
                archive.readAllBytes();
            }
        }).isInstanceOf(IOException.class);
    }

    @Test
    void whatIsNoFolderIsRefused() {
        assertThatThrownBy(() -> FolderArchive.of(temp.resolve("nothing"))).isInstanceOf(Unsound.class).hasMessageContaining("no folder with files");
    }

    private static Path page(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("page_files"));
        Files.writeString(folder.resolve("page_files/empty"), "");
        Files.writeString(folder.resolve("page_files/a.css"), "p { color: red }");
        Files.writeString(folder.resolve("page.html"), "<p>مرحبا");
        return folder;
    }

    private static byte[] bytes(Path folder) throws IOException {
        try (InputStream archive = FolderArchive.of(folder).open()) {
            return archive.readAllBytes();
        }
    }
}
