package org.stele.reports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stele.codebook.Party;
import org.stele.document.Span;
import org.stele.language.Share;
import org.stele.reports.Figures.Breakdown;

/** The sentences on deaths due to torture. They are a part of the toll, never added to it. */
final class TortureSentences {

    private TortureSentences() {
    }

    static List<Span> toll(Writing writing) {
        Figure torture = writing.figure("torture-deaths");
        String ytd = writing.numerals(writing.figure("torture-deaths-ytd"));
        return torture.value() == 0 ? writing.say("torture-zero", Map.of("ytd", ytd)) : writing.say("torture", Map.of(
                "deaths", writing.deathsOf(torture), "victims", writing.counted("victim", torture), "ytd", ytd));
    }

    /** Whom most died by, and whether the month is the year's highest; empty when neither can be said. */
    static Optional<List<Span>> comment(Writing writing) {
        long torture = writing.figure("torture-deaths").value();
        Optional<Party> first = largest(writing, "").filter(party -> 2 * deaths(writing, party, "").value() > torture);
        String most = first.isEmpty() ? "NONE" : deaths(writing, first.get(), "").value() == torture ? "ALL" : "MOST";
        String highest = torture == 0 ? "NONE" : switch (Trend.rank(TollSentences.months(writing, "torture-deaths").stream().map(Figure::value).toList())) {
            case Trend.Rank.HighestOfYear _ -> "HIGHEST";
            case Trend.Rank.EqualHighest _ -> "EQUAL";
            default -> "NONE";
        };
        if (most.equals("NONE") && highest.equals("NONE")) {
            return Optional.empty();
        }
        Map<String, Object> values = new HashMap<>(Map.of("most", most, "highest", highest, "n", torture,
                "both", most.equals("NONE") || highest.equals("NONE") ? "no" : "yes"));
        values.put("party", first.map(party -> name(writing, party)).orElse(""));
        return Optional.of(writing.say("torture-comment", values));
    }

    /** The share of the party with most torture deaths in the year so far; empty without any. */
    static Optional<List<Span>> share(Writing writing) {
        return largest(writing, "-ytd").map(party -> {
            Figure part = deaths(writing, party, "-ytd");
            Share share = new Share(part.value(), writing.figure("torture-deaths-ytd").value());
            return writing.say("torture-share", Map.of("party", name(writing, party),
                    "share", Marks.mark(share.approximately(writing.language()), writing.addresses().apply(part))));
        });
    }

    /** The list by main party; parties at zero are left out unless the codebook prints them. */
    static List<List<Span>> mainParties(Writing writing) {
        List<List<Span>> lines = new ArrayList<>();
        for (Party party : TollSentences.mainParties(writing)) {
            Figure deaths = deaths(writing, party, "");
            if (deaths.value() > 0 || party.printAtZero()) {
                lines.add(TollSentences.listed(writing, party.names().brief().in(writing.language()), deaths));
            }
        }
        // Several parties together stand under none of them, or the list would say less than the total.
        writing.figures().values(Breakdown.PARTIES).stream().filter(value -> TollSentences.several(writing, value)).forEach(value -> {
            Figure deaths = writing.figures().of("torture-deaths", Breakdown.PARTIES, value.code());
            if (deaths.value() > 0) {
                lines.add(TollSentences.listed(writing, value.label().in(writing.language()), deaths));
            }
        });
        return lines;
    }

    static Optional<List<Span>> other(Writing writing) {
        Figure other = writing.figures().of("torture-deaths", Breakdown.PARTIES, "other");
        return other.value() == 0 ? Optional.empty() : Optional.of(writing.say("listed-other", Map.of("number", writing.listed(other))));
    }

    private static Optional<Party> largest(Writing writing, String suffix) {
        return writing.codebook().parties().stream().filter(party -> party.parent() == null)
                .filter(party -> writing.figures().find("torture-deaths" + Breakdown.PARTIES.key(party.code()) + suffix).filter(deaths -> deaths.value() > 0).isPresent())
                .max(Comparator.comparingLong(party -> deaths(writing, party, suffix).value()));
    }

    private static Figure deaths(Writing writing, Party party, String suffix) {
        return writing.figures().of("torture-deaths", Breakdown.PARTIES, party.code(), suffix);
    }

    private static String name(Writing writing, Party party) {
        return party.names().inSentence().in(writing.language());
    }
}
