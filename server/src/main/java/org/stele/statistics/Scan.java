package org.stele.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Goes through the versions that were true after a change, chunk by chunk and field by field: chooses rows, finds each one's cell,
 * and marks the measures it counts for. Large tables are gone through by several threads; what they count is added up, so that
 * the result does not depend on who did what.
 */
final class Scan {

    /** From this many chunks on, another thread pays. */
    private static final int CHUNKS_PER_THREAD = 4;

    private final VersionTable.Rows rows;
    private final int change;
    private final int allMarks;
    private final Map<Field, boolean[]> conditions = new EnumMap<>(Field.class);
    private final List<Axis> steps = new ArrayList<>();
    private final Map<Field, int[]> restrictions = new EnumMap<>(Field.class);

    /** @param allMarks the marks each row begins with */
    Scan(VersionTable.Rows rows, int change, int allMarks) {
        this.rows = rows;
        this.change = change;
        this.allMarks = allMarks;
    }

    /** Chooses only rows whose code of this field is accepted, and by every other condition. */
    void only(Field field, boolean[] accepted) {
        conditions.merge(field, accepted, (one, other) -> {
            boolean[] both = new boolean[one.length];
            for (int code = 0; code < both.length; code++) {
                both[code] = one[code] && other[code];
            }
            return both;
        });
    }

    void by(Axis axis) {
        steps.add(axis);
    }

    /** Leaves a row only those of its marks that the table has for its code. */
    void restrict(Field field, int[] marks) {
        restrictions.merge(field, marks, (one, other) -> {
            int[] both = new int[one.length];
            Arrays.setAll(both, code -> one[code] & other[code]);
            return both;
        });
    }

    boolean restricts() {
        return !restrictions.isEmpty();
    }

    /** Takes the rows chosen in one chunk; the arrays are used again for the next. */
    interface Visitor {
        void take(VersionChunk chunk, int[] rows, int count, int[] cells, int[] marks);
    }

    /** Goes through all rows, with one visitor for each thread. */
    <V extends Visitor> List<V> run(Supplier<V> visitors) {
        int threads = Math.max(1, Math.min(Runtime.getRuntime().availableProcessors(), rows.chunks().length / CHUNKS_PER_THREAD));
        AtomicInteger next = new AtomicInteger();
        if (threads == 1) {
            return List.of(run(visitors.get(), next));
        }
        return IntStream.range(0, threads).parallel().mapToObj(thread -> run(visitors.get(), next)).toList();
    }

    private <V extends Visitor> V run(V visitor, AtomicInteger next) {
        int[] chosen = new int[VersionChunk.ROWS];
        int[] cells = new int[VersionChunk.ROWS];
        int[] marks = new int[VersionChunk.ROWS];
        for (int number = next.getAndIncrement(); number < rows.chunks().length; number = next.getAndIncrement()) {
            VersionChunk chunk = rows.chunks()[number];
            if (chunk.empty(change)) {
                continue;
            }
            int count = chunk.choose(change, rows.in(number), chosen);
            for (Map.Entry<Field, boolean[]> condition : conditions.entrySet()) {
                count = chunk.codes[condition.getKey().ordinal()].keep(condition.getValue(), chosen, count);
            }
            Arrays.fill(cells, 0, count, 0);
            for (Axis axis : steps) {
                chunk.codes[axis.field().ordinal()].add(axis.steps(), chosen, count, cells);
            }
            Arrays.fill(marks, 0, count, allMarks);
            for (Map.Entry<Field, int[]> restriction : restrictions.entrySet()) {
                chunk.codes[restriction.getKey().ordinal()].restrict(restriction.getValue(), chosen, count, marks);
            }
            visitor.take(chunk, chosen, count, cells, marks);
        }
        return visitor;
    }
}
