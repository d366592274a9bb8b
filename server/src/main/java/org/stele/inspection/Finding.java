package org.stele.inspection;

import java.util.Arrays;
import java.util.List;
import org.stele.language.Language;

/**
 * Something about a file that a person should know before relying on it.
 *
 * @param what   exactly
 * @param values what fills the places in its words, in their order: whole numbers ({@link Long}) and texts, which may quote the file
 */
public record Finding(What what, List<Object> values) {
    /** Begin and end of words whose direction is their own. */
    private static final String APART = "\u2068";
    private static final String TOGETHER = "\u2069";

    public Finding {
        values = values.stream().map(value -> value instanceof Integer small ? (Object) small.longValue() : value).toList();
        if (!values.stream().allMatch(value -> value instanceof Long || value instanceof String)) {
            throw new IllegalArgumentException("A finding is filled with whole numbers and texts, not with " + values);
        }
    }

    /** The same with its values one by one. */
    public static Finding of(What what, Object... values) {
        return new Finding(what, Arrays.asList(values));
    }

    /** What sort of finding it is. */
    public Kind kind() {
        return what.kind();
    }

    /**
     * In words, with the figures. Characters of the file that are not seen, or that turn the direction of others, are written as numbers;
     * markup is not escaped.
     */
    public String words(Language language) {
        return Sentences.say(language, "what." + what.code(), values.stream().map(value -> value instanceof String text ? shown(text, language) : value).toList());
    }

    private static String shown(String text, Language language) {
        return language == Language.AR ? APART + Shown.text(text) + TOGETHER : Shown.text(text);
    }

    /** What sorts of findings there are. */
    public enum Kind {
        /** The bytes are of another type than the name or the sender says. */
        OTHER_TYPE,
        /** The name tries to steer or to mislead: a path, control characters, reversed writing. */
        NAME,
        /** The file ends too early or contradicts itself. */
        BROKEN,
        /** Larger than what is opened; kept as it is. */
        TOO_LARGE,
        /** Nothing here can open this kind of file, or not without a program that is not installed. */
        NOT_OPENED,
        /** An archive has members whose names lead out of it, links, or more than one file of the same name. */
        ARCHIVE_MEMBER,
        /** An archive or compressed text unpacks to very much more than it is, or holds archives within archives. */
        BOMB,
        /** The file can be read as two different types. */
        TWO_TYPES,
        /** Digests that the file carries were worked out again and fit. */
        CHECKED,
        /** A digest that the file carries does not fit its contents. */
        DIGEST,
        /** The process that opened it was stopped or died; what was found until then is kept. */
        STOPPED,
        /** Signed content credentials (C2PA) are there; they are not verified. */
        CREDENTIALS
    }
}
