package org.stele.places;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A gazetteer of given places. Immutable but for its memory of texts already matched: lists repeat them thousands of times. */
final class InMemoryGazetteer implements Gazetteer {

    /** About 20 MB at worst; beyond it the memory starts anew. */
    private static final int MEMORY = 100_000;

    /** Longer texts are accounts of something, not names of places. */
    private static final int LONGEST = 300;

    private final Collection<Place> places;
    private final Tree tree;
    private volatile @Nullable Matcher matcher;
    private final Map<Asked, Match> memory = new ConcurrentHashMap<>();

    private record Asked(String words, int level, @Nullable String within) {
    }

    InMemoryGazetteer(Collection<Place> places) {
        this.places = List.copyOf(places);
        this.tree = new Tree(places);
    }

    /** Made when the first text is matched: it takes a third of a second for a whole country, and counting needs none. */
    private Matcher matcher() {
        Matcher made = matcher;
        if (made == null) {
            made = new Matcher(tree, new Index(tree, places));
            matcher = made;
        }
        return made;
    }

    @Override
    public Optional<Place> place(String code) {
        return tree.place(code);
    }

    @Override
    public List<Place> level(int level) {
        return tree.level(level);
    }

    @Override
    public Optional<Place> above(String code, int level) {
        return tree.place(code).map(place -> tree.above(place, level));
    }

    @Override
    public List<Place> within(String code) {
        return tree.within(code);
    }

    @Override
    public Match match(String words, int level, @Nullable String within) {
        if (words.length() > LONGEST) {
            return new Match.Unmatched();
        }
        Asked asked = new Asked(words, level, within);
        Match known = memory.get(asked);
        if (known != null) {
            return known;
        }
        Match match = within == null ? matcher().match(words, level, null)
                : tree.place(within).map(place -> matcher().match(words, level, place)).orElse(new Match.Unmatched());
        if (memory.size() >= MEMORY) {
            memory.clear();
        }
        memory.put(asked, match);
        return match;
    }
}
