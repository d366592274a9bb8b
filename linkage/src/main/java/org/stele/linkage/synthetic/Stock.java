package org.stele.linkage.synthetic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** A stock of names, some frequent and most rare. Beyond a few common ones they are made from roots and patterns, so both scripts are known. */
final class Stock {

    /** A name's word in both scripts. */
    record Word(String arabic, String latin) { }

    private static final String[] MEN = {"محمد Muhammad", "احمد Ahmad", "محمود Mahmoud", "علي Ali", "عمر Omar", "خالد Khaled", "حسن Hassan", "حسين Hussein", "يوسف Yousef",
            "ابراهيم Ibrahim", "مصطفى Mustafa", "عبدالله Abdullah", "عبدالرحمن Abdulrahman", "صلاح Salah", "علاء Alaa", "بلال Bilal", "اسلام Islam", "سلامة Salama",
            "صالح Saleh", "نورالدين Noureddin", "عبدالكريم Abdulkarim", "مؤمن Mumin", "وائل Wael", "إياد Iyad", "أيمن Ayman", "موسى Mousa", "عيسى Issa", "يحيى Yahya"};
    private static final String[] WOMEN = {"مريم Maryam", "فاطمة Fatima", "عائشة Aisha", "آية Aya", "منى Muna", "سلمى Salma", "هبة Hiba", "ولاء Walaa", "آلاء Alaa", "إسراء Israa",
            "نور Nour", "رؤى Roua", "هدى Huda", "لينا Lina", "ليلى Layla", "أسماء Asmaa"};
    private static final String ROOT_LETTERS = "بتجحخدرزسشصضطغفقكلمن";
    private static final String[] ROOT_LATIN = {"b", "t", "j", "h", "kh", "d", "r", "z", "s", "sh", "s", "d", "t", "gh", "f", "q", "k", "l", "m", "n"};

    private final List<Word> words;
    private final double[] upTo;

    private Stock(List<Word> words, double[] shares) {
        this.words = words;
        upTo = new double[shares.length];
        double all = Arrays.stream(shares).sum();
        double sum = 0;
        for (int i = 0; i < shares.length; i++) {
            sum += shares[i] / all;
            upTo[i] = sum;
        }
    }

    /** One man of seven has the first name, one of thirteen the second; two people of one sex agree in about 3 of 100 cases. */
    static Stock men(SplittableRandom random) {
        return of(given(MEN), 1000, new String[] {"1ا23:1a2e3", "12ي3:1a2i3", "12ا3:1a22a3", "م12و3:ma12u3", "ا123:a12a3", "123ان:1a23an"}, random, new double[] {0.15, 0.078, 0.04}, 0.8);
    }

    static Stock women(SplittableRandom random) {
        return of(given(WOMEN), 520, new String[] {"1ا23ة:1a2i3a", "12ي3ة:1a2i3a", "12ا3:1a2a3", "12و3:1u2u3", "123ى:1a23a"}, random, new double[] {0.045, 0.045}, 0.7);
    }

    /** The most frequent of some 2,400 has one person of a hundred. */
    static Stock families(SplittableRandom random) {
        return of(List.of(new Word("النجار", "al-Najjar"), new Word("أبو زيد", "Abu Zaid"), new Word("أبو شاهين", "Abu Shahin"), new Word("الاسطل", "al-Astal")), 2430,
                new String[] {"ال12ا3:al-1a22a3", "12ي3:1u2ay3", "ال123ي:al-1a2a3i", "أبو 12ي3:Abu 1a2i3", "1ا23:1a2e3", "ال1ا23:al-1a2e3", "12و3:1a2u3", "ال12ي3ي:al-1a2i3i", "1و2123:1o21i3"},
                random, new double[] {0.011}, 0.62);
    }

    private static List<Word> given(String[] pairs) {
        return Arrays.stream(pairs).map(pair -> new Word(pair.split(" ")[0], pair.split(" ")[1])).toList();
    }

    private static Stock of(List<Word> common, int size, String[] patterns, SplittableRandom random, double[] first, double exponent) {
        Map<String, Word> words = new LinkedHashMap<>();
        common.forEach(word -> words.put(word.arabic, word));
        while (words.size() < size) {
            String[] pattern = patterns[random.nextInt(patterns.length)].split(":");
            int[] root = random.ints(3, 0, ROOT_LETTERS.length()).toArray();
            if (root[0] != root[1] && root[1] != root[2]) {
                Word word = new Word(filled(pattern[0], root, true), filled(pattern[1], root, false));
                words.putIfAbsent(word.arabic, word);
            }
        }
        double[] shares = new double[size];
        double rest = 1 - Arrays.stream(first).sum();
        double norm = 0;
        for (int i = first.length; i < size; i++) {
            norm += Math.pow(i + 4, -exponent);
        }
        for (int i = 0; i < size; i++) {
            shares[i] = i < first.length ? first[i] : rest * Math.pow(i + 4, -exponent) / norm;
        }
        return new Stock(new ArrayList<>(words.values()), shares);
    }

    private static String filled(String pattern, int[] root, boolean arabic) {
        var word = new StringBuilder();
        for (char c : pattern.toCharArray()) {
            if (c >= '1' && c <= '3') {
                int letter = root[c - '1'];
                word.append(arabic ? String.valueOf(ROOT_LETTERS.charAt(letter)) : ROOT_LATIN[letter]);
            } else {
                word.append(c);
            }
        }
        return word.toString();
    }

    List<Word> words() {
        return words;
    }

    /** A name by its frequency. */
    Word draw(SplittableRandom random) {
        int at = Arrays.binarySearch(upTo, random.nextDouble());
        return words.get(Math.min(words.size() - 1, at < 0 ? -at - 1 : at));
    }
}
