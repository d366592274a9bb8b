package org.stele.reports;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stele.codebook.Codebook;
import org.stele.codebook.Party;
import org.stele.document.Span;
import org.stele.language.Dates;
import org.stele.language.Lists;
import org.stele.language.Nouns;
import org.stele.reports.Figures.Breakdown;
import org.stele.statistics.Answer;
import org.stele.statistics.Dimension;

/** The sentences on the death toll (§5.2), with their rules of omission. */
final class TollSentences {

    private TollSentences() {
    }

    /** All numerals and capitals; groups of nobody are left out. */
    static String title(Writing writing) {
        Figure killed = writing.figure("killed");
        if (killed.value() == 0) {
            return writing.fill("title-zero", Map.of());
        }
        List<String> groups = new ArrayList<>();
        add(groups, writing, "child", writing.figure("children").value());
        add(groups, writing, "woman", writing.figure("women").value());
        // Nobody where the programme counts no method as torture.
        long torture = writing.figure("torture-deaths").value();
        if (torture > 0) {
            groups.add(writing.part("title-torture", Map.of("victims", titled(writing, "victim", torture))));
        }
        String including = groups.isEmpty() ? "" : writing.part("title-including", Map.of("list", Lists.and(groups, writing.language())));
        return writing.fill("title", Map.of("n", killed.value(), "including", including,
                "civilians", Nouns.titled(writing.counted(), killed.value(), Nouns.Case.OBLIQUE, writing.language())));
    }

    private static void add(List<String> groups, Writing writing, String noun, long count) {
        if (count > 0) {
            groups.add(titled(writing, noun, count));
        }
    }

    private static String titled(Writing writing, String noun, long count) {
        return Nouns.titled(noun, count, Nouns.Case.NOMINATIVE, writing.language());
    }

    static List<Span> headline(Writing writing) {
        Figure killed = writing.figure("killed");
        String ytd = writing.numerals(writing.figure("killed-ytd"));
        return killed.value() == 0 ? writing.say("headline-zero", Map.of("ytd", ytd)) : writing.say("headline", Map.of(
                "deaths", writing.deathsOf(killed), "civilians", writing.counted(writing.counted(), killed), "ytd", ytd,
                "including", Including.explained(writing, writing.figure("children"), writing.figure("women"))));
    }

    /** How the month compares with the one before and with the year so far; nothing in January, which has no base in its year. */
    static Optional<List<Span>> trend(Writing writing) {
        if (writing.month().getMonthValue() == 1) {
            return Optional.empty();
        }
        List<Figure> months = months(writing, "killed");
        Figure now = months.getLast();
        Figure base = months.get(months.size() - 2);
        Map<String, Object> values = new HashMap<>(Map.of("direction", Trend.direction(now.value(), base.value()).name(),
                "base", writing.counted(writing.counted(), base, Nouns.Case.NOMINATIVE), "n", base.value(), "extreme", "NONE", "since", ""));
        switch (Trend.rank(months.stream().map(Figure::value).toList())) {
            case Trend.Rank.HighestOfYear _ -> values.put("extreme", "HIGHEST_OF_YEAR");
            case Trend.Rank.LowestOfYear _ -> values.put("extreme", "LOWEST_OF_YEAR");
            case Trend.Rank.HighestSince since -> {
                values.put("extreme", "HIGHEST_SINCE");
                values.put("since", Dates.month(YearMonth.of(writing.month().getYear(), since.index() + 1), writing.language()));
            }
            case Trend.Rank.EqualHighest _, Trend.Rank.None _ -> { }
        }
        return Optional.of(writing.say("trend", values));
    }

    /** How many of the year so far died nobody knows in which month; empty where each has its month. */
    static Optional<List<Span>> monthUnknown(Writing writing, String what) {
        return writing.figures().find(what + Breakdown.MONTHS.key(Dimension.UNKNOWN)).filter(figure -> figure.value() > 0)
                .map(figure -> writing.say("month-unknown", Map.of("n", figure.value(), "victims", writing.counted("victim", figure))));
    }

    /** A figure of each month from January to the report's own. */
    static List<Figure> months(Writing writing, String what) {
        List<Figure> months = new ArrayList<>();
        for (int month = 1; month <= writing.month().getMonthValue(); month++) {
            months.add(writing.figures().of(what, Breakdown.MONTHS, YearMonth.of(writing.month().getYear(), month).toString()));
        }
        return months;
    }

    /**
     * The main parties to tell of, in print order: those in force at the month's end, and those no longer in force under whom somebody
     * is counted all the same. Deaths are counted when they are documented, which may be years after; left out, the list would say
     * less than the total.
     */
    static List<Party> mainParties(Writing writing) {
        return writing.codebook().parties().stream().filter(party -> party.parent() == null && (party.validOn(writing.month().atEndOfMonth())
                || writing.figures().find("killed" + Breakdown.PARTIES.key(party.code())).filter(killed -> killed.value() > 0).isPresent())).toList();
    }

    /** The sentence on a main party; empty for one at zero that lists leave out (INC-4). */
    static Optional<List<Span>> party(Writing writing, Party party) {
        Figure killed = writing.figures().of("killed", Breakdown.PARTIES, party.code());
        String name = party.names().inSentence().in(writing.language());
        if (killed.value() == 0) {
            return party.printAtZero() ? Optional.of(writing.say("party-zero", Map.of("party", name))) : Optional.empty();
        }
        Map<String, Object> values = new HashMap<>(counts(writing, Breakdown.PARTIES, party.code(), false));
        values.put("party", name);
        return Optional.of(writing.say("party", values));
    }

    /** Whether a value is neither a main party nor the other parties: several together, or one that the codebook does not have. */
    static boolean several(Writing writing, Answer.Value value) {
        return writing.codebook().party(value.code()).isEmpty() && !value.code().equals(Codebook.OTHER_PARTIES);
    }

    /** The sentence on such a value; empty at zero. */
    static Optional<List<Span>> joint(Writing writing, Answer.Value value) {
        return writing.figures().of("killed", Breakdown.PARTIES, value.code()).value() == 0 ? Optional.empty()
                : Optional.of(writing.say(value.code().equals(Dimension.UNKNOWN) ? "party-unknown" : "joint", counts(writing, Breakdown.PARTIES, value.code(), false)));
    }

    static List<Span> other(Writing writing) {
        return writing.figures().of("killed", Breakdown.PARTIES, "other").value() == 0
                ? writing.say("other-zero", Map.of()) : writing.say("other", counts(writing, Breakdown.PARTIES, "other", false));
    }

    /** An entry of the list of other parties; empty at zero. */
    static Optional<List<Span>> category(Writing writing, Answer.Value category) {
        Figure killed = writing.figures().of("killed", Breakdown.OTHER_PARTIES, category.code());
        if (killed.value() == 0) {
            return Optional.empty();
        }
        Map<String, Object> values = new HashMap<>(counts(writing, Breakdown.OTHER_PARTIES, category.code(), true));
        values.put("name", category.label().in(writing.language()));
        return Optional.of(writing.say("item", values));
    }

    private static Map<String, Object> counts(Writing writing, Breakdown breakdown, String code, boolean atEnd) {
        Figures figures = writing.figures();
        Figure killed = figures.of("killed", breakdown, code);
        Figure children = figures.of("children", breakdown, code);
        Figure women = figures.of("women", breakdown, code);
        return Map.of("n", killed.value(), "deaths", writing.deathsOf(killed), "civilians", writing.counted(writing.counted(), killed),
                "including", atEnd ? Including.atEnd(writing, children, women) : Including.within(writing, children, women));
    }

    /** "25.", "One.": for lists that give the number alone. */
    static List<Span> listed(Writing writing, String name, Figure figure) {
        return writing.say("listed", Map.of("name", name, "number", writing.listed(figure)));
    }

}
