package org.stele.evidence;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How far whoever gave an item, or is seen in it, lets it be used. Each includes those before it, but the first two. */
public enum Consent {
    /** Nobody was asked yet: to be kept, and to leave the house for nothing. */
    NOT_ASKED,
    /** It lay open to everyone where it was found, and nobody could be asked. */
    OPEN_SOURCE,
    /** For our own documentation. */
    INTERNAL,
    /** Also for courts and investigations, the United Nations' among them. */
    COURTS,
    /** Also in what we publish. */
    PUBLICATION;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static List<String> codes() {
        return Arrays.stream(values()).map(Consent::code).toList();
    }

    /** @throws IllegalArgumentException naming those there are */
    public static Consent of(String code) {
        return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst().orElseThrow(() -> new IllegalArgumentException(
                "'" + code + "' is none; use one of " + codes()));
    }
}
