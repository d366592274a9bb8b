package org.stele.reports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import org.stele.codebook.Codebook;
import org.stele.codebook.CodebookFile;
import org.stele.document.Span;
import org.stele.language.Language;
import org.stele.language.Text;
import org.stele.reports.Figures.Breakdown;
import org.stele.sealing.LogState;
import org.stele.statistics.Answer;
import org.stele.statistics.Measure;
import org.stele.statistics.Period;
import org.stele.statistics.Question;

/** Figures made by hand, to try sentences on. */
final class HandMade {

    static final YearMonth NOVEMBER = YearMonth.of(2020, 11);
    static final Codebook SYRIA = syria();

    /** Of no log there is: so that what is written can be compared with what was. */
    static final Composition.Basis BASIS = new Composition.Basis(new LogState(12_345, "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="), "1.0");

    private final Figures figures = new Figures();
    private final YearMonth month;

    HandMade(YearMonth month) {
        this.month = month;
        figures.note(Breakdown.PARTIES, SYRIA.mainParties(month.atEndOfMonth()).stream().map(p -> new Answer.Value(p.code(), p.names().brief())).toList());
        figures.note(Breakdown.PARTIES, List.of(new Answer.Value("other", new Text("Other parties", "جهات أخرى"))));
        figures.note(Breakdown.OTHER_PARTIES, SYRIA.otherParties().stream().map(c -> new Answer.Value(c.code(), c.name())).toList());
    }

    HandMade set(String name, long value) {
        figures.add(new Figure(name, Measure.Basic.VICTIMS, new Question(List.of(Measure.Basic.VICTIMS), List.of(), List.of(), Period.of(month), null), value));
        return this;
    }

    /** Killed, children, women under one name's ending, for example {@code -by-regime}. */
    HandMade row(String ending, long killed, long children, long women) {
        return set("killed" + ending, killed).set("children" + ending, children).set("women" + ending, women);
    }

    /** One figure for each month from January on. */
    HandMade months(String what, long... values) {
        for (int i = 0; i < values.length; i++) {
            set(what + "-in-" + YearMonth.of(month.getYear(), i + 1), values[i]);
        }
        return this;
    }

    /** A value that the codebook does not list. */
    HandMade value(Breakdown breakdown, String code, String en, String ar) {
        figures.note(breakdown, List.of(new Answer.Value(code, new Text(en, ar))));
        return this;
    }

    HandMade place(String code, String en, String ar, long killed, long before) {
        figures.note(Breakdown.PLACES, List.of(new Answer.Value(code, new Text(en, ar))));
        return set("killed" + Breakdown.PLACES.key(code), killed).set("killed" + Breakdown.PLACES.key(code) + "-previous", before);
    }

    /** What was not set is zero for these names, for every party or category. */
    HandMade zero(Breakdown breakdown, String suffix, String... whats) {
        for (Answer.Value value : figures.values(breakdown)) {
            for (String what : whats) {
                String name = what + breakdown.key(value.code()) + suffix;
                if (figures.find(name).isEmpty()) {
                    set(name, 0);
                }
            }
        }
        return this;
    }

    Writing in(Language language) {
        return new Writing(language, ReportSentences.of(language, "syria"), SYRIA, month, figures, figure -> "/figures?" + figure.name());
    }

    static String text(List<Span> spans) {
        StringBuilder text = new StringBuilder();
        for (Span span : spans) {
            text.append(switch (span) {
                case Span.Plain plain -> plain.text();
                case Span.FigureReference reference -> reference.text();
                case Span.Strong strong -> text(strong.spans());
                case Span.Emphasis emphasis -> text(emphasis.spans());
                case Span.Link link -> text(link.spans());
                case Span.Footnote footnote -> " [" + text(footnote.spans()) + "]";
                case Span.LeftToRight ltr -> ltr.text();
            });
        }
        return text.toString();
    }

    private static Codebook syria() {
        try {
            return CodebookFile.read(Path.of("../codebooks/syria/codebook.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
