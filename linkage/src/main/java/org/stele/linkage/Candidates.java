package org.stele.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * The pairs that any rule makes, each once: by the first rule that makes it, and there in the first block both rows share. Records of one
 * clean source are never paired. The work is cut into pieces whose bounds depend on the data alone, so any number of threads gives the same.
 */
final class Candidates {

    /** Pairs of a piece, about. */
    private static final long PIECE = 1 << 19;

    /** Takes a row (or its position) with all it is to be compared with, in {@code others[0, count)}, which it may overwrite. */
    interface Taker {
        void take(int row, int[] others, int count);
    }

    /** Rows {@code from} to {@code to} (of those of the blocks) of some blocks of one rule, each against those behind it. */
    record Piece(int rule, int firstBlock, int lastBlock, int from, int to) { }

    final List<Blocks> rules;
    private final int[] source;
    private final boolean[] clean;

    Candidates(Records records, List<BlockingRule> rules, Set<String> cleanSources) {
        this.rules = rules.parallelStream().map(rule -> Blocks.of(records, rule)).toList();
        this.source = records.source().codes();
        String[] sources = records.source().values();
        this.clean = new boolean[sources.length];
        for (int i = 0; i < sources.length; i++) {
            clean[i] = cleanSources.contains(sources[i]);
        }
    }

    /** True if a source, by its code, is known to hold nobody twice. */
    boolean clean(int source) {
        return clean[source];
    }

    /** How many pairs of records there are that may be linked at all. */
    double possible() {
        long[] counts = new long[clean.length];
        for (int s : source) {
            counts[s]++;
        }
        double pairs = source.length * (source.length - 1.0) / 2;
        for (int s = 0; s < counts.length; s++) {
            pairs -= clean[s] ? counts[s] * (counts[s] - 1.0) / 2 : 0;
        }
        return pairs;
    }

    boolean allowed(int a, int b) {
        return source[a] != source[b] || !clean[source[a]];
    }

    List<Piece> pieces(int rule) {
        Blocks blocks = rules.get(rule);
        var pieces = new ArrayList<Piece>();
        int block = 0;
        while (block < blocks.count()) {
            long pairs = 0;
            int first = block;
            while (block < blocks.count() && pairs + pairs(blocks.size(block)) <= PIECE) {
                pairs += pairs(blocks.size(block++));
            }
            if (block > first) {
                pieces.add(new Piece(rule, first, block - 1, 0, Integer.MAX_VALUE));
            } else {
                cut(rule, block, blocks.size(block), pieces);
                block++;
            }
        }
        return pieces;
    }

    List<Piece> pieces() {
        var all = new ArrayList<Piece>();
        for (int rule = 0; rule < rules.size(); rule++) {
            all.addAll(pieces(rule));
        }
        return all;
    }

    private static void cut(int rule, int block, int size, List<Piece> pieces) {
        int from = 0;
        while (from < size - 1) {
            int to = from;
            long pairs = 0;
            while (to < size - 1 && (pairs == 0 || pairs + size - 1 - to <= PIECE)) {
                pairs += size - 1 - to++;
            }
            pieces.add(new Piece(rule, block, block, from, to));
            from = to;
        }
    }

    /** How many pairs a rule makes, those of earlier rules included. */
    long pairs(int rule, int threads) {
        Blocks blocks = rules.get(rule);
        long[] pairs = new long[1];
        boolean anyClean = false;
        for (boolean c : clean) {
            anyClean |= c;
        }
        if (!anyClean && blocks.blocksOf.length == 0) {
            for (int block = 0; block < blocks.count(); block++) {
                pairs[0] += pairs(blocks.size(block));
            }
            return pairs[0];
        }
        List<Piece> pieces = pieces(rule);
        Pieces.run(pieces.size(), threads, at -> {
            long[] count = new long[1];
            each(pieces.get(at), false, (row, others, n) -> count[0] += n);
            return count[0];
        }, (at, count) -> pairs[0] += count);
        return pairs[0];
    }

    private static long pairs(int size) {
        return (long) size * (size - 1) / 2;
    }

    /** Goes through a piece by rows. With {@code onlyNew} false, pairs of earlier rules are given again (estimation wants a rule's own pairs). */
    void each(Piece piece, boolean onlyNew, Taker taker) {
        int[] rows = rules.get(piece.rule).rows;
        eachPosition(piece, (position, others, count) -> {
            int row = rows[position];
            int left = rows(piece.rule, others, count);
            left = onlyNew ? onlyNew(piece.rule, row, others, left) : left;
            if (left > 0) {
                taker.take(row, others, left);
            }
        });
    }

    /** Makes rows of positions, in place. */
    int rows(int rule, int[] positions, int count) {
        int[] rows = rules.get(rule).rows;
        for (int i = 0; i < count; i++) {
            positions[i] = rows[positions[i]];
        }
        return count;
    }

    /** Goes through a piece by positions in the rule's blocks, where the rows of a block stand together; pairs of earlier rules are included. */
    void eachPosition(Piece piece, Taker taker) {
        Blocks blocks = rules.get(piece.rule);
        int[] others = new int[1024];
        for (int block = piece.firstBlock; block <= piece.lastBlock; block++) {
            int start = blocks.starts[block];
            int size = blocks.size(block);
            if (others.length < size) {
                others = new int[Math.max(size, others.length * 2)];
            }
            int to = Math.min(piece.to, size - 1);
            for (int i = piece.from; i < to; i++) {
                int count = allowed(blocks.rows, start + i, start + size, others);
                if (blocks.blocksOf.length > 0) {
                    count = firstShared(blocks, block, start + i, others, count);
                }
                if (count > 0) {
                    taker.take(start + i, others, count);
                }
            }
        }
    }

    /** Keeps in {@code others[0, count)} the rows that no earlier rule pairs with this one; returns how many. */
    int onlyNew(int rule, int row, int[] others, int count) {
        int left = count;
        for (int earlier = 0; earlier < rule && left > 0; earlier++) {
            left = notOf(rules.get(earlier), row, others, left);
        }
        return left;
    }

    private int allowed(int[] rows, int position, int to, int[] others) {
        int own = source[rows[position]];
        int count = 0;
        if (!clean[own]) {
            for (int other = position + 1; other < to; other++) {
                others[count++] = other;
            }
            return count;
        }
        for (int other = position + 1; other < to; other++) {
            others[count] = other;
            count += source[rows[other]] != own ? 1 : 0;
        }
        return count;
    }

    private static int firstShared(Blocks blocks, int block, int position, int[] others, int count) {
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (blocks.shared(blocks.rows[position], blocks.rows[others[i]]) == block) {
                others[kept++] = others[i];
            }
        }
        return kept;
    }

    private static int notOf(Blocks earlier, int row, int[] others, int count) {
        int kept = 0;
        if (earlier.blocksOf.length == 0) {
            int[] blockOf = earlier.blockOf;
            int own = blockOf[row];
            if (own < 0) {
                return count;
            }
            for (int i = 0; i < count; i++) {
                int other = others[i];
                others[kept] = other;
                kept += blockOf[other] != own ? 1 : 0;
            }
            return kept;
        }
        if (earlier.blocksOf[row].length == 0) {
            return count;
        }
        for (int i = 0; i < count; i++) {
            if (earlier.shared(row, others[i]) < 0) {
                others[kept++] = others[i];
            }
        }
        return kept;
    }

    /** How many pairs each rule adds to those before it. */
    long[] counts(int threads) {
        List<Piece> pieces = pieces();
        long[] counts = new long[rules.size()];
        Pieces.run(pieces.size(), threads, at -> {
            long[] count = new long[1];
            each(pieces.get(at), true, (row, others, n) -> count[0] += n);
            return count[0];
        }, (at, count) -> counts[pieces.get(at).rule] += count);
        return counts;
    }

    @Override
    public String toString() {
        return Arrays.toString(rules.stream().map(blocks -> blocks.rule.toString()).toArray());
    }
}
