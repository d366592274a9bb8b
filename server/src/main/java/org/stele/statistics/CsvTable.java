package org.stele.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.stele.codebook.Codebook;
import org.stele.language.Language;

/** An answer as CSV: for each dimension a column of codes and one of names, then the measures, then the scope. */
final class CsvTable {

    private CsvTable() {
    }

    static String write(Answer answer, Codebook codebook, Language language) {
        QuestionSyntax syntax = new QuestionSyntax(codebook.placeLevels());
        CsvLines lines = new CsvLines();
        List<String> header = new ArrayList<>();
        for (Dimension dimension : answer.question().by()) {
            header.add(syntax.name(dimension));
            header.add(syntax.name(dimension) + "-name");
        }
        answer.question().measures().forEach(measure -> header.add(measure.code()));
        header.addAll(List.of("as-of", "change", "codebook", "date-basis", "place-basis"));
        lines.add(header);
        List<String> scope = List.of(answer.moment().at().toString(), Long.toString(answer.moment().change()), answer.codebook(),
                codebook.counting().dateBasis().name().toLowerCase(Locale.ROOT), codebook.counting().placeBasis().name().toLowerCase(Locale.ROOT));
        for (Answer.Row row : FullTable.rows(answer)) {
            List<String> cells = new ArrayList<>();
            for (Answer.Value value : row.key()) {
                cells.add(value.code());
                cells.add(value.label().in(language));
            }
            row.figures().forEach(figure -> cells.add(Long.toString(figure)));
            cells.addAll(scope);
            lines.add(cells);
        }
        return lines.toString();
    }
}
