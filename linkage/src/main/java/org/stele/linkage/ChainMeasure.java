package org.stele.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.stele.linkage.names.NameText;
import org.stele.linkage.names.PersonName;
import org.stele.linkage.names.Skeleton;

/**
 * Whole names as written, by their best alignment: parts may be missing, run together or taken apart, in another order, or spelt otherwise, also
 * in the other script. Levels: equal; the same letters (folded, blanks aside); the same parts in another order; the same but for missing
 * parts; every part alike; first and last alike; other. For lists whose names cannot be cut into fields; where they can, comparing the fields
 * and their frequencies says more.
 */
public final class ChainMeasure implements Measure {

    private static final int LETTERS = 1;
    private static final int ORDER = 2;
    private static final int MISSING = 3;
    private static final int ALIKE = 4;
    private static final int ENDS = 5;
    private static final int OTHER = 6;
    private static final double SIMILAR = 0.85;
    private static final double SIMILAR_AS_A_WHOLE = 0.95;

    @Override
    public List<String> levels() {
        return List.of("equal", "same letters", "another order", "parts missing", "every part alike", "first and last alike", "other");
    }

    @Override
    public Agreement over(String[] values) {
        var words = new Words();
        int[][] chains = new int[values.length][];
        char[][] joined = new char[values.length][];
        for (int i = 0; i < values.length; i++) {
            chains[i] = PersonName.parse(values[i]).chain().stream().mapToInt(words::number).toArray();
            joined[i] = Arrays.stream(chains[i]).mapToObj(words.folded::get).reduce("", String::concat).toCharArray();
        }
        return (a, b) -> level(words, chains[a], chains[b], joined[a], joined[b]);
    }

    private static int level(Words words, int[] a, int[] b, char[] joinedA, char[] joinedB) {
        if (a.length == 0 || b.length == 0) {
            return OTHER;
        }
        if (Arrays.equals(joinedA, joinedB)) {
            return LETTERS;
        }
        int[] fewer = a.length <= b.length ? a : b;
        int[] more = fewer == a ? b : a;
        if (fewer.length == more.length && fewer.length > 1 && sameInAnyOrder(words, fewer, more)) {
            return ORDER;
        }
        if (fewer.length > 1 && fewer.length < more.length && aligned(words, fewer, more, true)) {
            return MISSING;
        }
        if (fewer.length > 1 && aligned(words, fewer, more, false) || JaroWinkler.of(joinedA, joinedB) >= SIMILAR_AS_A_WHOLE) {
            return ALIKE;
        }
        return fewer.length > 1 && words.alike(a[0], b[0]) && words.alike(a[a.length - 1], b[b.length - 1]) ? ENDS : OTHER;
    }

    private static boolean sameInAnyOrder(Words words, int[] a, int[] b) {
        int[] x = Arrays.stream(a).map(words::same).sorted().toArray();
        int[] y = Arrays.stream(b).map(words::same).sorted().toArray();
        return Arrays.equals(x, y);
    }

    /** True if each of the fewer parts has its partner among the more, in order, the first with the first. */
    private static boolean aligned(Words words, int[] fewer, int[] more, boolean exactly) {
        int at = 0;
        for (int i = 0; i < more.length && at < fewer.length; i++) {
            boolean partner = exactly ? words.same(fewer[at]) == words.same(more[i]) : words.alike(fewer[at], more[i]);
            if (partner) {
                at++;
            } else if (i == 0) {
                return false;
            }
        }
        return at == fewer.length;
    }

    /** The distinct words of all names, in the forms by which they are compared. */
    private static final class Words {

        private final Map<String, Integer> numbers = new HashMap<>();
        private final Map<String, Integer> foldedNumbers = new HashMap<>();
        private final ArrayList<String> folded = new ArrayList<>();
        private final ArrayList<String> strict = new ArrayList<>();
        /** Short vowels are written in Latin and not in Arabic, so across the scripts only this one can be compared. */
        private final ArrayList<String> loose = new ArrayList<>();
        private final IntList arabic = new IntList();
        private final ArrayList<char[]> letters = new ArrayList<>();
        private final IntList same = new IntList();

        private int number(String word) {
            return numbers.computeIfAbsent(word, w -> {
                folded.add(NameText.folded(w));
                strict.add(Skeleton.strict(w));
                loose.add(Skeleton.loose(w));
                arabic.add(NameText.isArabic(w) ? 1 : 0);
                letters.add(w.toCharArray());
                same.add(foldedNumbers.computeIfAbsent(folded.getLast(), f -> foldedNumbers.size()));
                return letters.size() - 1;
            });
        }

        /** The same number for words that are the same when folded. */
        private int same(int word) {
            return same.get(word);
        }

        private boolean alike(int a, int b) {
            return same(a) == same(b) || JaroWinkler.of(letters.get(a), letters.get(b)) >= SIMILAR || (arabic.get(a) == arabic.get(b) ? shared(strict, a, b) : shared(loose, a, b));
        }

        private static boolean shared(List<String> skeletons, int a, int b) {
            return !skeletons.get(a).isEmpty() && skeletons.get(a).equals(skeletons.get(b));
        }
    }
}
