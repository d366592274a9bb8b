package org.stele.statistics;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.stele.codebook.Codebook;
import org.stele.codebook.CountingRules.DateBasis;
import org.stele.codebook.CountingRules.PlaceBasis;
import org.stele.language.Language;

/**
 * An answer in the Humanitarian Exchange Language: a row of headers, a row of hashtags, then one row for each cell. Zero is 0; a
 * place or date that is not known is an empty code beside a name that says so, so that the column sums stay whole.
 */
final class HxlTable {

    private final Answer answer;
    private final Codebook codebook;
    private final Language language;
    private final Names names;

    private HxlTable(Answer answer, Codebook codebook, Language language) {
        this.answer = answer;
        this.codebook = codebook;
        this.language = language;
        this.names = new Names(codebook);
    }

    static String write(Answer answer, Codebook codebook, Language language) {
        return new HxlTable(answer, codebook, language).write();
    }

    /** One column: its header and its hashtag. */
    private record Column(String header, String tag) {
    }

    private String write() {
        List<Column> columns = new ArrayList<>(List.of(new Column("Start", "#date+start"), new Column("End", "#date+end")));
        answer.question().by().forEach(dimension -> columns.addAll(columns(dimension)));
        answer.question().measures().forEach(measure -> columns.add(new Column(names.measure(measure).in(language), tag(measure))));
        columns.addAll(List.of(new Column("Basis of place", "#meta+basis"), new Column("Basis of date", "#meta+basis+date"), new Column("Codebook", "#meta+codebook"),
                new Column("As of", "#meta+snapshot"), new Column("Question", "#meta+id")));
        CsvLines lines = new CsvLines();
        lines.add(columns.stream().map(Column::header).toList());
        lines.add(columns.stream().map(Column::tag).toList());
        List<String> scope = List.of(codebook.counting().placeBasis() == PlaceBasis.DEATH ? "death" : "origin",
                codebook.counting().dateBasis().name().toLowerCase(Locale.ROOT), answer.codebook(),
                answer.moment().at().toString(), new QuestionSyntax(codebook.placeLevels()).query(answer.question()));
        for (Answer.Row row : FullTable.rows(answer)) {
            List<String> cells = new ArrayList<>(dates(row));
            for (int i = 0; i < row.key().size(); i++) {
                cells.addAll(cells(answer.question().by().get(i), row.key().get(i)));
            }
            row.figures().forEach(figure -> cells.add(Long.toString(figure)));
            cells.addAll(scope);
            lines.add(cells);
        }
        return lines.toString();
    }

    private List<Column> columns(Dimension dimension) {
        String name = names.dimension(dimension).in(language);
        if (startsAndEnds(dimension.axis())) {
            return List.of();
        }
        return switch (dimension.axis()) {
            case DEATH_PLACE -> place(name, "#adm" + dimension.level());
            case ORIGIN -> place(name, "#adm" + dimension.level() + "+origin");
            case DAY, MONTH, YEAR -> List.of(new Column(name, "#date+reported"));
            case DEATH_DAY, DEATH_MONTH, DEATH_YEAR -> List.of(new Column(name, "#date+occurred"));
            default -> {
                String tag = switch (dimension.axis()) {
                    case PARTY -> "#group+perpetrator";
                    case OTHER_PARTY -> "#group+perpetrator+other";
                    case RESPONSIBILITY -> "#group+perpetrator+responsibility";
                    case METHOD -> "#event+method";
                    case WEAPON -> "#event+weapon";
                    default -> "#meta+" + DimensionNames.fixed(dimension.axis());
                };
                yield List.of(new Column(name, tag + "+code"), new Column(name + " (en)", tag + "+name+i_en"), new Column(name + " (ar)", tag + "+name+i_ar"));
            }
        };
    }

    private static List<Column> place(String name, String tag) {
        return List.of(new Column(name, tag + "+code+v_pcode"), new Column(name + " (en)", tag + "+name+i_en"), new Column(name + " (ar)", tag + "+name+i_ar"));
    }

    /** Whether an axis is the date that the codebook counts by: a row's first and last day say it. */
    private boolean startsAndEnds(Dimension.Axis axis) {
        return switch (axis) {
            case DAY, MONTH, YEAR -> codebook.counting().dateBasis() == DateBasis.DOCUMENTATION;
            case DEATH_DAY, DEATH_MONTH, DEATH_YEAR -> codebook.counting().dateBasis() == DateBasis.DEATH;
            default -> false;
        };
    }

    private List<String> cells(Dimension dimension, Answer.Value value) {
        if (startsAndEnds(dimension.axis())) {
            return List.of();
        }
        String code = value.code().equals(Dimension.UNKNOWN) ? "" : value.code();
        return switch (dimension.axis()) {
            case DAY, MONTH, YEAR, DEATH_DAY, DEATH_MONTH, DEATH_YEAR -> List.of(code);
            default -> List.of(code, value.label().en(), value.label().ar());
        };
    }

    /** First and last day of the row: its own where a dimension is the date that periods count by, else those of the whole period. */
    private List<String> dates(Answer.Row row) {
        LocalDate from = answer.question().period().from();
        LocalDate to = answer.question().period().to();
        for (int i = 0; i < row.key().size(); i++) {
            String code = row.key().get(i).code();
            Dimension.Axis axis = answer.question().by().get(i).axis();
            if (startsAndEnds(axis)) {
                if (code.equals(Dimension.UNKNOWN)) {
                    return List.of("", "");
                }
                Period own = switch (axis) {
                    case DAY, DEATH_DAY -> new Period(LocalDate.parse(code), LocalDate.parse(code));
                    case MONTH, DEATH_MONTH -> Period.of(YearMonth.parse(code));
                    default -> Period.year(Integer.parseInt(code));
                };
                // A month cut by the period asked is no whole month.
                from = from == null || own.from() != null && own.from().isAfter(from) ? own.from() : from;
                to = to == null || own.to() != null && own.to().isBefore(to) ? own.to() : to;
            }
        }
        return List.of(text(from), text(to));
    }

    private static String text(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }

    private static String tag(Measure measure) {
        return switch (measure) {
            case Measure.GroupMembers(String group) -> "#affected+killed+" + group.replace('-', '_');
            case Measure.Basic basic -> switch (basic) {
                case VICTIMS -> "#affected+killed";
                case CHILDREN -> "#affected+children+killed";
                case WOMEN -> "#affected+adults+f+killed";
                case MEN -> "#affected+adults+m+killed";
                case UNKNOWN -> "#affected+killed+unknown";
                case TORTURE -> "#affected+killed+torture";
                case LANDMINES -> "#affected+killed+landmine";
                case MASSACRES -> "#event+massacre";
                case MASSACRE_VICTIMS -> "#affected+killed+massacre";
                case MASSACRE_TOLL -> "#affected+killed+massacre+toll";
                case INJURED -> "#affected+injured+min";
                case UNRECORDED_MIN -> "#affected+killed+min+unrecorded";
                case UNRECORDED_MAX -> "#affected+killed+max+unrecorded";
                case RECORDED -> "#affected+killed+recorded";
            };
        };
    }
}
