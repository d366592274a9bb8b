package org.stele.reports;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.stele.codebook.Codebook;
import org.stele.codebook.CountingRules;
import org.stele.document.Document;
import org.stele.document.Pdf;
import org.stele.history.Version;
import org.stele.language.Language;
import org.stele.sealing.LogState;
import org.stele.statistics.Question;
import org.stele.statistics.QuestionSyntax;

/**
 * Everything a report is made of, fetched and counted: from here on the same input gives the same files.
 *
 * @param basis   the state of the register and the program that the figures come from
 * @param texts   the editors' texts by language; its languages are the report's
 * @param formats of {@link Order#FORMATS}
 * @param earlier earlier editions of the same report, latest first
 */
record Composition(YearMonth month, Codebook codebook, Counting counting, Ground ground, Basis basis, Map<Language, EditionTexts> texts,
                   Set<String> formats, List<Version<Edition>> earlier) {

    /** What it takes to count the same again, beside the instant and the codebook.
     *  @param log     the sealed log at the instant
     *  @param program version of the program */
    record Basis(LogState log, String program) {
    }

    /** The files by name.
     *  @param state what the files say of the edition's own state */
    Map<String, byte[]> files(Edition.State state) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        Map<String, String> titles = new LinkedHashMap<>();
        String name = Reports.MONTHLY + "-" + month;
        QuestionSyntax syntax = syntax();
        for (Language language : texts.keySet()) {
            Document document = document(language, state);
            titles.put(language.tag(), document.title());
            if (formats.contains("html")) {
                files.put(name + "." + language.tag() + ".html", EditionFiles.page(document));
            }
            if (formats.contains("pdf")) {
                files.put(name + "." + language.tag() + ".pdf", Pdf.render(document));
            }
        }
        if (formats.contains("json")) {
            files.put(name + ".json", EditionFiles.json(new EditionFiles.EditionHead(Reports.MONTHLY, month, titles, ground.synthetic(), state.name(),
                    ground.moment(), definitions(), basis.log(), basis.program(), scope()), counting.figures(), syntax));
        }
        return files;
    }

    Document document(Language language, Edition.State state) {
        QuestionSyntax syntax = syntax();
        Function<Figure, String> address = figure -> "/desk/figures?" + syntax.query(figure.question()) + "&lang=" + language.tag();
        Writing writing = new Writing(language, ReportSentences.of(language, codebook.code()), codebook, month, counting.figures(), address);
        List<Document.Imprint> imprint = List.of(
                new Document.Imprint(writing.fill("imprint-figures", Map.of()), EditionFiles.digest(counting.figures(), syntax)),
                new Document.Imprint(writing.fill("imprint-log", Map.of()), writing.fill("imprint-entries", Map.of("n", basis.log().size()))),
                new Document.Imprint(writing.fill("imprint-root", Map.of()), basis.log().root()),
                new Document.Imprint(writing.fill("imprint-program", Map.of()), "Stele " + basis.program()),
                new Document.Imprint(writing.fill("imprint-state", Map.of()), writing.fill("state-" + state.name(), Map.of())));
        return MonthlyReport.write(writing, ground, texts.get(language), figure -> syntax.query(withoutInstant(figure.question())),
                Restatement.of(writing, earlier), imprint);
    }

    /** The edition that these files would make. */
    Edition edition(Edition.State state, Map<String, byte[]> files) {
        QuestionSyntax syntax = syntax();
        List<Edition.FrozenFigure> figures = counting.figures().all().stream()
                .map(figure -> new Edition.FrozenFigure(figure.name(), syntax.query(figure.question()), figure.value())).toList();
        Map<String, String> kept = new LinkedHashMap<>();
        texts.forEach((language, found) -> found.texts().forEach((name, text) -> kept.put(name + "." + language.tag() + ".md", text)));
        List<Edition.File> described = new ArrayList<>();
        files.forEach((name, bytes) -> described.add(new Edition.File(name, EditionFiles.mediaType(name), bytes.length, EditionFiles.sha256(bytes))));
        List<Edition.ToldCase> cases = ground.cases().stream()
                .map(each -> new Edition.ToldCase(each.id(), ground.named() && each.record().name().known())).toList();
        return new Edition(Reports.MONTHLY, month, state, definitions(), ground.moment(), basis.log(), basis.program(),
                ground.named(), cases, figures, kept, described);
    }

    QuestionSyntax syntax() {
        return new QuestionSyntax(codebook.placeLevels());
    }

    private String definitions() {
        return codebook.code() + " " + codebook.version();
    }

    /** The instant stands once for all figures; repeated in the list of questions it would only hide them. */
    private static Question withoutInstant(Question question) {
        return new Question(question.measures(), question.by(), question.where(), question.period(), null);
    }

    /** What is counted and how, for programs that read the file. */
    private Map<String, Object> scope() {
        CountingRules rules = codebook.counting();
        Map<String, Object> scope = new LinkedHashMap<>();
        scope.put("countedStatuses", rules.countedStatuses().stream().sorted().toList());
        scope.put("adultAge", rules.adultAge());
        scope.put("massacreThreshold", rules.massacreThreshold());
        scope.put("dateBasis", rules.dateBasis().name().toLowerCase(Locale.ROOT));
        scope.put("placeBasis", rules.placeBasis().name().toLowerCase(Locale.ROOT));
        scope.put("tortureMethods", rules.tortureMethods().stream().sorted().toList());
        scope.put("landmineWeapons", rules.landmineWeapons().stream().sorted().toList());
        return scope;
    }
}
