package org.stele.reports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.stele.codebook.Codebook;
import org.stele.codebook.Party;
import org.stele.document.Block;
import org.stele.document.Document;
import org.stele.document.Span;
import org.stele.language.Dates;
import org.stele.language.Lists;
import org.stele.reports.Figures.Breakdown;
import org.stele.statistics.Names;

/** The monthly report, section by section in the order of §5.1. Pure: the same figures and texts give the same document. */
final class MonthlyReport {

    private static final List<String> SOURCES = List.of("source-ladder", "unidentified-victims", "media-archive", "two-person-rule", "legal-qualification",
            "bare-minimum");

    private final Writing writing;
    /** For tables and drawings, whose figures the list of figures leaves to the file. */
    private final Writing drawing;
    private final Ground ground;
    private final Sections sections;
    private final String source;
    private final Set<Figure> printed;

    private MonthlyReport(Writing writing, Writing drawing, Ground ground, EditionTexts texts, Set<Figure> printed) {
        this.writing = writing;
        this.drawing = drawing;
        this.ground = ground;
        this.sections = new Sections(writing, texts);
        this.printed = printed;
        this.source = writing.fill("source", Map.of("moment", moment(), "codebook", codebook()));
    }

    /**
     * Writes the report.
     *
     * @param questions a figure's question as text, for the list of figures
     * @param restated  what the closing part says of earlier editions
     * @param imprint   lines that tell this edition from another
     */
    static Document write(Writing given, Ground ground, EditionTexts texts, Function<Figure, String> questions, List<Block> restated,
                          List<Document.Imprint> imprint) {
        Set<Figure> printed = new LinkedHashSet<>();
        Function<Figure, String> noting = figure -> {
            printed.add(figure);
            return given.addresses().apply(figure);
        };
        Writing writing = new Writing(given.language(), given.sentences(), given.codebook(), given.month(), given.figures(), noting);
        MonthlyReport report = new MonthlyReport(writing, given, ground, texts, printed);
        report.sections(questions, restated);
        return new Document(writing.language(), TollSentences.title(writing), writing.fill("subtitle", Map.of()), report.metadata(imprint), report.sections.blocks());
    }

    private void sections(Function<Figure, String> questions, List<Block> restated) {
        front();
        background();
        if (sections.has("work")) {
            sections.section("work", writing.fill("section-work", Map.of()));
            sections.text("work");
        }
        toll();
        new TortureAndGroups(writing, drawing, ground, sections, source).write();
        massacres();
        if (sections.has("topic")) {
            sections.titledText("topic");
        }
        conclusions();
        appendix(questions, restated);
    }

    /** A programme whose editors wrote none has none: a heading with nothing under it says nothing. */
    private void conclusions() {
        List<String> written = Stream.of("conclusions", "recommendations").filter(sections::has).toList();
        if (!written.isEmpty()) {
            sections.section("conclusions-recommendations", writing.fill("section-conclusions-recommendations", Map.of()));
            written.forEach(name -> {
                sections.part(name, "section-" + name, Map.of());
                sections.text(name);
            });
        }
    }

    private void front() {
        if (ground.synthetic()) {
            sections.add(new Block.Note(writing.fill("synthetic-title", Map.of()), List.of(Block.Paragraph.of(HouseWording.find(writing, "synthetic").orElse("")))));
        }
        sections.add(new Block.KeyFigures((TortureAndGroups.countsTorture(writing.codebook()) ? Stream.of("killed", "children", "women", "torture", "ytd") : Stream.of("killed", "children", "women", "ytd"))
                .map(this::key).toList()));
        sections.add(new Block.Contents(writing.fill("contents", Map.of())));
        sections.add(new Block.PageBreak());
    }

    private Block.KeyFigures.Key key(String name) {
        Figure figure = writing.figure(switch (name) {
            case "torture" -> "torture-deaths";
            case "ytd" -> "killed-ytd";
            default -> name;
        });
        String detail = "key-" + name + "-detail";
        return new Block.KeyFigures.Key(Marks.spans(writing.numerals(figure)).getFirst(), writing.part("key-" + name, Map.of()),
                writing.sentences().has(detail) ? writing.part(detail, Map.of()) : "");
    }

    private void background() {
        sections.section("background", writing.fill("section-background", Map.of()));
        sections.text("background");
        sections.part("methodology", "section-methodology", Map.of());
        sections.say("records", Map.of("attention", attention()));
        sections.heading3("scope", writing.fill("section-scope", Map.of()));
        sections.wordings("scope", "civilians-only", "police-and-former-fighters", "children-and-women", "massacre-definition", "counting-date", "counting-place",
                "torture-subset", "attribution-rule", "joint-attribution", "other-categories", "landmine-attribution", "unknown-is-a-value");
        sections.say("parties-lead");
        sections.heading3("list-main-parties", sections.marked(0, writing.fill("section-main-parties", Map.of())));
        sections.list(writing.codebook().mainParties(writing.month().atEndOfMonth()).stream()
                .map(party -> List.of(Span.plain(party.names().full().in(writing.language())))).toList());
        sections.heading3("list-other-parties", sections.marked(1, writing.fill("section-other-parties", Map.of())));
        sections.list(writing.codebook().otherParties().stream().map(category -> List.of(Span.plain(category.name().in(writing.language())))).toList());
        if (sections.has("methodology") || SOURCES.stream().anyMatch(name -> HouseWording.find(writing, name).isPresent())) {
            sections.heading3("sources", writing.fill("section-sources", Map.of()));
            sections.wordings(SOURCES.toArray(String[]::new));
            sections.text("methodology");
        }
    }

    private void toll() {
        sections.add(new Block.PageBreak());
        sections.section("toll", writing.fill("section-toll", Map.of()));
        sections.text("context");
        sections.lead(TollSentences.headline(writing));
        sections.add(Charts.months(drawing, "chart-months", "killed", source));
        sections.paragraph(TollSentences.monthUnknown(writing, "killed"));
        sections.paragraph(TollSentences.trend(writing));
        sections.say("distribution");
        sections.lettered("main-parties", writing.fill("section-main-parties", Map.of()));
        List<Block.BulletList.Item> parties = new ArrayList<>();
        for (Party party : TollSentences.mainParties(writing)) {
            TollSentences.party(writing, party).ifPresent(sentence -> parties.add(new Block.BulletList.Item(named(party, sentence), List.of())));
        }
        writing.figures().values(Breakdown.PARTIES).stream()
                .filter(value -> TollSentences.several(writing, value)).forEach(value -> TollSentences.joint(writing, value).ifPresent(sentence -> parties.add(new Block.BulletList.Item(
                        prepend(List.of(Span.strong(value.label().in(writing.language()) + ":"), Span.plain(" ")), sentence), List.of()))));
        if (!parties.isEmpty()) {
            sections.add(Block.BulletList.of(parties));
        }
        sections.lettered("other-parties", writing.fill("section-other-parties", Map.of()));
        sections.paragraph(TollSentences.other(writing));
        sections.list(writing.figures().values(Breakdown.OTHER_PARTIES).stream().flatMap(value -> TollSentences.category(writing, value).stream()).toList());
        sections.add(Charts.parties(drawing, "chart-parties", "killed", source));
        sections.add(Tables.parties(drawing, source, sections::marked));
        sections.add(new Block.PageBreak());
        sections.part("places", "section-governorates", Map.of());
        sections.say("governorate-distribution");
        sections.paragraph(GovernorateSentences.ranking(writing));
        sections.paragraph(GovernorateSentences.unknown(writing));
        Charts.map(drawing, ground, source).ifPresent(sections::add);
        sections.add(Charts.places(drawing, source));
    }

    /** The party's long name, its footnote at its first mention, then its sentence. */
    private List<Span> named(Party party, List<Span> sentence) {
        List<Span> name = new ArrayList<>();
        name.add(Span.strong(party.names().full().in(writing.language())));
        if (party.footnote() != null) {
            name.add(new Span.Footnote(List.of(Span.plain(party.footnote().in(writing.language())))));
        }
        name.add(Span.plain(": "));
        return prepend(name, sentence);
    }

    private static List<Span> prepend(List<Span> before, List<Span> after) {
        List<Span> both = new ArrayList<>(before);
        both.addAll(after);
        return both;
    }

    private void massacres() {
        sections.section("massacres", writing.fill("section-massacres", Map.of()));
        sections.paragraph(GroupSentences.massacres(writing));
        sections.list(GroupSentences.massacreKinds(writing));
        ground.massacres().stream().filter(massacre -> massacre.incident().notable())
                .forEach(massacre -> sections.paragraph(MassacreNarrative.tell(writing, ground, massacre)));
    }

    private void appendix(Function<Figure, String> questions, List<Block> restated) {
        sections.appendix("appendix", writing.fill("section-appendix", Map.of()));
        sections.part(MassacreNarrative.LIST, "section-massacre-list", Map.of());
        if (ground.massacres().isEmpty()) {
            sections.paragraph(GroupSentences.massacres(writing));
        } else {
            sections.say("massacres-check", Map.of("civilians", writing.counted(writing.counted(), writing.figure("massacre-deaths"))));
            sections.add(Tables.massacres(drawing, ground, source));
        }
        sections.part("provenance", "section-provenance", Map.of());
        sections.say("provenance-moment", Map.of("moment", moment()));
        sections.say("provenance-codebook", Map.of("codebook", codebook()));
        sections.say("provenance-links");
        sections.say("provenance-reconciled");
        sections.addAll(restated);
        sections.say("provenance-restated");
        sections.part("figures", "section-figures", Map.of());
        sections.say("figures-lead");
        sections.add(Tables.figures(drawing, List.copyOf(printed), questions));
    }

    private Document.Metadata metadata(List<Document.Imprint> imprint) {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put(writing.fill("imprint-moment", Map.of()), moment());
        lines.put(writing.fill("imprint-codebook", Map.of()), codebook());
        lines.put(writing.fill("imprint-basis", Map.of()), new Names(writing.codebook()).basis().in(writing.language()));
        List<Document.Imprint> all = new ArrayList<>();
        lines.forEach((label, value) -> all.add(new Document.Imprint(label, value)));
        all.addAll(imprint);
        return new Document.Metadata(writing.codebook().organisation().name().in(writing.language()),
                Dates.day(ground.moment().atZone(java.time.ZoneOffset.UTC).toLocalDate(), writing.language()), writing.fill("short-title", Map.of()),
                writing.codebook().title().in(writing.language()), ground.moment(), all);
    }

    /** What the report has sections of, beside the toll as a whole. */
    private String attention() {
        List<String> matters = new ArrayList<>();
        if (TortureAndGroups.countsTorture(writing.codebook())) {
            matters.add(writing.part("attention-torture", Map.of()));
        }
        TortureAndGroups.groups(writing.codebook()).forEach(group -> matters.add(group.name().in(writing.language())));
        matters.add(writing.part("attention-massacres", Map.of()));
        return Lists.and(matters, writing.language());
    }

    private String moment() {
        return Dates.instant(ground.moment(), writing.language());
    }

    private String codebook() {
        return writing.codebook().code() + " " + writing.codebook().version();
    }
}
