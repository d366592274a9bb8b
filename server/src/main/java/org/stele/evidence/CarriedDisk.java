package org.stele.evidence;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.stele.database.Durable;
import org.stele.database.Refusal;
import org.stele.ocfl.StorageRoot;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What a disk of carried items says of itself. */
final class CarriedDisk {
    private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final String CLAIM = "stele-carried.json";

    private CarriedDisk() {
    }

    /**
     * Writes on the disk whose it is and how it is sealed; or finds that it is ours and sealed alike.
     *
     * @return what it was called when it was begun
     * @throws Refusal if it belongs to another archive, or mixes what is sealed with what is not
     */
    static String claim(Path folder, String archive, Wrapping wrapping, String label) throws IOException {
        Path file = folder.resolve(CLAIM);
        if (!Files.exists(file)) {
            Map<String, String> claim = new LinkedHashMap<>();
            claim.put("archive", archive);
            claim.put("label", label);
            claim.put("wrapping", wrapping.word());
            Durable.replace(file, JSON.writeValueAsBytes(claim));
            return label;
        }
        JsonNode claim = parsed(Files.readAllBytes(file)).orElseThrow(() -> new Refusal(file + " cannot be read. The disk may be damaged: check it first, with --check."));
        if (!claim.path("archive").asString("").equals(archive)) {
            throw new Refusal(folder + " holds items of another archive. Name another disk.");
        }
        if (!claim.path("wrapping").asString("").equals(wrapping.word())) {
            throw new Refusal(folder + " was begun " + (wrapping instanceof Wrapping.Sealed ? "in clear; it cannot go on sealed" : "sealed; it cannot go on in clear")
                    + ". Name another disk.");
        }
        return claim.path("label").asString(label);
    }

    /** The mark that a sealed description carries. */
    static Optional<String> version(byte[] crate) {
        return parsed(crate).map(all -> all.path("@graph").path(1).path("version").asString("")).filter(mark -> mark.matches("[0-9a-f]{32}:[0-9a-f]{64}"));
    }

    static List<String> check(Path folder, LongConsumer progress) throws IOException {
        try (StorageRoot root = StorageRoot.read(folder)) {
            List<String> faults = new ArrayList<>(root.broken());
            long done = 0;
            for (String id : root.ids()) {
                root.check(id).forEach(fault -> faults.add(id + ": " + fault));
                progress.accept(++done);
            }
            return faults;
        }
    }

    private static Optional<JsonNode> parsed(byte[] text) {
        try {
            return Optional.of(JSON.readTree(new String(text, StandardCharsets.UTF_8)));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    static String readme(Wrapping wrapping) {
        String open = wrapping instanceof Wrapping.Sealed ? """
                Files that end in .age are sealed. With the private key of one of those they are sealed to, in a file key.txt:
                    age -d -i key.txt content.json.age          (what is in the object, with names and digests)
                    age -d -i key.txt original/12.age > file    (the original as it was received)
                age is free software: https://age-encryption.org

                """ : """
                Nothing here is encrypted. Keep this disk locked away.

                """;
        return """
                EVIDENCE. Do not change, rename or delete anything on this disk.

                Every folder with a file 0=ocfl_object_1.1 in it is one item of evidence, laid out after the Oxford Common File Layout 1.1
                (https://ocfl.io/1.1/spec/). Its inventory.json lists every file with its SHA-256; v1/content holds what was written first, v2, v3 …
                what was added later. original/ holds the bytes as they were received, provenance/source.json where they came from,
                ro-crate-metadata.json a description. To check a file: openssl dgst -sha256 FILE, and compare with inventory.json.

                """ + open + """
                أدلة. لا تغيّروا شيئاً على هذا القرص ولا تعيدوا تسميته ولا تحذفوه.
                كل مجلد فيه الملف 0=ocfl_object_1.1 مادة واحدة من الأدلة، والملف inventory.json فيه يعدّد ملفاتها مع بصماتها (SHA-256).
                """;
    }
}
