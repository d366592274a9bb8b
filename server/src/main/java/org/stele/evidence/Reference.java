package org.stele.evidence;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names a record that evidence may be attached to: {@code incident:3}, {@code victim:7}, {@code statement:9}. */
public record Reference(Subject subject, long id) {

    /** The kinds of records that evidence may be attached to. */
    public enum Subject { INCIDENT, VICTIM, STATEMENT }

    private static final Pattern TEXT = Pattern.compile("(incident|victim|statement):([1-9][0-9]{0,17})");

    /** @throws Unsound if it is none */
    public static Reference of(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new Unsound(Map.of("attach", Fault.of("no-reference", text)));
        }
        return new Reference(Subject.valueOf(parts.group(1).toUpperCase(Locale.ROOT)), Long.parseLong(parts.group(2)));
    }

    public static Reference victim(long id) {
        return new Reference(Subject.VICTIM, id);
    }

    public static Reference incident(long id) {
        return new Reference(Subject.INCIDENT, id);
    }

    @Override
    public String toString() {
        return subject.name().toLowerCase(Locale.ROOT) + ":" + id;
    }
}
