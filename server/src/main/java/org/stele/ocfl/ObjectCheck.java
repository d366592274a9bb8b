package org.stele.ocfl;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.stele.fixity.FileDigest;

/** Reads one object whole and says what is wrong with it. */
final class ObjectCheck {
    private final Path object;
    private final List<String> faults = new ArrayList<>();

    private ObjectCheck(Path object) {
        this.object = object;
    }

    /** In words; none if the object is sound. */
    static List<String> faults(Path object, String id) {
        ObjectCheck check = new ObjectCheck(object);
        try {
            check.check(id);
        } catch (IOException e) {
            check.faults.add("cannot be read: " + e);
        }
        return check.faults;
    }

    private void check(String id) throws IOException {
        Path declaration = object.resolve("0=ocfl_object_1.1");
        if (!Files.isRegularFile(declaration) || !Files.readString(declaration).strip().equals("ocfl_object_1.1")) {
            faults.add("lacks its declaration 0=ocfl_object_1.1");
        }
        Inventory inventory = inventory(object);
        if (inventory == null) {
            return;
        }
        if (!inventory.id().equals(id)) {
            faults.add("says of itself that it is " + inventory.id());
        }
        versions(inventory);
        states(inventory);
        files(inventory);
    }

    private @org.jspecify.annotations.Nullable Inventory inventory(Path folder) throws IOException {
        String where = folder.equals(object) ? "" : folder.getFileName() + "/";
        Path file = folder.resolve(Inventory.NAME);
        Path sidecar = folder.resolve(Inventory.SIDECAR);
        if (!Files.isRegularFile(file) || !Files.isRegularFile(sidecar)) {
            faults.add("lacks " + where + (Files.isRegularFile(file) ? Inventory.SIDECAR : Inventory.NAME));
            return null;
        }
        byte[] text = Files.readAllBytes(file);
        if (!Files.readString(sidecar, StandardCharsets.ISO_8859_1).equals(Inventory.sidecar(text))) {
            faults.add(where + Inventory.NAME + " does not match its digest");
        }
        try {
            return Inventory.read(text);
        } catch (IOException e) {
            faults.add(where + e.getMessage());
            return null;
        }
    }

    private void versions(Inventory inventory) throws IOException {
        List<String> wanted = new ArrayList<>();
        for (int i = 1; i <= inventory.versions().size(); i++) {
            wanted.add("v" + i);
        }
        if (!new ArrayList<>(inventory.versions().keySet()).equals(wanted) || !inventory.head().equals(wanted.getLast())) {
            faults.add("its versions are " + inventory.versions().keySet() + " and the last is said to be " + inventory.head());
        }
        for (String version : wanted) {
            Inventory then = inventory(object.resolve(version));
            if (then != null && (!then.head().equals(version) || !inventory.versions().keySet().containsAll(then.versions().keySet()))) {
                faults.add(version + "/" + Inventory.NAME + " describes another version");
            }
            if (then != null) {
                then.versions().forEach((name, state) -> {
                    if (!state.equals(inventory.versions().get(name))) {
                        faults.add(version + " tells " + name + " otherwise than the last version does");
                    }
                });
            }
        }
        Path last = object.resolve(wanted.getLast()).resolve(Inventory.NAME);
        if (Files.exists(last) && Files.mismatch(last, object.resolve(Inventory.NAME)) >= 0) {
            faults.add(Inventory.NAME + " differs from that of " + wanted.getLast());
        }
    }

    private void states(Inventory inventory) {
        Set<String> used = new TreeSet<>();
        inventory.versions().forEach((version, state) -> state.state().forEach((digest, names) -> {
            used.add(digest);
            if (!inventory.manifest().containsKey(digest)) {
                faults.add(version + " names " + names + " with SHA-256 " + digest + ", of which there are no bytes");
            }
        }));
        inventory.manifest().keySet().stream().filter(digest -> !used.contains(digest))
                .forEach(digest -> faults.add("holds bytes with SHA-256 " + digest + " that no version names"));
    }

    private void files(Inventory inventory) throws IOException {
        Map<String, String> wanted = new TreeMap<>();
        inventory.manifest().forEach((digest, paths) -> paths.forEach(path -> wanted.put(path, digest)));
        Set<String> found = new TreeSet<>();
        try (Stream<Path> all = Files.walk(object)) {
            for (Path each : all.filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)).toList()) {
                found.add(object.relativize(each).toString());
            }
        }
        for (Map.Entry<String, String> each : wanted.entrySet()) {
            if (!found.remove(each.getKey())) {
                faults.add("lacks " + each.getKey());
                continue;
            }
            String digest;
            try {
                digest = FileDigest.of(object.resolve(each.getKey())).sha256();
            } catch (IOException e) {
                faults.add(each.getKey() + " cannot be read: " + e);
                continue;
            }
            if (!digest.equals(each.getValue())) {
                faults.add(each.getKey() + " has SHA-256 " + digest + ", but was written with " + each.getValue());
            }
        }
        found.removeIf(path -> path.matches("0=ocfl_object_1\\.1|(v[1-9][0-9]*/)?inventory\\.json(\\.sha256)?"));
        found.forEach(path -> faults.add("holds " + path + ", which nothing names"));
    }
}
