package org.stele.statistics;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.stele.codebook.Codebook;
import org.stele.statistics.Answer.Row;
import org.stele.statistics.Answer.Value;
import org.stele.statistics.Dimension.Axis;

/** What a table says: each of its cells and totals, and the sums over each of its dimensions and all combinations of them. */
final class TableClaims {

    private final String name;
    private final Answer answer;
    private final List<Dimension> by;
    private final List<Claim> claims = new ArrayList<>();

    private TableClaims(Published.Table table) {
        this.name = table.name();
        this.answer = table.answer();
        this.by = answer.question().by();
    }

    static List<Claim> of(Published.Table table, Codebook codebook) {
        TableClaims all = new TableClaims(table);
        for (int i = 0; i < all.answer.totals().size(); i++) {
            all.add(i, List.of(), all.name + ", total", all.answer.totals().get(i), all.answer.question().period());
        }
        for (int kept = 0; kept < 1 << all.by.size(); kept++) {
            all.sums(kept, row -> true, all.answer.question().period(), "");
        }
        all.withoutMain();
        all.widerParties(new Responsibility(codebook));
        return all.claims;
    }

    /** The sums over those of a table's months that make up a period asked elsewhere; none if they do not make it up. */
    static List<Claim> of(Published.Table table, Period period) {
        TableClaims all = new TableClaims(table);
        int at = all.by.indexOf(Dimension.of(Axis.MONTH));
        Period whole = all.answer.question().period();
        LocalDate from = period.from();
        LocalDate to = period.to();
        if (at < 0 || from == null || to == null || from.getDayOfMonth() != 1 || !to.equals(YearMonth.from(to).atEndOfMonth())
                || period.equals(whole) || whole.from() == null || whole.to() == null || from.isBefore(whole.from()) || to.isAfter(whole.to())) {
            return List.of();
        }
        Predicate<Row> within = row -> {
            String code = row.key().get(at).code();
            return !code.equals(Dimension.UNKNOWN) && !YearMonth.parse(code).isBefore(YearMonth.from(from)) && !YearMonth.parse(code).isAfter(YearMonth.from(to));
        };
        for (int kept = 0; kept < 1 << all.by.size(); kept++) {
            if ((kept & 1 << at) == 0) {
                all.sums(kept, within, period, ", " + YearMonth.from(from) + " to " + YearMonth.from(to));
            }
        }
        return all.claims;
    }

    /** @param kept a bit for each dimension that is not added up */
    private void sums(int kept, Predicate<Row> rows, Period period, String what) {
        List<Integer> positions = new ArrayList<>();
        List<String> added = new ArrayList<>();
        for (int i = 0; i < by.size(); i++) {
            if ((kept & 1 << i) != 0) {
                positions.add(i);
            } else if (by.get(i).axis() == Axis.GROUP) {
                // Who belongs to two groups stands in two cells: these do not add up.
                return;
            } else {
                added.add(DimensionNames.fixed(by.get(i).axis()));
            }
        }
        if (by.isEmpty()) {
            return;
        }
        Map<List<Value>, long[]> sums = new HashMap<>();
        zeros(positions, 0, new ArrayList<>(), sums);
        for (Row row : answer.rows()) {
            if (rows.test(row)) {
                long[] sum = sums.computeIfAbsent(positions.stream().map(row.key()::get).toList(), key -> new long[answer.totals().size()]);
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += row.figures().get(i);
                }
            }
        }
        String suffix = what + (added.isEmpty() ? "" : ", added up over " + String.join(" and ", added));
        sums.forEach((key, figures) -> {
            List<Filter> cell = new ArrayList<>();
            for (int i = 0; i < key.size(); i++) {
                cell.add(new Filter(by.get(positions.get(i)), Set.of(key.get(i).code())));
            }
            String words = key.isEmpty() ? "" : ", " + String.join(", ", key.stream().map(Value::code).toList());
            for (int i = 0; i < figures.length; i++) {
                if (period.equals(answer.question().period()) || !MassacreToll.counts(answer.question().measures().get(i))) {
                    add(i, cell, name + words + suffix, figures[i], period);
                }
            }
        });
    }

    /** A cell that is printed as zero is a statement too. */
    private void zeros(List<Integer> positions, int at, List<Value> key, Map<List<Value>, long[]> sums) {
        if (at == positions.size()) {
            sums.put(List.copyOf(key), new long[answer.totals().size()]);
            return;
        }
        for (Value value : answer.axes().get(positions.get(at))) {
            key.add(value);
            zeros(positions, at + 1, key, sums);
            key.removeLast();
        }
    }

    /** The sub-categories of the other parties make up the other parties. */
    private void withoutMain() {
        if (!by.equals(List.of(Dimension.of(Axis.OTHER_PARTY)))) {
            return;
        }
        long[] sum = new long[answer.totals().size()];
        for (Row row : answer.rows()) {
            for (int i = 0; i < sum.length && !row.key().getFirst().code().equals(Responsibility.MAIN); i++) {
                sum[i] += row.figures().get(i);
            }
        }
        for (int i = 0; i < sum.length; i++) {
            add(i, List.of(new Filter(Dimension.of(Axis.PARTY), Set.of("other"))), name + ", sub-categories added up", sum[i], answer.question().period());
        }
    }

    /** The parts of parties make up the parties. */
    private void widerParties(Responsibility parties) {
        int at = IntStream.range(0, by.size()).filter(i -> by.get(i).axis() == Axis.PARTY).findFirst().orElse(-1);
        if (at < 0 || by.stream().anyMatch(dimension -> dimension.axis() == Axis.GROUP)) {
            return;
        }
        for (int level = 1; level < by.get(at).level(); level++) {
            int wider = level;
            Map<String, long[]> sums = new HashMap<>();
            answer.axes().get(at).forEach(value -> sums.put(parties.coarser(value.code(), wider), new long[answer.totals().size()]));
            for (Row row : answer.rows()) {
                long[] sum = sums.get(parties.coarser(row.key().get(at).code(), wider));
                for (int i = 0; sum != null && i < sum.length; i++) {
                    sum[i] += row.figures().get(i);
                }
            }
            sums.forEach((party, figures) -> IntStream.range(0, figures.length).forEach(i -> add(i, List.of(new Filter(new Dimension(Axis.PARTY, wider),
                    Set.of(party))), name + ", parts of " + party + " added up", figures[i], answer.question().period())));
        }
    }

    private void add(int measure, List<Filter> cell, String words, long value, Period period) {
        List<Filter> where = new ArrayList<>(answer.question().where());
        where.addAll(cell);
        Measure counted = answer.question().measures().get(measure);
        claims.add(new Claim(words + " (" + counted.code() + ")", new Question(List.of(counted), List.of(), where, period, answer.moment().at()), value));
    }
}
