package org.stele.statistics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.stele.codebook.CountingRules.DateBasis;

/**
 * A question made ready to be counted: which codes of each field it accepts, and where on its axes each code falls. The same for
 * victims and incidents, whose fields share their dictionaries.
 */
final class Asked {

    private final Loaded loaded;
    private final @Nullable LocalDate periodEnd;
    private final Meanings meanings;
    private final Map<Field, boolean[]> accepted = new EnumMap<>(Field.class);
    private final List<Axis> axes = new ArrayList<>();
    private final int cells;

    Asked(Question question, Loaded loaded, Meanings meanings) {
        this.loaded = loaded;
        this.periodEnd = question.period().to();
        this.meanings = meanings;
        period(question.period());
        question.where().forEach(this::filter);
        long size = 1;
        for (Dimension dimension : question.by().reversed()) {
            Axis axis = axis(question, dimension, Math.toIntExact(size));
            axes.addFirst(axis);
            size *= Math.max(1, axis.lines().size());
            if (size > Integer.MAX_VALUE) {
                throw new IllegalArgumentException("This table would have more than two thousand million cells: ask a shorter period or wider places");
            }
        }
        this.cells = (int) size;
    }

    List<Axis> axes() {
        return axes;
    }

    int cells() {
        return cells;
    }

    /** Last day of the period; absent where it is open. */
    @Nullable LocalDate periodEnd() {
        return periodEnd;
    }

    Interpretation interpretation() {
        return meanings.interpretation();
    }

    /** The field by whose date the codebook counts: the date a victim or incident falls into a period by. */
    Field dateField() {
        return interpretation().codebook().counting().dateBasis() == DateBasis.DOCUMENTATION ? Field.DAY : Field.DEATH;
    }

    /** The codes of a field that pass period and filters; absent where all do. */
    boolean @Nullable [] accepted(Field field) {
        return accepted.get(field);
    }

    boolean accepts(Field field, int code) {
        boolean[] codes = accepted.get(field);
        return codes == null || codes[code];
    }

    Dictionary.Values values(Field field) {
        Dictionary.Values values = loaded.values().get(field);
        if (values == null) {
            throw new IllegalStateException("No dictionary of " + field);
        }
        return values;
    }

    private void accept(Field field, IntPredicate rule) {
        boolean[] codes = accepted.computeIfAbsent(field, first -> {
            boolean[] all = new boolean[values(first).size()];
            Arrays.fill(all, true);
            return all;
        });
        for (int code = 0; code < codes.length; code++) {
            codes[code] = codes[code] && rule.test(code);
        }
    }

    /** What is known to a range counts in a period that holds the whole range; what is unknown, only where no period is asked. */
    private void period(Period period) {
        if (period.equals(Period.EVER)) {
            return;
        }
        Field field = dateField();
        Dictionary.Values values = values(field);
        accept(field, code -> values.all()[code] instanceof Field.Span(LocalDate first, LocalDate last)
                ? within(period, first) && within(period, last) : within(period, (LocalDate) values.all()[code]));
    }

    private static boolean within(Period period, @Nullable LocalDate day) {
        return day != null && (period.from() == null || !day.isBefore(period.from())) && (period.to() == null || !day.isAfter(period.to()));
    }

    private void filter(Filter filter) {
        Meaning meaning = meanings.of(filter.dimension(), loaded);
        boolean[] wanted = new boolean[meaning.values().size()];
        for (int value = 0; value < wanted.length; value++) {
            wanted[value] = filter.values().contains(meaning.values().get(value));
        }
        accept(Interpretation.field(filter.dimension().axis()), code -> Arrays.stream(meaning.of()[code]).anyMatch(value -> wanted[value]));
    }

    private Axis axis(Question question, Dimension dimension, int stride) {
        Meaning meaning = meanings.of(dimension, loaded);
        Field field = Interpretation.field(dimension.axis());
        int size = values(field).size();
        boolean[] met = new boolean[meaning.values().size()];
        for (int code = 0; code < size; code++) {
            if (accepts(field, code)) {
                for (int value : meaning.of()[code]) {
                    met[value] = true;
                }
            }
        }
        Set<String> values = new HashSet<>();
        for (int value = 0; value < met.length; value++) {
            if (met[value]) {
                values.add(meaning.values().get(value));
            }
        }
        List<PrintOrder.Line> lines = new ArrayList<>(PrintOrder.of(dimension, interpretation().codebook(), interpretation().places(), question.period(), values));
        boolean many = dimension.axis() == Dimension.Axis.GROUP;
        question.where().stream().filter(filter -> filter.dimension().equals(dimension))
                .forEach(filter -> lines.removeIf(line -> !filter.values().contains(line.value().code()) && !(many && values.contains(line.value().code()))));
        return new Axis(dimension, lines, stride, field, meaning, size);
    }
}
