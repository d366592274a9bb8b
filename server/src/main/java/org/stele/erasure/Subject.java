package org.stele.erasure;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stele.database.Refusal;

/** What an erasure is about: {@code victim:12}, {@code statement:9}, {@code item:5}. */
public record Subject(Kind kind, long id) {

    /** What can be erased. */
    public enum Kind {
        /** A victim, and what sources said of that victim. */
        VICTIM,
        /** One statement. */
        STATEMENT,
        /** An evidence item, its bytes, and all that was made from it. */
        ITEM
    }

    private static final Pattern TEXT = Pattern.compile("(victim|statement|item):([1-9][0-9]{0,17})");

    /** @throws Refusal if it is none */
    public static Subject of(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new Refusal("'" + text + "' is nothing that can be erased; write for example victim:12, statement:9 or item:5.");
        }
        return new Subject(Kind.valueOf(parts.group(1).toUpperCase(Locale.ROOT)), Long.parseLong(parts.group(2)));
    }

    @Override
    public String toString() {
        return kind.name().toLowerCase(Locale.ROOT) + ":" + id;
    }
}
