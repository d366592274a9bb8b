package org.stele.intake;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** One form for spellings that no reader would tell apart: case, runs of spaces, composed letters and invisible direction marks. */
final class Spelling {

    private static final Pattern MARKS = Pattern.compile("[\\u200B-\\u200F\\u202A-\\u202E\\u2060\\u2066-\\u2069\\uFEFF]");
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Zs}]+");

    private Spelling() {
    }

    static String of(String text) {
        return isItsOwn(text) ? text : found(text);
    }

    /** Most codes and dates are what their spelling comes to; to see that is far cheaper than to work it out. */
    private static boolean isItsOwn(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c >= 0x7f || (c >= 'A' && c <= 'Z')) {
                return false;
            }
        }
        return true;
    }

    private static String found(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        String visible = MARKS.matcher(composed).replaceAll("");
        return SPACES.matcher(visible).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    }
}
