package org.stele.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.stele.codebook.Codebook;
import org.stele.language.Language;
import org.stele.statistics.Answer.Row;
import org.stele.statistics.Answer.Value;

/**
 * An answer for a terminal. One dimension goes down and the measures across; of two dimensions and one measure the second goes
 * across. Arabic words are isolated, so that a terminal which lays out both directions keeps the columns in place.
 */
final class PlainTable {

    /** More columns than this go down instead: a terminal is not wide. */
    private static final int MOST_COLUMNS = 16;

    private final Answer answer;
    private final Language language;
    private final Names names;

    private PlainTable(Answer answer, Codebook codebook, Language language) {
        this.answer = answer;
        this.language = language;
        this.names = new Names(codebook);
    }

    static String write(Answer answer, Codebook codebook, Language language) {
        PlainTable table = new PlainTable(answer, codebook, language);
        int dimensions = answer.question().by().size();
        boolean across = dimensions == 2 && answer.question().measures().size() == 1 && answer.axes().get(1).size() <= MOST_COLUMNS
                && answer.question().by().stream().noneMatch(dimension -> dimension.axis() == Dimension.Axis.GROUP);
        AlignedColumns columns = across ? table.across() : table.down();
        return columns + "\n" + table.scope(codebook);
    }

    private AlignedColumns across() {
        List<Dimension> by = answer.question().by();
        AlignedColumns columns = new AlignedColumns(1);
        List<String> header = new ArrayList<>(List.of(names.dimension(by.get(0)).in(language)));
        answer.axes().get(1).forEach(value -> header.add(value.label().in(language)));
        header.add(total());
        columns.add(header);
        columns.rule();
        Measure measure = answer.question().measures().getFirst();
        List<Long> sums = new ArrayList<>();
        answer.axes().get(1).forEach(value -> sums.add(0L));
        for (Value line : answer.axes().get(0)) {
            List<String> cells = new ArrayList<>(List.of(line.label().in(language)));
            long sum = 0;
            for (int i = 0; i < answer.axes().get(1).size(); i++) {
                long figure = answer.cell(measure, line.code(), answer.axes().get(1).get(i).code());
                cells.add(number(figure));
                sum += figure;
                sums.set(i, sums.get(i) + figure);
            }
            cells.add(number(sum));
            columns.add(cells);
        }
        columns.rule();
        List<String> last = new ArrayList<>(List.of(total()));
        sums.forEach(sum -> last.add(number(sum)));
        last.add(number(answer.totals().getFirst()));
        columns.add(last);
        return columns;
    }

    /** One dimension with its zeros; of more dimensions only what is counted. */
    private AlignedColumns down() {
        List<Dimension> by = answer.question().by();
        AlignedColumns columns = new AlignedColumns(by.size());
        List<String> header = new ArrayList<>();
        by.forEach(dimension -> header.add(names.dimension(dimension).in(language)));
        answer.question().measures().forEach(measure -> header.add(names.measure(measure).in(language)));
        columns.add(header);
        columns.rule();
        for (Row row : by.size() == 1 ? FullTable.rows(answer) : answer.rows()) {
            List<String> cells = new ArrayList<>();
            row.key().forEach(value -> cells.add(value.label().in(language)));
            row.figures().forEach(figure -> cells.add(number(figure)));
            columns.add(cells);
        }
        if (!by.isEmpty()) {
            columns.rule();
        }
        List<String> last = new ArrayList<>();
        by.forEach(dimension -> last.add(last.isEmpty() ? total() : ""));
        answer.totals().forEach(figure -> last.add(number(figure)));
        columns.add(last);
        return columns;
    }

    private String scope(Codebook codebook) {
        Period period = answer.question().period();
        String days = language == Language.AR ? "الفترة" : "Period";
        String asOf = language == Language.AR ? "كما كان معروفاً في" : "As of";
        String rules = language == Language.AR ? "دليل الترميز" : "Codebook";
        return "%s: %s – %s\n%s: %s\n%s: %s, %s\n".formatted(days, period.from() == null ? "…" : period.from(), period.to() == null ? "…" : period.to(),
                asOf, answer.moment().at(), rules, answer.codebook(), names.basis().in(language));
    }

    private String total() {
        return names.total().in(language);
    }

    private static String number(long figure) {
        return String.format(Locale.ROOT, "%,d", figure);
    }
}
