package org.stele.linkage.synthetic;

import java.util.SplittableRandom;

/** How names come out differently: habits of writing, damage by extraction, slips of single letters, and transliteration. */
final class Spelling {

    private static final String ARABIC = "ابتجحخدرسصعفقكلمنهوي";
    private static final String LATIN = "abdefhiklmnorstuy";

    private Spelling() {
    }

    /** Hamza, ta marbuta, alef maqsura written or not, each by the toss of a coin of that weight. */
    static String habits(String arabic, double rate, SplittableRandom random) {
        var text = new StringBuilder(arabic.length());
        for (int i = 0; i < arabic.length(); i++) {
            char c = arabic.charAt(i);
            boolean changes = random.nextDouble() < rate;
            text.append(!changes ? String.valueOf(c) : switch (c) {
                case 'أ', 'إ', 'آ' -> "ا";
                case 'ة' -> "ه";
                case 'ى' -> "ي";
                case 'ؤ' -> "و";
                case 'ئ' -> "ي";
                case 'ء' -> "";
                case 'ا' -> i == 0 && !arabic.startsWith("ال") ? "أ" : "ا";
                case 'ي' -> i == arabic.length() - 1 ? "ى" : "ي";
                default -> String.valueOf(c);
            });
        }
        return text.isEmpty() ? arabic : text.toString();
    }

    /** Compounds taken apart or joined. */
    static String compounds(String arabic, boolean joined) {
        if (joined) {
            return arabic.replace("أبو ", "أبو");
        }
        return arabic.startsWith("عبدال") ? "عبد " + arabic.substring(3) : arabic.endsWith("الدين") && arabic.length() > 5 ? arabic.substring(0, arabic.length() - 5) + " الدين" : arabic;
    }

    /** What a PDF does to lam-alef and to the name of God. */
    static String inverted(String arabic) {
        return arabic.replace("الله", "هللا").replace("لا", "ال");
    }

    /** Swaps, drops, doubles or replaces a letter, once to twice. */
    static String slip(String word, SplittableRandom random) {
        String result = word;
        for (int i = random.nextInt(4) == 0 ? 2 : 1; i > 0 && result.length() > 2; i--) {
            int at = random.nextInt(result.length() - 1);
            String letters = result.charAt(at) > 0x500 ? ARABIC : LATIN;
            String letter = String.valueOf(letters.charAt(random.nextInt(letters.length())));
            result = switch (random.nextInt(6)) {
                case 0 -> result.substring(0, at) + result.charAt(at + 1) + result.charAt(at) + result.substring(at + 2);
                case 1 -> result.substring(0, at) + result.substring(at + 1);
                case 2 -> result.substring(0, at) + result.charAt(at) + result.substring(at);
                case 3 -> result.substring(0, result.length() - 1);
                default -> result.substring(0, at) + letter + result.substring(at + 1);
            };
        }
        return result;
    }

    /** One of the ways a word is written in Latin letters. */
    static String latin(String base, SplittableRandom random) {
        String word = base;
        word = either(word, "ou", "u", random);
        word = either(word, "u", "o", random);
        word = either(word, "ee", "i", random);
        word = random.nextInt(4) == 0 ? either(word, "i", "ee", random) : word;
        word = either(word, "q", "k", random);
        word = either(word, "ay", "ai", random);
        word = either(word, "aa", "a", random);
        word = random.nextInt(4) == 0 ? either(word, "j", "g", random) : word;
        word = random.nextBoolean() ? word.replaceAll("([b-df-hj-np-tv-z])\\1", "$1") : word;
        word = random.nextInt(5) == 0 && word.endsWith("a") ? word + "h" : word;
        word = switch (random.nextInt(4)) {
            case 0 -> word.replace("al-", "Al ");
            case 1 -> word.replace("al-", "el-");
            case 2 -> word.replace("al-", "Al");
            default -> word;
        };
        return random.nextInt(3) == 0 ? word.replace("e", "i") : word;
    }

    private static String either(String word, String from, String to, SplittableRandom random) {
        return random.nextBoolean() ? word.replace(from, to) : word;
    }
}
