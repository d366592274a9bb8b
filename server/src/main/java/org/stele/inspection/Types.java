package org.stele.inspection;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MediaTypeRegistry;
import org.apache.tika.mime.MimeTypes;
import org.jspecify.annotations.Nullable;

/** Media types by the first bytes of a file, and by its name. Only Tika's detection is used: none of its parsers is here. */
final class Types {
    private static final MimeTypes KNOWN = MimeTypes.getDefaultMimeTypes();
    private static final MediaTypeRegistry REGISTRY = KNOWN.getMediaTypeRegistry();

    private Types() {
    }

    /** By the bytes; the name only chooses among types that the bytes allow (a {@code .docx} is also a zip). */
    static String detected(byte[] head, String name) {
        return type(head, name).getBaseType().toString();
    }

    /** By the ending of the name alone; empty where it says nothing. */
    static String promised(String name) {
        MediaType type = type(null, name);
        return type.equals(MediaType.OCTET_STREAM) ? "" : type.getBaseType().toString();
    }

    private static MediaType type(byte @Nullable [] head, String name) {
        try {
            var metadata = new Metadata();
            if (!name.isEmpty()) {
                metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, ending(name));
            }
            return KNOWN.detect(head == null ? null : new ByteArrayInputStream(head), metadata);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** Only the ending tells a type; the rest of a name is left out of the library's way. */
    private static String ending(String name) {
        int dot = name.lastIndexOf('.');
        String ending = dot < 0 ? "" : name.substring(dot + 1);
        return ending.matches("[A-Za-z0-9_-]{1,12}") ? "file." + ending : "file";
    }

    /** Whether one of the two is a special case of the other, as every HTML page is also text. */
    static boolean agree(String one, String other) {
        MediaType first = normal(one);
        MediaType second = normal(other);
        return first.equals(second) || REGISTRY.isInstanceOf(first, second) || REGISTRY.isInstanceOf(second, first);
    }

    /** Whether the type is the other or a special case of it. */
    static boolean is(String type, String other) {
        return REGISTRY.isInstanceOf(normal(type), normal(other));
    }

    private static MediaType normal(String type) {
        MediaType parsed = MediaType.parse(type);
        return parsed == null ? MediaType.OCTET_STREAM : REGISTRY.normalize(parsed);
    }
}
