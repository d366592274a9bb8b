package org.stele.evidence;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where an item came from, as told when it came. An item that came twice has two.
 *
 * @param sourceKind    code of the codebook's kinds of sources
 * @param source        who or what gave it: words, a device, or a reference such as {@code source:12}; this or the address is there
 * @param url           the address it was found at
 * @param obtainedBy    who of us obtained it
 * @param obtainedAt    when: a day or an instant, ISO 8601
 * @param captured      when the source says it was taken, as precise as said; absent if nothing was said
 * @param fileName      what its giver called it; never used as a path
 * @param claimedSha256 digest that its giver told beforehand, and that was found right
 * @param note          anything else about how it came
 */
public record Provenance(String sourceKind, @Nullable String source, @Nullable String url, String obtainedBy, String obtainedAt,
        @Nullable String captured, Consent consent, @Nullable String fileName, @Nullable String claimedSha256, @Nullable String note) {

    /** A year, month, day, minute or second, with or without an offset. */
    private static final Pattern TIME = Pattern.compile(
            "(\\d{4})(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01])(T([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d(\\.\\d{1,9})?)?(Z|[+-]\\d\\d:\\d\\d)?)?)?)?");

    /** A longer name is cut here: file systems allow 255 bytes. */
    private static final int LONGEST_NAME = 255;

    private static final int LONGEST_TEXT = 10_000;

    /**
     * Reads what a person or a program wrote. Blank counts as absent.
     *
     * @param fields names as in the list of this record, with hyphens: {@code kind source url obtained-by obtained-at captured consent note sha256}
     * @throws Unsound naming every field that is missing or wrong
     */
    public static Provenance of(Map<String, String> fields, @Nullable String fileName) {
        Map<String, Fault> faults = new TreeMap<>();
        Fields read = new Fields(fields, faults);
        String kind = read.needed("kind");
        String source = read.text("source");
        String url = read.text("url");
        if (source == null && url == null) {
            faults.put("source", Fault.of("missing.source"));
        }
        if (url != null && !isAddress(url)) {
            faults.put("url", Fault.of("no-address", url));
        }
        String obtainedBy = read.needed("obtained-by");
        String obtainedAt = read.time("obtained-at", read.needed("obtained-at"));
        String captured = read.time("captured", read.text("captured"));
        String consent = read.needed("consent");
        String sha256 = read.digest("sha256");
        Consent scope = Consent.NOT_ASKED;
        if (consent != null) {
            try {
                scope = Consent.of(consent);
            } catch (IllegalArgumentException e) {
                faults.put("consent", Fault.of("no-code", consent, String.join(", ", Consent.codes())));
            }
        }
        if (!faults.isEmpty() || kind == null || obtainedBy == null || obtainedAt == null) {
            throw new Unsound(faults);
        }
        return new Provenance(kind, source, url, obtainedBy, obtainedAt, captured, scope, nameAlone(fileName), sha256, read.text("note"));
    }

    /** As a form shows it, by the names that {@link #of} takes; without the digest, which is compared once. */
    public Map<String, String> fields() {
        Map<String, String> fields = new TreeMap<>(Map.of("kind", sourceKind, "obtained-by", obtainedBy, "obtained-at", obtainedAt, "consent", consent.code()));
        fields.put("source", Objects.requireNonNullElse(source, ""));
        fields.put("url", Objects.requireNonNullElse(url, ""));
        fields.put("captured", Objects.requireNonNullElse(captured, ""));
        fields.put("note", Objects.requireNonNullElse(note, ""));
        return fields;
    }

    /** The same with the name of one of several files. */
    public Provenance named(@Nullable String fileName) {
        return new Provenance(sourceKind, source, url, obtainedBy, obtainedAt, captured, consent, nameAlone(fileName), claimedSha256, note);
    }

    /** The same with something more in its note. */
    public Provenance noted(String more) {
        return new Provenance(sourceKind, source, url, obtainedBy, obtainedAt, captured, consent, fileName, claimedSha256, note == null ? more : note + "; " + more);
    }

    /** The same with the digest that was announced for this file. */
    public Provenance announced(@Nullable String sha256) {
        return new Provenance(sourceKind, source, url, obtainedBy, obtainedAt, captured, consent, fileName, sha256, note);
    }

    /** The last part of a path of any system, without control and direction-changing characters; for people to read, never a path. */
    static @Nullable String nameAlone(@Nullable String fileName) {
        if (fileName == null) {
            return null;
        }
        String name = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1)
                .replaceAll("[\\p{Cc}\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]", "").strip();
        String cut = name.length() <= LONGEST_NAME ? name : name.substring(0, name.offsetByCodePoints(0, name.codePointCount(0, LONGEST_NAME)));
        return cut.isEmpty() || cut.equals(".") || cut.equals("..") ? null : cut;
    }

    private static boolean isTime(String value) {
        try {
            return TIME.matcher(value).matches() && (value.length() < 10 || LocalDate.parse(value.substring(0, 10)) != null);
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isAddress(String url) {
        try {
            URI uri = new URI(url.replaceAll("[^\\x21-\\x7e]", "x").replaceAll("[\\\\^`{|}<>\"]", "x"));
            return uri.getScheme() != null && uri.getRawSchemeSpecificPart().length() > 2 && url.length() <= 8_000 && !url.matches("(?s).*[\\s\\p{Cc}].*");
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** Reads fields and collects what is wrong with them. */
    private record Fields(Map<String, String> fields, Map<String, Fault> faults) {

        @Nullable String text(String name) {
            String value = fields.get(name);
            if (value == null || value.isBlank()) {
                return null;
            }
            if (value.length() > LONGEST_TEXT) {
                faults.put(name, Fault.of("too-long", LONGEST_TEXT));
            }
            return value.strip();
        }

        @Nullable String needed(String name) {
            String value = text(name);
            if (value == null) {
                faults.put(name, Fault.of("missing." + name));
            }
            return value;
        }

        @Nullable String time(String name, @Nullable String value) {
            if (value != null && !isTime(value)) {
                faults.put(name, Fault.of("no-time", value));
            } else if (value != null && value.compareTo(LocalDate.now(ZoneOffset.UTC).plusDays(2).toString()) >= 0) {
                faults.put(name, Fault.of("to-come", value));
            }
            return value;
        }

        @Nullable String digest(String name) {
            String value = text(name);
            if (value != null && !value.toLowerCase(Locale.ROOT).matches("[0-9a-f]{64}")) {
                faults.put(name, Fault.of("no-digest"));
                return null;
            }
            return value == null ? null : value.toLowerCase(Locale.ROOT);
        }
    }
}
