package org.stele.drawing;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The letters all drawings and documents are set in. IBM Plex Sans Arabic holds Arabic, Kurdish, Persian and Western
 *  European letters; IBM Plex Sans adds Turkish and Kurmanji, Noto Sans the letters of scholarly transliteration.
 *  In order of preference; a word is set in one of them, since a foreign letter inside a word is seen at once. */
public enum Typeface {
    PLEX_ARABIC("IBM Plex Sans Arabic", "IBMPlexSansArabic"),
    PLEX("IBM Plex Sans", "IBMPlexSans"),
    NOTO("Noto Sans", "NotoSans");

    private final String family;
    private final String file;
    private final Font regular;
    private final Font semibold;

    Typeface(String family, String file) {
        this.family = family;
        this.file = file;
        this.regular = read(resource(Weight.REGULAR));
        this.semibold = read(resource(Weight.SEMIBOLD));
    }

    /** Regular for text, semibold for what must stand out. */
    public enum Weight {
        REGULAR("Regular"), SEMIBOLD("SemiBold");

        private final String suffix;

        Weight(String suffix) {
            this.suffix = suffix;
        }
    }

    /** A piece of text and the typeface that has all its letters. */
    public record Run(String text, Typeface typeface) {
    }

    /** The family's published name. */
    public String family() {
        return family;
    }

    /** The class path resource of the TrueType file. */
    public String resource(Weight weight) {
        return "/fonts/" + file + "-" + weight.suffix + ".ttf";
    }

    Font font(Weight weight) {
        return weight == Weight.SEMIBOLD ? semibold : regular;
    }

    /** Cuts a text into runs that can be set. Directional marks are dropped: they are not letters, and the setting of
     *  direction belongs to the renderer. Letters are composed (NFC), as fonts hold them.
     *  @throws MissingLetters naming the letters that no typeface has */
    public static List<Run> runs(String text) {
        String clean = Normalizer.normalize(text, Normalizer.Form.NFC)
                .replaceAll("[\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\u061C\\u00AD\\uFEFF]", "");
        List<Run> runs = new ArrayList<>();
        int start = 0;
        while (start < clean.length()) {
            int end = wordEnd(clean, start);
            String word = clean.substring(start, end);
            Typeface whole = holding(word);
            if (whole != null) {
                append(runs, word, whole);
            } else {
                word.codePoints().forEach(letter -> append(runs, Character.toString(letter), holder(letter, text)));
            }
            start = end;
        }
        return List.copyOf(runs);
    }

    /** A word and the space after it. */
    private static int wordEnd(String text, int start) {
        int end = start;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        while (end < text.length() && Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static void append(List<Run> runs, String text, Typeface typeface) {
        if (!runs.isEmpty() && runs.getLast().typeface() == typeface) {
            runs.add(new Run(runs.removeLast().text() + text, typeface));
        } else {
            runs.add(new Run(text, typeface));
        }
    }

    private static @Nullable Typeface holding(String word) {
        for (Typeface typeface : values()) {
            if (word.codePoints().allMatch(typeface::has)) {
                return typeface;
            }
        }
        return null;
    }

    private static Typeface holder(int letter, String text) {
        for (Typeface typeface : values()) {
            if (typeface.has(letter)) {
                return typeface;
            }
        }
        throw new MissingLetters(text, letter);
    }

    /** Line breaks and tabs are spaces to a line of text, not letters. */
    private boolean has(int letter) {
        return letter == '\n' || letter == '\t' || letter == '\r' || regular.canDisplay(letter) && semibold.canDisplay(letter);
    }

    private static Font read(String resource) {
        try (InputStream file = Typeface.class.getResourceAsStream(resource)) {
            if (file == null) {
                throw new IllegalStateException("The font " + resource + " is missing from the program");
            }
            return Font.createFont(Font.TRUETYPE_FONT, file);
        } catch (IOException e) {
            throw new UncheckedIOException("The font " + resource + " cannot be read", e);
        } catch (FontFormatException e) {
            throw new IllegalStateException("The font " + resource + " is damaged", e);
        }
    }
}
