package org.stele.ocfl;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.stele.fixity.Digest;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an object holds, as its {@code inventory.json} says: every file with its digest, and which files made up each version.
 *
 * @param manifest where the bytes of each digest lie within the object
 * @param versions by number, the first first; none is missing
 */
record Inventory(String id, String type, String digestAlgorithm, String head, SequencedMap<String, List<String>> manifest,
        SequencedMap<String, State> versions) {
    static final String NAME = "inventory.json";
    static final String SIDECAR = "inventory.json.sha256";
    static final String TYPE = "https://ocfl.io/1.1/spec/#inventory";
    private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /**
     * One version.
     *
     * @param state the names that stand for each digest
     */
    record State(String created, SequencedMap<String, List<String>> state, String message, User user) {
    }

    /** Who made it. */
    record User(String name, String address) {
    }

    static Inventory begun(String id) {
        return new Inventory(id, TYPE, "sha256", "v0", new LinkedHashMap<>(), new LinkedHashMap<>());
    }

    /** @throws IOException if the text is no inventory */
    static Inventory read(byte[] text) throws IOException {
        try {
            Inventory inventory = JSON.readValue(text, Inventory.class);
            if (inventory.id == null || inventory.head == null || inventory.manifest == null || inventory.versions == null || inventory.versions.isEmpty()) {
                throw new IOException("The inventory lacks id, head, manifest or versions");
            }
            return inventory;
        } catch (JacksonException e) {
            throw new IOException("The inventory is not the JSON it should be: " + e.getOriginalMessage(), e);
        }
    }

    byte[] text() {
        return JSON.writeValueAsBytes(this);
    }

    /** What the sidecar of this text says. */
    static String sidecar(byte[] text) {
        return Digest.of(text).sha256() + " " + NAME + "\n";
    }

    int number() {
        return Integer.parseInt(head.substring(1));
    }

    /** The digest each name stands for in the last version. */
    Map<String, String> current() {
        Map<String, String> names = new TreeMap<>();
        if (versions.containsKey(head)) {
            versions.get(head).state().forEach((digest, paths) -> paths.forEach(path -> names.put(path, digest)));
        }
        return names;
    }

    /**
     * The inventory with one more version.
     *
     * @param names the digest each name is to stand for, all of them
     * @param fresh where bytes lie that the object did not hold before, by digest
     */
    Inventory next(Map<String, String> names, Map<String, String> fresh, Deed deed) {
        String version = "v" + (number() + 1);
        SequencedMap<String, List<String>> all = new LinkedHashMap<>(manifest);
        fresh.forEach((digest, path) -> all.put(digest, List.of(path)));
        SequencedMap<String, List<String>> state = new LinkedHashMap<>();
        new TreeMap<>(names).forEach((path, digest) -> state.merge(digest, List.of(path),
                (some, more) -> java.util.stream.Stream.concat(some.stream(), more.stream()).toList()));
        SequencedMap<String, State> versionsNow = new LinkedHashMap<>(versions);
        versionsNow.put(version, new State(deed.at().toString(), state, deed.message(), new User(deed.by(), deed.address())));
        return new Inventory(id, type, digestAlgorithm, version, all, versionsNow);
    }
}
