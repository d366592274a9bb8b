package org.stele.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stele.database.Durable;
import org.stele.database.Refusal;

/**
 * The files of a keyring, each with one meaning:
 *
 * <pre>
 * service.identity             the private age key of this machine's service, mode 0600 (absent when the environment gives it, or in drop-box mode)
 * recipients                   whom private parts are sealed to: a line "service age1…" and, when there are shares, "recovery age1…"
 * sources-1.public.json        public part of a compartment's key, version 1
 * sources-1.private.age        its private part, sealed to the recipients
 * sources-1.retired.age        the private part of a version that was rotated out, sealed to recovery alone
 * sources-fields.age           secret keys for single fields of the compartment, sealed like private parts
 * shares                       fingerprints of the shares of the recovery identity
 * </pre>
 */
record KeyFolder(Path path) {
    static final String NAME = "keys";
    private static final String PRIVATE = ".private.age";
    private static final String RETIRED = ".retired.age";
    private static final Pattern PUBLIC = Pattern.compile("([a-z]+)-([1-9]\\d{0,5})\\.public\\.json");

    static KeyFolder in(Path dataFolder) {
        return new KeyFolder(dataFolder.resolve(NAME));
    }

    boolean isThere() {
        return Files.isDirectory(path);
    }

    /** Versions of a compartment's key, oldest first. */
    TreeSet<Integer> versions(Compartment compartment) {
        var versions = new TreeSet<Integer>();
        for (String name : names()) {
            Matcher parts = PUBLIC.matcher(name);
            if (parts.matches() && parts.group(1).equals(compartment.code())) {
                versions.add(Integer.valueOf(parts.group(2)));
            }
        }
        return versions;
    }

    static String publicName(Compartment compartment, int version) {
        return compartment.code() + "-" + version + ".public.json";
    }

    static String privateName(Compartment compartment, int version) {
        return compartment.code() + "-" + version + PRIVATE;
    }

    static String retiredName(Compartment compartment, int version) {
        return compartment.code() + "-" + version + RETIRED;
    }

    static String fieldsName(Compartment compartment) {
        return compartment.code() + "-fields.age";
    }

    /** Which compartment a sealed file belongs to. */
    static Compartment compartmentOf(String name) {
        return Compartment.of(name.substring(0, name.indexOf('-')));
    }

    /** The files sealed to the recipients. */
    List<String> sealedNames() {
        return names().stream().filter(name -> name.endsWith(PRIVATE) || name.endsWith("-fields.age")).toList();
    }

    List<String> retiredNames() {
        return names().stream().filter(name -> name.endsWith(RETIRED)).toList();
    }

    static String unretired(String name) {
        return name.replace(RETIRED, PRIVATE);
    }

    List<String> names() {
        try (var files = Files.list(path)) {
            return files.filter(Files::isRegularFile).map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The key folder " + path + " cannot be read", e);
        }
    }

    Optional<byte[]> read(String name) {
        Path file = path.resolve(name);
        try {
            return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("The key file " + file + " cannot be read", e);
        }
    }

    Optional<String> text(String name) {
        return read(name).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    /** As {@link #read}, for what nobody but the owner may read. */
    Optional<String> secretText(String name) {
        Path file = path.resolve(name);
        try {
            if (Files.exists(file) && isPosix()) {
                Set<PosixFilePermission> others = Files.getPosixFilePermissions(file);
                others.removeIf(each -> each.name().startsWith("OWNER"));
                if (!others.isEmpty()) {
                    throw new Refusal("Others than its owner can read or change " + file + ", which is a secret. Set it right: chmod 600 " + file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The key file " + file + " cannot be read", e);
        }
        return text(name);
    }

    /** Whole, durable, and readable by its owner alone. */
    void write(String name, byte[] content) {
        try {
            Path file = path.resolve(name);
            Durable.replace(file, content);
            if (isPosix()) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The key file " + path.resolve(name) + " cannot be written", e);
        }
    }

    void write(String name, String content) {
        write(name, content.getBytes(StandardCharsets.UTF_8));
    }

    void delete(String name) {
        try {
            Files.deleteIfExists(path.resolve(name));
            Durable.folder(path);
        } catch (IOException e) {
            throw new UncheckedIOException("The key file " + path.resolve(name) + " cannot be deleted", e);
        }
    }

    private boolean isPosix() {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
