package org.stele.linkage.names;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** A name's text in the forms that are compared. The text as received is never replaced by them. */
public final class NameText {

    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\u0640\\u064B-\\u065F\\u0670\\u06D6-\\u06ED]");
    private static final Pattern LATIN_MARKS = Pattern.compile("[\\u0300-\\u036F]");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{Nd}'’‘`ʼʿʾ\\-()\\[\\]{}]+");
    private static final Pattern APOSTROPHES = Pattern.compile("['’‘`ʼʿʾ]");
    private static final Pattern HYPHENS = Pattern.compile("\\p{Pd}");
    private static final Pattern STRAY_DIGITS = Pattern.compile("\\p{Nd}+");

    private NameText() {
    }

    /**
     * The ordinary normal form: presentation forms undone; direction marks, tatweel and vowel signs removed; the alefs, ya and alef maqsura, ta
     * marbuta and ha, hamza on its seats each one letter, a lone hamza none; Latin letters small and without marks; digits and signs out; one
     * blank between words.
     */
    public static String plain(String name) {
        return isPlainAlready(name) ? name : normalised(name);
    }

    /** True if nothing is left to do: most values are. */
    private static boolean isPlainAlready(String name) {
        boolean afterBlank = true;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean blank = c == ' ';
            boolean arabic = c >= 'ا' && c <= 'ي' && c != 'ة' && c != 'ى' && c != 'ـ' && !(c > 'غ' && c < 'ف');
            if (!arabic && !(c >= 'a' && c <= 'z') && (!blank || afterBlank)) {
                return false;
            }
            afterBlank = blank;
        }
        return !afterBlank;
    }

    private static String normalised(String name) {
        String text = INVISIBLE.matcher(Normalizer.normalize(name, Normalizer.Form.NFKC)).replaceAll("");
        var letters = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            letter(text.charAt(i), letters);
        }
        text = letters.toString();
        if (text.chars().anyMatch(c -> c < 0x0600 && c > 0x7F)) {
            text = LATIN_MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        }
        text = STRAY_DIGITS.matcher(HYPHENS.matcher(APOSTROPHES.matcher(text).replaceAll("")).replaceAll(" ")).replaceAll("");
        return BETWEEN_WORDS.matcher(text).replaceAll(" ").strip();
    }

    private static void letter(char c, StringBuilder to) {
        switch (c) {
            case 'أ', 'إ', 'آ', 'ٱ' -> to.append('ا');
            case 'ؤ' -> to.append('و');
            case 'ئ', 'ى', 'ی' -> to.append('ي');
            case 'ة', 'ۃ', 'ہ', 'ھ' -> to.append('ه');
            case 'ک' -> to.append('ك');
            case 'ء' -> { }
            case 'ß' -> to.append("ss");
            case 'ø', 'Ø' -> to.append('o');
            case 'ł', 'Ł' -> to.append('l');
            case 'ı', 'İ' -> to.append('i');
            default -> to.append(Character.toLowerCase(c));
        }
    }

    /** True if a text holds Arabic letters. */
    public static boolean isArabic(String text) {
        return text.chars().anyMatch(c -> c >= 0x0600 && c <= 0x06FF);
    }

    /**
     * Undoes the lam-alef inversion of lists taken out of a PDF, for a key: the ligature's letters come out in the wrong order (علاء becomes
     * عالء). Both spellings of a plain word get the same folded form, and so do a few pairs of different names (صالح and صلاح): equal before
     * folding must count for more than equal after it.
     */
    public static String folded(String plain) {
        if (plain.indexOf('ل') < 0) {
            return plain;
        }
        var result = new StringBuilder(plain.length());
        for (String word : plain.split(" ")) {
            String folded = word.replace("هللا", "الله");
            if (folded.endsWith("اهلل")) {
                folded = folded.substring(0, folded.length() - 4) + "الله";
            }
            result.append(result.isEmpty() ? "" : " ").append(folded.replace("لا", "ال"));
        }
        return result.toString();
    }
}
