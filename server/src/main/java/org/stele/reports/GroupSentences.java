package org.stele.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.stele.codebook.Group;
import org.stele.document.Span;
import org.stele.language.Lists;
import org.stele.language.Nouns;
import org.stele.reports.Figures.Breakdown;
import org.stele.statistics.Answer;

/** The sentences on groups with a section of their own, said at zero too (R10), and on massacres. */
final class GroupSentences {

    private GroupSentences() {
    }

    static List<Span> group(Writing writing, Group group) {
        Figure deaths = writing.figure(group.code());
        String name = group.name().in(writing.language());
        return deaths.value() == 0 ? writing.say("group-zero", Map.of("group", name))
                : writing.say("group", Map.of("group", name, "deaths", writing.counted("death", deaths)));
    }

    /** By whom: an entry for each party with any. */
    static List<List<Span>> byParty(Writing writing, String what) {
        List<List<Span>> lines = new ArrayList<>();
        for (Answer.Value party : writing.figures().values(Breakdown.PARTIES)) {
            Figure figure = writing.figures().of(what, Breakdown.PARTIES, party.code());
            if (figure.value() > 0) {
                lines.add(TollSentences.listed(writing, party.label().in(writing.language()), figure));
            }
        }
        return lines;
    }

    static List<Span> massacres(Writing writing) {
        Figure massacres = writing.figure("massacres");
        Figure ytd = writing.figure("massacres-ytd");
        if (massacres.value() == 0) {
            return writing.say("massacres-zero", Map.of("yearSoFar", ytd.value() > 0 ? "yes" : "no", "ytd", writing.counted("massacre", ytd)));
        }
        Figure deaths = writing.figure("massacre-deaths");
        return writing.say("massacres", Map.of(
                "n", massacres.value(), "massacres", writing.counted("massacre", massacres, Nouns.Case.NOMINATIVE), "ytd", writing.counted("massacre", ytd),
                "all", massacres.value() == ytd.value() ? "yes" : "no", "parties", responsible(writing),
                "deaths", writing.deathsOf(deaths), "civilians", writing.counted(writing.counted(), deaths),
                "including", Including.withGirls(writing, writing.figure("massacre-children"), writing.figure("massacre-girls"), writing.figure("massacre-women"))));
    }

    /** The kinds of massacre: main parties by name, other parties by their sub-category. */
    static List<List<Span>> massacreKinds(Writing writing) {
        List<List<Span>> lines = new ArrayList<>();
        for (Answer.Value party : writing.figures().values(Breakdown.PARTIES)) {
            Figure figure = writing.figures().of("massacres", Breakdown.PARTIES, party.code());
            if (figure.value() > 0 && !party.code().equals("other")) {
                lines.add(TollSentences.listed(writing, party.label().in(writing.language()), figure));
            }
        }
        for (Answer.Value category : writing.figures().values(Breakdown.OTHER_PARTIES)) {
            Figure figure = writing.figures().of("massacres", Breakdown.OTHER_PARTIES, category.code());
            if (figure.value() > 0) {
                lines.add(TollSentences.listed(writing, category.label().in(writing.language()), figure));
            }
        }
        return lines;
    }

    private static String responsible(Writing writing) {
        List<String> parties = new ArrayList<>();
        for (Answer.Value party : writing.figures().values(Breakdown.PARTIES)) {
            if (writing.figures().of("massacres", Breakdown.PARTIES, party.code()).value() > 0) {
                parties.add(party.code().equals("other") ? writing.sentences().format("other-parties", Map.of())
                        : writing.codebook().party(party.code()).map(found -> found.names().inSentence()).orElse(party.label()).in(writing.language()));
            }
        }
        return Lists.and(parties, writing.language());
    }
}
