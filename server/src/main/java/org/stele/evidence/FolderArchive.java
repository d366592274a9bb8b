package org.stele.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder that is one thing, such as a page saved from the web with its pictures beside it, as one {@link Archive} of its ordinary files, so
 * that the same folder is the same bytes on any machine and day. Links are not followed.
 *
 * @param files   below the folder, relative to it
 * @param skipped what was found and is no ordinary file
 */
public record FolderArchive(Path folder, List<Path> files, List<Path> skipped) {

    /** @throws Unsound if it is no folder or has no file */
    public static FolderArchive of(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        List<Path> skipped = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> found = Files.walk(folder)) {
                for (Path file : (Iterable<Path>) found::iterator) {
                    if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                        files.add(folder.relativize(file));
                    } else if (!Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
                        skipped.add(file);
                    }
                }
            }
        }
        if (files.isEmpty()) {
            throw new Unsound(java.util.Map.of("file", Fault.of("no-folder", folder.toString())));
        }
        files.sort(Comparator.comparing(FolderArchive::name));
        return new FolderArchive(folder, List.copyOf(files), List.copyOf(skipped));
    }

    /** What the archive is called: as the folder. */
    public String fileName() {
        return folder.toAbsolutePath().normalize().getFileName() + ".zip";
    }

    /** What its provenance says of it. */
    public String note() {
        return Archive.note(String.valueOf(folder.toAbsolutePath().normalize().getFileName()), files.size());
    }

    /** All bytes of the files. */
    public long length() throws IOException {
        long length = 0;
        for (Path each : files) {
            length += Files.size(folder.resolve(each));
        }
        return length;
    }

    /** The archive, made while it is read: nothing of it is written to a disk.
     *  @throws IOException from reading, if a file changes meanwhile */
    public InputStream open() {
        return new Archive(files.stream().map(file -> new Archive.Member(name(file),
                () -> Files.newInputStream(folder.resolve(file), LinkOption.NOFOLLOW_LINKS))).toList()).open();
    }

    /** With slashes on every system. */
    private static String name(Path file) {
        return file.toString().replace(file.getFileSystem().getSeparator(), "/");
    }
}
