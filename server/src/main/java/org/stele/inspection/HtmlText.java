package org.stele.inspection;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a web page says to a reader: its text without markup, scripts and styles, a line for each block. */
final class HtmlText {
    private static final Set<String> UNSEEN = Set.of("script", "style", "template", "noscript", "svg", "head");
    private static final Set<String> INLINE = Set.of("a", "abbr", "b", "bdi", "bdo", "cite", "code", "em", "font", "i", "img", "mark", "q", "s", "small", "span",
            "strong", "sub", "sup", "time", "u", "wbr");
    private static final Map<String, String> NAMED = Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", "\u00a0", "zwnj", "\u200c",
            "zwj", "\u200d", "hellip", "…", "mdash", "—");

    private final String page;
    private final StringBuilder text = new StringBuilder();
    private int at;

    private HtmlText(String page) {
        this.page = page;
    }

    static String of(String page) {
        var reading = new HtmlText(page);
        reading.read();
        return tidy(reading.text);
    }

    private void read() {
        while (at < page.length()) {
            char next = page.charAt(at);
            if (next == '<' && at + 1 < page.length()) {
                markup();
            } else if (next == '&') {
                entity();
            } else {
                text.append(next);
                at++;
            }
        }
    }

    private void markup() {
        if (page.startsWith("<!--", at)) {
            at = after("-->", at + 4);
            return;
        }
        char first = page.charAt(at + 1);
        if (first == '!' || first == '?') {
            at = after(">", at + 1);
            return;
        }
        boolean closing = first == '/';
        int start = at + (closing ? 2 : 1);
        if (start >= page.length() || !Character.isLetter(page.charAt(start))) {
            text.append(page.charAt(at++));
            return;
        }
        int end = start;
        while (end < page.length() && Character.isLetterOrDigit(page.charAt(end))) {
            end++;
        }
        String name = page.substring(start, end).toLowerCase(Locale.ROOT);
        at = endOfTag(end);
        if (!closing && UNSEEN.contains(name)) {
            skipTo(name);
        }
        if (!INLINE.contains(name)) {
            text.append('\n');
        }
    }

    /** After the {@code >} that ends the tag; one within quotation marks does not. */
    private int endOfTag(int from) {
        char quote = 0;
        for (int i = from; i < page.length(); i++) {
            char next = page.charAt(i);
            if (quote != 0) {
                quote = next == quote ? 0 : quote;
            } else if (next == '>') {
                return i + 1;
            } else if (next == '"' || next == '\'') {
                quote = next;
            }
        }
        return page.length();
    }

    private void skipTo(String name) {
        String close = "</" + name;
        for (int i = page.indexOf("</", at); i >= 0; i = page.indexOf("</", i + 2)) {
            if (page.regionMatches(true, i, close, 0, close.length())) {
                at = endOfTag(i + close.length());
                return;
            }
        }
        // An unclosed head is closed by the body; the rest of an unclosed script is script.
        if (!name.equals("head")) {
            at = page.length();
        }
    }

    private int after(String mark, int from) {
        int found = page.indexOf(mark, from);
        return found < 0 ? page.length() : found + mark.length();
    }

    private void entity() {
        int end = page.indexOf(';', at);
        String name = end < 0 || end - at > 12 ? "" : page.substring(at + 1, end);
        String written = entity(name);
        if (written == null) {
            text.append('&');
            at++;
        } else {
            text.append(written);
            at = end + 1;
        }
    }

    private static @Nullable String entity(String name) {
        if (NAMED.containsKey(name)) {
            return NAMED.get(name);
        }
        boolean hexadecimal = name.matches("#[xX][0-9A-Fa-f]{1,6}");
        if (!hexadecimal && !name.matches("#[0-9]{1,7}")) {
            return null;
        }
        int point = hexadecimal ? Integer.parseInt(name.substring(2), 16) : Integer.parseInt(name.substring(1));
        return Character.isValidCodePoint(point) && point != 0 && (point < 0xd800 || point > 0xdfff) ? Character.toString(point) : "\ufffd";
    }

    static String decodeEntities(String value) {
        var reading = new HtmlText(value);
        while (reading.at < value.length()) {
            if (value.charAt(reading.at) == '&') {
                reading.entity();
            } else {
                reading.text.append(value.charAt(reading.at++));
            }
        }
        return reading.text.toString();
    }

    private static String tidy(StringBuilder raw) {
        var tidy = new StringBuilder();
        for (String line : raw.toString().split("\n")) {
            String stripped = line.replaceAll("[\\s\\u00a0]+", " ").strip();
            if (!stripped.isEmpty()) {
                tidy.append(stripped).append('\n');
            }
        }
        return tidy.toString();
    }
}
