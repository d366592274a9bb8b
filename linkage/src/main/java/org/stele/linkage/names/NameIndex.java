package org.stele.linkage.names;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds people by a name in any spelling, Arabic or Latin, whole or in part. Names are found by the skeletons of their words, the rare words
 * first, and then ranked by how well the words agree. It does not change once built; safe for use by several threads.
 */
public final class NameIndex {

    /** Names that are ranked word by word. */
    private static final int RANKED = 400;
    /** A word more frequent than this only adds to names found by rarer ones, if there are any. */
    private static final int FREQUENT = 20_000;

    /** A name found: its position in the list that the index was made of, and how well it agrees, 0 to 1. */
    public record Match(int name, double similarity) { }

    private final int[][] words;
    private final List<WordForms> forms = new ArrayList<>();
    private final Map<String, int[]> namesBySkeleton = new HashMap<>();

    private NameIndex(List<String> names) {
        Map<String, Integer> numbers = new HashMap<>();
        Map<String, List<Integer>> found = new HashMap<>();
        words = new int[names.size()][];
        for (int name = 0; name < words.length; name++) {
            PersonName parsed = PersonName.parse(names.get(name));
            List<String> all = new ArrayList<>(parsed.chain());
            parsed.aliases().forEach(alias -> all.addAll(List.of(alias.split(" "))));
            words[name] = new int[all.size()];
            for (int i = 0; i < all.size(); i++) {
                int number = numbers.computeIfAbsent(all.get(i), word -> {
                    forms.add(WordForms.of(word));
                    return forms.size() - 1;
                });
                words[name][i] = number;
                List<Integer> postings = found.computeIfAbsent(forms.get(number).loose(), skeleton -> new ArrayList<>());
                if (postings.isEmpty() || postings.getLast() != name) {
                    postings.add(name);
                }
            }
        }
        found.forEach((skeleton, postings) -> namesBySkeleton.put(skeleton, postings.stream().mapToInt(Integer::intValue).toArray()));
    }

    public static NameIndex of(List<String> names) {
        return new NameIndex(names);
    }

    /** The names that agree best, best first; names that agree equally well stay in their order. */
    public List<Match> find(String written, int most) {
        PersonName parsed = PersonName.parse(written);
        List<WordForms> query = parsed.chain().stream().map(WordForms::of).toList();
        Map<Integer, Double> sums = new HashMap<>();
        List<int[]> postings = query.stream().map(word -> namesBySkeleton.getOrDefault(word.loose(), new int[0]))
                .sorted(Comparator.comparingInt((int[] names) -> names.length)).toList();
        for (int[] names : postings) {
            double rarity = Math.log((words.length + 1.0) / (names.length + 0.5));
            boolean onlyAdds = names.length > FREQUENT && !sums.isEmpty();
            for (int name : names) {
                if (onlyAdds) {
                    sums.computeIfPresent(name, (key, sum) -> sum + rarity);
                } else {
                    sums.merge(name, rarity, Double::sum);
                }
            }
        }
        return sums.entrySet().stream()
                .sorted(Map.Entry.<Integer, Double>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey())).limit(RANKED)
                .map(entry -> new Match(entry.getKey(), similarity(query, words[entry.getKey()])))
                .sorted(Comparator.comparingDouble(Match::similarity).reversed().thenComparingInt(Match::name)).limit(most).toList();
    }

    /** Each word of the query with its best partner in the name, none twice; words left over on either side cost a little. */
    private double similarity(List<WordForms> query, int[] name) {
        boolean[] taken = new boolean[name.length];
        double sum = 0;
        int last = -1;
        for (WordForms word : query) {
            int best = -1;
            double most = 0;
            for (int i = 0; i < name.length; i++) {
                double similarity = taken[i] ? 0 : word.similarity(forms.get(name[i]));
                // Of equally good partners the one behind the last keeps the order.
                if (similarity > most || similarity == most && best >= 0 && best < last && i > last) {
                    most = similarity;
                    best = i;
                }
            }
            if (best >= 0) {
                taken[best] = true;
                sum += best > last ? most : most * 0.95;
                last = best;
            }
        }
        int longer = Math.max(query.size(), name.length);
        return longer == 0 ? 0 : sum / query.size() * (0.8 + 0.2 * Math.min(query.size(), name.length) / longer);
    }
}
