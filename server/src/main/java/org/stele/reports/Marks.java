package org.stele.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stele.document.Span;

/**
 * Figures inside a text that is still being put together. Sentences are made of strings, since plurals and lists work on strings; a
 * figure keeps the address of the list behind it between characters that no text contains, until the sentence is whole.
 */
final class Marks {

    // Characters of the private use area: no source of words may contain them, see plain().
    private static final char OPEN = '\uE000';
    private static final char MIDDLE = '\uE001';
    private static final char CLOSE = '\uE002';
    private static final Pattern MARKED = Pattern.compile(OPEN + "([^" + MIDDLE + "]*)" + MIDDLE + "([^" + CLOSE + "]*)" + CLOSE);

    private Marks() {
    }

    static String mark(String text, String address) {
        return OPEN + text + MIDDLE + address + CLOSE;
    }

    /** The text as spans: figures as references, the rest plain. */
    static List<Span> spans(String text) {
        List<Span> spans = new ArrayList<>();
        Matcher matcher = MARKED.matcher(text);
        int from = 0;
        while (matcher.find()) {
            if (matcher.start() > from) {
                spans.add(Span.plain(text.substring(from, matcher.start())));
            }
            spans.add(new Span.FigureReference(matcher.group(1), matcher.group(2)));
            from = matcher.end();
        }
        if (from < text.length()) {
            spans.add(Span.plain(text.substring(from)));
        }
        return spans;
    }

    /** The text without its marks, for titles and descriptions. */
    static String plain(String text) {
        return MARKED.matcher(text).replaceAll("$1");
    }
}
