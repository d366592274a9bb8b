package org.stele.inspection;

import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.json.JsonFactory;

/** Reads a WACZ's {@code datapackage.json}: which member has which digest. */
final class PackageList {
    private PackageList() {
    }

    /** Path of a member to its digest as {@code sha256:…}. What is broken gives what could be read before. */
    static Map<String, String> digests(byte[] json) {
        Map<String, String> digests = new HashMap<>();
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            String path = null;
            String hash = null;
            for (JsonToken token = parser.nextToken(); token != null && digests.size() < Limits.MEMBERS; token = parser.nextToken()) {
                if (token == JsonToken.START_OBJECT) {
                    path = null;
                    hash = null;
                } else if (token == JsonToken.VALUE_STRING && "path".equals(parser.currentName())) {
                    path = parser.getString();
                } else if (token == JsonToken.VALUE_STRING && "hash".equals(parser.currentName())) {
                    hash = parser.getString();
                } else if (token == JsonToken.END_OBJECT && path != null && hash != null) {
                    digests.put(path, hash);
                }
            }
        } catch (JacksonException broken) {
            return digests;
        }
        return digests;
    }
}
