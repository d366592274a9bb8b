package org.stele.places;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Makes keys of place names: two spellings of one name have the same key. Each degree folds more than the one before, so that a
 * looser degree is asked only when the stricter finds nothing.
 */
enum Spelling {

    /** Case, accents, hyphens, apostrophes and separate articles do not matter; in Arabic, nor do vowel signs and hamza seats. */
    CLOSE {
        @Override
        String fold(String token) {
            return token;
        }
    },

    /** Nor do doubled letters, articles written together, and the common ways of writing one Arabic sound in Latin letters. */
    SOUND {
        @Override
        String fold(String token) {
            return sound(token);
        }
    },

    /** Nor do vowels, in Latin spelling, which change from writer to writer. Only for use within a known place. */
    SKELETON {
        @Override
        String fold(String token) {
            String sound = sound(token);
            return sound.isEmpty() || arabic(sound.charAt(0)) ? sound : VOWELS.matcher(sound).replaceFirst("a").charAt(0) + VOWELS.matcher(sound.substring(1)).replaceAll("");
        }
    };

    /** Shorter skeletons fit too many names. */
    static final int SHORTEST_SKELETON = 4;

    private static final Set<String> ARTICLES = Set.of("al", "el", "ar", "er", "as", "es", "ad", "ed", "az", "ez", "an", "en", "at", "et", "ash", "esh", "adh", "ath", "ul", "il");
    private static final Pattern MARKS = Pattern.compile("[\\p{Mn}\\u0640\\u200b-\\u200f\\u202a-\\u202e\\u2066-\\u2069\\ufeff]");
    private static final Pattern APOSTROPHES = Pattern.compile("['’‘`´ʼʿʾ″\"“”]");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{Nd}]+");
    private static final Pattern JOINED_ARTICLE = Pattern.compile("^[ae]l(?=.{3})|^[aeiu](?=([rsztdn])\\1.)|^[aei](?=shsh|sh.{3})");
    private static final Pattern DOUBLED = Pattern.compile("(.)\\1+");
    private static final Pattern VOWELS = Pattern.compile("[aiu]+");

    /** Digraphs stand before their letters; q, k and g differ enough in Arabic to stay apart. */
    private static final List<String[]> SOUNDS = List.of(
            new String[] {"ou", "u"}, new String[] {"oo", "u"}, new String[] {"ow", "u"}, new String[] {"aw", "u"}, new String[] {"au", "u"}, new String[] {"uw", "u"},
            new String[] {"ee", "i"}, new String[] {"ei", "i"}, new String[] {"ie", "i"}, new String[] {"ai", "i"}, new String[] {"ay", "i"}, new String[] {"ey", "i"},
            new String[] {"iy", "i"}, new String[] {"yi", "i"}, new String[] {"ea", "a"}, new String[] {"o", "u"}, new String[] {"w", "u"}, new String[] {"y", "i"},
            new String[] {"e", "i"}, new String[] {"sch", "c"}, new String[] {"sh", "c"}, new String[] {"ch", "c"}, new String[] {"kh", "x"}, new String[] {"gh", "g"}, new String[] {"dh", "d"}, new String[] {"th", "t"},
            new String[] {"ph", "f"}, new String[] {"v", "f"}, new String[] {"p", "b"});

    abstract String fold(String token);

    /** The key of a name; empty if nothing of it remains. */
    String key(String name) {
        StringBuilder key = new StringBuilder();
        for (String token : tokens(name)) {
            key.append(fold(token));
        }
        return key.toString();
    }

    /** The words of a name in lower case, without marks, apostrophes and articles. */
    static List<String> tokens(String name) {
        String plain = APOSTROPHES.matcher(MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("")).replaceAll("");
        List<String> tokens = Arrays.stream(BETWEEN.split(plain.toLowerCase(Locale.ROOT))).filter(token -> !token.isEmpty()).map(Spelling::letters)
                .filter(token -> !token.isEmpty()).toList();
        List<String> withoutArticles = tokens.stream().filter(token -> !ARTICLES.contains(token)).toList();
        return withoutArticles.isEmpty() ? tokens : withoutArticles;
    }

    /** Arabic letters that writers exchange become one; the article goes from words long enough to keep a name without it. */
    private static String letters(String token) {
        if (!arabic(token.charAt(0))) {
            return token;
        }
        StringBuilder letters = new StringBuilder();
        for (char c : token.toCharArray()) {
            switch (c) {
                case 'أ', 'إ', 'آ', 'ٱ' -> letters.append('ا');
                case 'ة' -> letters.append('ه');
                case 'ى', 'ئ' -> letters.append('ي');
                case 'ؤ' -> letters.append('و');
                case 'ء' -> { }
                default -> letters.append(c);
            }
        }
        return letters.length() > 4 && letters.indexOf("ال") == 0 ? letters.substring(2) : letters.toString();
    }

    private static boolean arabic(char letter) {
        return Character.UnicodeScript.of(letter) == Character.UnicodeScript.ARABIC;
    }

    private static String sound(String token) {
        if (arabic(token.charAt(0))) {
            return token;
        }
        String sound = JOINED_ARTICLE.matcher(token).replaceFirst("");
        if (sound.length() > 2 && sound.endsWith("h") && "aei".indexOf(sound.charAt(sound.length() - 2)) >= 0) {
            sound = sound.substring(0, sound.length() - 2) + "a";
        } else if (sound.length() > 3 && sound.endsWith("e")) {
            sound = sound.substring(0, sound.length() - 1) + "a";
        }
        // At the beginning of a word w and y are consonants, and a vowel before them is a syllable of its own.
        int head = sound.matches("[aeiou]?[wy].*") ? sound.charAt(0) == 'w' || sound.charAt(0) == 'y' ? 1 : 2 : 0;
        String first = sound.substring(0, head).replace('e', 'a');
        String rest = sound.substring(head);
        for (String[] pair : SOUNDS) {
            rest = rest.replace(pair[0], pair[1]);
        }
        return DOUBLED.matcher(first + rest).replaceAll("$1");
    }
}
