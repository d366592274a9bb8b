package org.stele.inspection;

/** Text from a stranger's file, made fit to be looked at. */
public final class Shown {
    private Shown() {
    }

    /**
     * The same text with every character that is not seen, or that turns the direction of others, written as its number: a name such as
     * {@code photo\u202Egpj.exe} shows its true order.
     */
    public static String text(String raw) {
        var shown = new StringBuilder(raw.length());
        raw.codePoints().forEach(point -> {
            if (steers(point)) {
                shown.append(String.format("‹U+%04X›", point));
            } else {
                shown.appendCodePoint(point);
            }
        });
        return shown.toString();
    }

    /** Whether a name holds characters that are not seen or that turn the direction of others. */
    static boolean misleads(String name) {
        return name.codePoints().anyMatch(Shown::steers);
    }

    private static boolean steers(int point) {
        // The zero-width joiners are part of Arabic and Persian spelling and harm nobody.
        if (point == 0x200c || point == 0x200d) {
            return false;
        }
        int kind = Character.getType(point);
        return kind == Character.CONTROL || kind == Character.FORMAT || kind == Character.SURROGATE || kind == Character.LINE_SEPARATOR
                || kind == Character.PARAGRAPH_SEPARATOR;
    }

    /** At most so many characters, and an ellipsis where there were more. */
    static String atMost(int characters, String text) {
        return text.length() <= characters ? text : text.substring(0, Character.isHighSurrogate(text.charAt(characters - 1)) ? characters - 1 : characters) + "…";
    }
}
