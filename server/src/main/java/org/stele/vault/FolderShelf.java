package org.stele.vault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.stele.database.Durable;

/** Small files in a folder of this machine. */
record FolderShelf(Path folder) implements Shelf {

    @Override
    public List<String> names(String begin) throws IOException {
        Path within = folder.resolve(begin);
        if (!Files.isDirectory(within)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(within)) {
            // Beside a file under way lies its next content, under a name that begins otherwise at its end.
            return files.filter(Files::isRegularFile).map(file -> begin + file.getFileName()).filter(name ->
                    !name.contains(".new-")).sorted().toList();
        }
    }

    @Override
    public byte[] read(String name) throws IOException {
        return Files.readAllBytes(folder.resolve(name));
    }

    @Override
    public void write(String name, byte[] content) throws IOException {
        Path file = folder.resolve(name);
        try {
            Files.createDirectories(file.getParent());
            Durable.replace(file, content);
            Durable.folder(file.getParent().getParent());
        } catch (IOException e) {
            throw VaultFull.or(e, folder);
        }
    }

    @Override
    public void remove(String name) throws IOException {
        if (Files.deleteIfExists(folder.resolve(name))) {
            Durable.folder(folder.resolve(name).getParent());
        }
    }
}
