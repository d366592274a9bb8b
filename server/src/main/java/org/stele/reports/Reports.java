package org.stele.reports;

import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stele.codebook.Codebook;
import org.stele.history.Changes;
import org.stele.history.Moment;
import org.stele.history.Version;
import org.stele.language.Language;
import org.stele.register.Codebooks;
import org.stele.sealing.LogStates;
import org.stele.statistics.Question;
import org.stele.statistics.QuestionSyntax;
import org.stele.statistics.Statistics;

/** Writes reports, and takes them from draft to release. */
public final class Reports {

    /** The only kind of report so far. */
    public static final String MONTHLY = "monthly";

    private final Changes changes;
    private final Codebooks codebooks;
    private final Statistics statistics;
    private final Gathering gathering;
    private final Editions editions;
    private final LogStates log;

    Reports(Changes changes, Codebooks codebooks, Statistics statistics, Gathering gathering, Editions editions, LogStates log) {
        this.changes = changes;
        this.codebooks = codebooks;
        this.statistics = statistics;
        this.gathering = gathering;
        this.editions = editions;
        this.log = log;
    }

    /** An edition, with the bytes of its files by name.
     *  @param isNew false if an edition that says the same was there already */
    public record Written(Version<Edition> edition, Map<String, byte[]> files, boolean isNew) {
    }

    /**
     * Writes a monthly report: asks, reconciles, composes, and keeps what came of it as a draft. Where the latest edition of the
     * same report (or, for a named instant, one as of it) says the same, that one is given back and nothing is written.
     *
     * @throws ContradictingFigures if two figures or tables cannot both be true
     * @throws FaultyText if an editors' text must not be published
     * @throws IllegalArgumentException if no codebook is in force, the instant is in the future, or the month was not over by then
     */
    public Written write(Order order) {
        Moment moment = order.asOf() == null ? changes.latest() : changes.settled(order.asOf());
        Codebook codebook = codebook(moment);
        if (moment.at().isBefore(order.month().plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant())) {
            throw new IllegalArgumentException("As of %s the month %s was not over in the register: report on an earlier month, or as of a later instant"
                    .formatted(moment.at(), order.month()));
        }
        Map<Language, EditionTexts> texts = new LinkedHashMap<>();
        order.languages().forEach(language -> texts.put(language, EditionTexts.of(codebook.code(), order.month(), language, order.texts())));
        List<Version<Edition>> earlier = editions.of(MONTHLY, order.month());
        Composition composition = compose(moment, codebook, order.month(), texts, order.formats(), order.named(), earlier);
        Edition.State draft = new Edition.State.Draft(order.by());
        Map<String, byte[]> files = composition.files(draft);
        Edition edition = composition.edition(draft, files);
        // Whoever names an instant wants that instant; whoever does not wants what is new.
        Optional<Version<Edition>> same = earlier.stream().limit(order.asOf() == null ? 1 : earlier.size())
                .filter(before -> before.record().says(edition) && (order.asOf() == null || before.record().asOf().equals(edition.asOf()))).findFirst();
        return same.map(before -> new Written(before, read(before.record()), false)).orElseGet(() -> new Written(editions.add(edition, files), files, true));
    }

    /** Marks an edition as checked. Its files stay those that were checked.
     *  @throws Edition.Refused if the rules do not allow it */
    public Version<Edition> check(long id, String by) {
        Version<Edition> before = edition(id);
        Edition.State next = before.record().state().checkedBy(by, twoPersons());
        return editions.move(before, before.record().in(next), Map.of(), by, "Checks edition " + id);
    }

    /** Releases an edition: composes it anew as of its own instant, so that its files say so; a figure that came out otherwise would stop it.
     *  @throws Edition.Refused if the rules do not allow it */
    public Version<Edition> release(long id, String by) {
        Version<Edition> before = edition(id);
        Edition edition = before.record();
        Edition.State next = edition.state().releasedBy(by, twoPersons());
        Moment moment = changes.settled(edition.asOf());
        Map<Language, EditionTexts> texts = new LinkedHashMap<>();
        Set<String> formats = new LinkedHashSet<>();
        for (Edition.File file : edition.files()) {
            formats.add(file.name().substring(file.name().lastIndexOf('.') + 1));
        }
        for (Language language : Language.values()) {
            if (edition.files().stream().anyMatch(file -> file.name().contains("." + language.tag() + ".")) || formats.equals(Set.of("json"))) {
                texts.put(language, EditionTexts.frozen(edition, language));
            }
        }
        List<Version<Edition>> earlier = editions.of(MONTHLY, edition.month()).stream().filter(other -> other.id() < id).toList();
        Composition composition = compose(moment, codebook(moment), edition.month(), texts, formats, edition.named(), earlier);
        Map<String, byte[]> files = composition.files(next);
        Edition moved = composition.edition(next, files);
        if (!Edition.values(moved.figures()).equals(Edition.values(edition.figures()))) {
            throw new IllegalStateException("Edition " + id + " does not count the same any more as of " + edition.asOf() + ": see stele report verify " + id);
        }
        return editions.move(before, moved, files, by, "Releases edition " + id);
    }

    private Composition compose(Moment moment, Codebook codebook, YearMonth month, Map<Language, EditionTexts> texts, Set<String> formats, boolean named,
                                List<Version<Edition>> earlier) {
        Counting counting = Counting.ask(MonthlyQuestions.of(codebook, month, moment.at()), statistics);
        Ground ground = gathering.ground(codebook, counting.figures(), moment, named);
        ContradictingFigures.refuse(counting, ground.massacres(), codebook, statistics);
        return new Composition(month, codebook, counting, ground, new Composition.Basis(log.at(moment.change()), program()), texts, formats, earlier);
    }

    /** The files of an edition, as they were written. */
    public Map<String, byte[]> read(Edition edition) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        edition.files().forEach(file -> files.put(file.name(), editions.bytes(file)));
        return files;
    }

    /** The text of an edition as a fragment of a page; empty if it was not written as a page in that language. */
    public Optional<String> article(Edition edition, Language language) {
        return edition.files().stream().filter(file -> file.name().endsWith("." + language.tag() + ".html")).findFirst()
                .map(file -> EditionFiles.article(editions.bytes(file)));
    }

    private Version<Edition> edition(long id) {
        return editions.current(id).orElseThrow(() -> new IllegalArgumentException("There is no edition " + id + ": see stele report list"));
    }

    private Codebook codebook(Moment moment) {
        return codebooks.inForce(moment).orElseThrow(() ->
                new IllegalArgumentException("No codebook is in force: adopt one first (stele codebook adopt)")).record().codebook();
    }

    private boolean twoPersons() {
        return codebooks.inForce().map(version -> version.record().codebook().counting().twoPersonRelease()).orElse(true);
    }

    private static String program() {
        String version = Reports.class.getPackage().getImplementationVersion();
        return version == null ? "(not built into a jar)" : version;
    }
}
