package org.stele.uploading;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stele.uploading.UploadRefused.Why;

/**
 * What a sender says of a file in the header {@code Upload-Metadata}: names with values in base64.
 *
 * @param header as it was sent; empty for none
 * @param values by name, as text
 */
public record Metadata(String header, Map<String, String> values) {

    private static final int LONGEST = 6_000;

    /** @throws UploadRefused if it is none */
    public static Metadata of(@Nullable String header) {
        Map<String, String> values = new LinkedHashMap<>();
        String all = header == null ? "" : header.strip();
        try {
            for (String pair : all.isEmpty() ? new String[0] : all.split(",")) {
                String[] words = pair.strip().split(" ");
                if (all.length() > LONGEST || words.length > 2 || !words[0].matches("[\\x21-\\x7e]+")
                        || values.put(words[0], words.length == 1 ? "" : new String(Base64.getDecoder().decode(words[1]), StandardCharsets.UTF_8)) != null) {
                    throw new IllegalArgumentException();
                }
            }
        } catch (IllegalArgumentException e) {
            throw new UploadRefused(Why.NOT_UNDERSTOOD, "Upload-Metadata is a list of different names, each with a space and a value in base64, parted by commas");
        }
        return new Metadata(all, Map.copyOf(values));
    }

    /** What the file is called by its sender. */
    public @Nullable String fileName() {
        return values.get("filename");
    }
}
