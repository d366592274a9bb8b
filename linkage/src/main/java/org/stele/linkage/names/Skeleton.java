package org.stele.linkage.names;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * The consonants of a name's word in one alphabet for both scripts, so that a word and its transliterations meet: محمد, Muhammad and Mohamed
 * are all "mhmd". Letters that spellings confuse share a class (ت ط th t; د ض ذ ظ ز dh z d; …).
 */
public final class Skeleton {

    private static final Map<Character, Character> ARABIC = Map.ofEntries(
            Map.entry('ب', 'b'), Map.entry('پ', 'b'), Map.entry('ت', 't'), Map.entry('ط', 't'), Map.entry('ث', 't'), Map.entry('ج', 'j'),
            Map.entry('چ', 'j'), Map.entry('خ', 'x'), Map.entry('د', 'd'), Map.entry('ض', 'd'), Map.entry('ذ', 'd'), Map.entry('ظ', 'd'),
            Map.entry('ز', 'd'), Map.entry('ر', 'r'), Map.entry('س', 's'), Map.entry('ص', 's'), Map.entry('ش', 'c'), Map.entry('غ', 'G'),
            Map.entry('ف', 'f'), Map.entry('ڤ', 'f'), Map.entry('ق', 'k'), Map.entry('ك', 'k'), Map.entry('گ', 'k'), Map.entry('ل', 'l'),
            Map.entry('م', 'm'), Map.entry('ن', 'n'), Map.entry('ح', 'h'), Map.entry('ه', 'h'), Map.entry('و', 'w'), Map.entry('ي', 'y'));
    private static final Map<String, Character> LATIN_PAIRS = Map.ofEntries(
            Map.entry("kh", 'x'), Map.entry("gh", 'G'), Map.entry("sh", 'c'), Map.entry("ch", 'c'), Map.entry("th", 't'), Map.entry("dh", 'd'),
            Map.entry("ph", 'f'), Map.entry("ck", 'k'), Map.entry("ou", 'w'), Map.entry("oo", 'w'), Map.entry("aw", 'w'), Map.entry("ow", 'w'),
            Map.entry("ee", 'y'), Map.entry("ai", 'y'), Map.entry("ay", 'y'), Map.entry("ei", 'y'), Map.entry("ey", 'y'), Map.entry("ie", 'y'));
    private static final Map<Character, Character> LATIN = Map.ofEntries(
            Map.entry('b', 'b'), Map.entry('p', 'b'), Map.entry('t', 't'), Map.entry('j', 'j'), Map.entry('g', 'j'), Map.entry('d', 'd'),
            Map.entry('z', 'd'), Map.entry('r', 'r'), Map.entry('s', 's'), Map.entry('c', 'k'), Map.entry('f', 'f'), Map.entry('v', 'f'),
            Map.entry('k', 'k'), Map.entry('q', 'k'), Map.entry('x', 'k'), Map.entry('l', 'l'), Map.entry('m', 'm'), Map.entry('n', 'n'),
            Map.entry('h', 'h'), Map.entry('w', 'w'), Map.entry('y', 'y'));

    private static final char NONE = 0;
    /** The article inside a compound is not heard before a sun letter (عبدالرحمن, نورالدين), and some write it and some do not. */
    private static final Pattern ARABIC_ARTICLE_INSIDE = Pattern.compile("(?<=.)ال([تثدذرزسشصضطظن].)");
    private static final Pattern LATIN_ABD = Pattern.compile("^(abd[aeiou]?)l(?=[tdrzsn])");
    private static final Pattern LATIN_DIN = Pattern.compile("(?<=..)[aeu][ld]d(?:i|ee|ey)ne?$");

    private Skeleton() {
    }

    /** Consonants with w and y inside the word; of one word in plain form, article and joined compounds included. Empty if nothing remains. */
    public static String strict(String word) {
        return of(word, true);
    }

    /** Consonants with w and y only at the start: nearly all spellings of a word meet, and some different words. */
    public static String loose(String word) {
        return of(word, false);
    }

    private static String of(String word, boolean keepsGlides) {
        String text = withoutArticle(word);
        return NameText.isArabic(text) ? arabic(ARABIC_ARTICLE_INSIDE.matcher(text).replaceAll("$1"), keepsGlides)
                : latin(LATIN_DIN.matcher(LATIN_ABD.matcher(text).replaceAll("$1")).replaceAll("din"), keepsGlides);
    }

    /** Takes the article off: ال before three letters or more; al-, el- and ul- as joined by {@link PersonName} before three or more. */
    static String withoutArticle(String word) {
        if (word.startsWith("ال") && word.length() > 4) {
            return word.substring(2);
        }
        boolean latinArticle = (word.startsWith("al") || word.startsWith("el")) && word.length() > 4 && "aeiou".indexOf(word.charAt(2)) < 0;
        if (latinArticle) {
            return word.substring(2);
        }
        boolean assimilated = word.length() > 4 && word.charAt(0) == 'a' && "szdtnr".indexOf(word.charAt(1)) >= 0 && word.charAt(2) == word.charAt(1);
        return assimilated ? word.substring(2) : word;
    }

    private static String arabic(String word, boolean keepsGlides) {
        var skeleton = new StringBuilder();
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c == 'ا' || c == 'ع') {
                append(skeleton, i == 0 ? 'A' : NONE);
                continue;
            }
            boolean last = i == word.length() - 1;
            Character letter = ARABIC.get(c);
            boolean glide = c == 'و' || c == 'ي';
            boolean drops = letter == null || c == 'ه' && last || glide && i > 0 && (!keepsGlides || c == 'ي' && last);
            append(skeleton, drops ? NONE : letter);
        }
        return skeleton.toString();
    }

    private static String latin(String word, boolean keepsGlides) {
        var skeleton = new StringBuilder();
        for (int i = 0; i < word.length(); i++) {
            Character pair = i + 1 < word.length() ? LATIN_PAIRS.get(word.substring(i, i + 2)) : null;
            char c = word.charAt(i);
            boolean vowel = "aeiou".indexOf(c) >= 0;
            if (i == 0 && vowel) {
                skeleton.append('A');
                i += pair != null && (pair == 'w' || pair == 'y') ? 1 : 0;
                continue;
            }
            if (pair != null) {
                boolean glide = pair == 'w' || pair == 'y';
                boolean last = i + 2 == word.length();
                append(skeleton, glide && (!keepsGlides || pair == 'y' && last) ? NONE : pair);
                i++;
                continue;
            }
            boolean last = i == word.length() - 1;
            Character letter = LATIN.get(c);
            boolean glide = c == 'w' || c == 'y';
            boolean drops = letter == null || c == 'h' && last || glide && i > 0 && (!keepsGlides || c == 'y' && last);
            append(skeleton, drops ? NONE : letter);
        }
        return skeleton.toString();
    }

    /** Appends a consonant unless it is the one before again. */
    private static void append(StringBuilder skeleton, char letter) {
        if (letter != NONE && (skeleton.isEmpty() || skeleton.charAt(skeleton.length() - 1) != letter)) {
            skeleton.append(letter);
        }
    }
}
