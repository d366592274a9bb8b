package org.stele.document;

import java.util.regex.Pattern;

/** What may name a place in a document: safe unescaped in a URL fragment, an HTML id and an XML name alike. */
final class Identifiers {
    private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9-]*");

    private Identifiers() {
    }

    static void check(String id) {
        if (!SHAPE.matcher(id).matches()) {
            throw new IllegalArgumentException("'" + id + "' is no id: use small letters, digits and hyphens, a letter first");
        }
    }
}
