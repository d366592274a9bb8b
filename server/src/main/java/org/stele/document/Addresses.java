package org.stele.document;

/** Which addresses a document may link to. Text of an edition is written by people: a script address in it must not become a link. */
final class Addresses {
    private Addresses() {
    }

    static void check(String address) {
        boolean absolute = address.startsWith("https://") || address.startsWith("http://") || address.startsWith("mailto:");
        boolean local = address.startsWith("/") && !address.startsWith("//") || address.startsWith("#");
        boolean clean = address.chars().noneMatch(c -> c <= ' ' || c == '\\' || c == '"' || c == '<' || c == '>');
        if (!clean || !(absolute || local)) {
            throw new IllegalArgumentException("'" + address + "' is no address a document may link to: "
                    + "use https, http, mailto, a path beginning with / or # and an id");
        }
    }
}
