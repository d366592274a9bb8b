package org.stele.commandline;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stele.database.Refusal;
import org.stele.evidence.FolderArchive;

/**
 * The files that a command was given: those named, and the ordinary ones below the folders named, in order of their names. Links are not
 * followed: what is meant must be named.
 *
 * @param skipped what was found and is no ordinary file
 */
record EvidenceFiles(List<One> all, List<Path> skipped) {

    private static final Pattern SUM = Pattern.compile("([0-9a-fA-F]{64})[ \\t][ *](.+)");

    /**
     * One of them.
     *
     * @param path  absent for standard input
     * @param whole the folder it is made of, where a folder is one item
     */
    record One(@Nullable Path path, @Nullable String name, long length, @Nullable FolderArchive whole) {
        InputStream open() throws IOException {
            return whole != null ? whole.open() : path == null ? System.in : Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS);
        }

        /** By which a list of digests names it. */
        Path key() {
            return path == null ? Path.of("-") : path.toAbsolutePath().normalize();
        }

        @Override
        public String toString() {
            return path == null ? "standard input" : path.toString();
        }
    }

    static EvidenceFiles of(List<Path> named, @Nullable String nameOfInput) throws IOException {
        List<One> all = new ArrayList<>();
        List<Path> skipped = new ArrayList<>();
        for (Path each : named) {
            if (each.toString().equals("-")) {
                all.add(new One(null, nameOfInput, 0, null));
            } else if (Files.isDirectory(each)) {
                below(each, all, skipped);
            } else if (Files.isRegularFile(each)) {
                all.add(one(each.toRealPath(), each));
            } else {
                throw new NoSuchFileException(each.toString(), null, "there is no such file or folder; nothing was taken in");
            }
        }
        if (all.isEmpty()) {
            throw new Refusal("There is no file in " + named + ".");
        }
        return new EvidenceFiles(List.copyOf(all), List.copyOf(skipped));
    }

    /** Each folder as one item. */
    static EvidenceFiles whole(List<Path> folders) throws IOException {
        List<One> all = new ArrayList<>();
        List<Path> skipped = new ArrayList<>();
        for (Path each : folders) {
            FolderArchive archive = FolderArchive.of(each);
            all.add(new One(each, archive.fileName(), archive.length(), archive));
            skipped.addAll(archive.skipped());
        }
        return new EvidenceFiles(List.copyOf(all), List.copyOf(skipped));
    }

    private static void below(Path folder, List<One> all, List<Path> skipped) throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path file : found.sorted().toList()) {
                if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                    all.add(one(file, file));
                } else if (!Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
                    skipped.add(file);
                }
            }
        }
    }

    private static One one(Path file, Path named) throws IOException {
        return new One(file, String.valueOf(named.getFileName()), Files.size(file), null);
    }

    /** All bytes whose number is known beforehand. */
    long bytes() {
        return all.stream().mapToLong(One::length).sum();
    }

    /** The digests in a file as sha256sum writes it; its names count from the folder it lies in. */
    static Map<Path, String> digests(@Nullable Path sums) throws IOException {
        Map<Path, String> digests = new HashMap<>();
        if (sums == null) {
            return digests;
        }
        Path folder = sums.toAbsolutePath().normalize().getParent();
        int number = 0;
        for (String line : Files.readAllLines(sums)) {
            number++;
            Matcher parts = SUM.matcher(line);
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (!parts.matches()) {
                throw new Refusal(sums + ", line " + number + ": not a digest, two spaces and a name as sha256sum writes them. Nothing was taken in.");
            }
            digests.put(folder.resolve(parts.group(2)).normalize(), parts.group(1).toLowerCase(java.util.Locale.ROOT));
        }
        return digests;
    }
}
