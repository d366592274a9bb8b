package org.stele.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.stele.document.Span;
import org.stele.language.Lists;
import org.stele.language.Nouns;
import org.stele.language.Numbers;
import org.stele.register.Attribution;
import org.stele.register.CountRange;

/** A massacre told from its fields. Its numbers lead to the list of massacres in the appendix, which they must agree with. */
final class MassacreNarrative {

    /** Where the list of massacres stands in the document. */
    static final String LIST = "massacre-list";

    private MassacreNarrative() {
    }

    static List<Span> tell(Writing writing, Ground ground, Massacre massacre) {
        String place = Wheres.place(writing, ground.places(), massacre.incident().place());
        String spot = massacre.incident().spot().in(writing.language());
        List<String> sentences = new ArrayList<>();
        sentences.add(writing.fill("massacre-told", Map.of(
                "when", Wheres.when(writing, massacre.incident().occurred()), "n", massacre.killed(),
                "civilians", counted(writing, writing.counted(), massacre.killed()), "including", including(writing, massacre),
                "spot", spot == null ? "" : " " + spot,
                "place", place.isEmpty() ? "" : writing.part("place-in", Map.of("place", place)),
                "injured", injured(writing, massacre.incident().injured()))));
        String account = massacre.incident().account().in(writing.language());
        if (account != null) {
            sentences.add(account);
        }
        sentences.add(responsibility(writing, massacre.incident().attribution()));
        if (massacre.incident().controlledBy() != null) {
            writing.codebook().party(massacre.incident().controlledBy()).ifPresent(party ->
                    sentences.add(writing.fill("massacre-control", Map.of("party", party.names().inSentence().in(writing.language())))));
        }
        return Marks.spans(String.join(" ", sentences));
    }

    /** Who answers for it, in few words: for a sentence and for a table. */
    static String party(Writing writing, Attribution attribution) {
        if (attribution.state() == Attribution.State.UNDETERMINED) {
            return writing.codebook().otherCategory(String.valueOf(attribution.category())).map(category -> category.name().in(writing.language()))
                    .orElseGet(() -> HouseWording.otherParties(writing));
        }
        return Lists.and(attribution.parties().stream().map(code -> writing.codebook().party(code)
                .map(party -> party.names().inSentence().in(writing.language())).orElse(code)).toList(), writing.language());
    }

    private static String responsibility(Writing writing, Attribution attribution) {
        return attribution.state() == Attribution.State.UNDETERMINED
                ? writing.fill("massacre-undetermined", Map.of("category", party(writing, attribution)))
                : writing.fill("massacre-party", Map.of("party", party(writing, attribution)));
    }

    private static String including(Writing writing, Massacre massacre) {
        List<String> groups = new ArrayList<>();
        if (massacre.children() > 0) {
            groups.add(counted(writing, massacre.girls() == massacre.children() ? "girl" : "child", massacre.children()));
        }
        if (massacre.women() > 0) {
            groups.add(counted(writing, "woman", massacre.women()));
        }
        return groups.isEmpty() ? "" : writing.part("massacre-including", Map.of("list", Lists.and(groups, writing.language())));
    }

    private static String injured(Writing writing, CountRange injured) {
        Integer max = injured.max();
        if (injured.min() == 0 && (max == null || max == 0)) {
            return "";
        }
        String persons = counted(writing, "other-person", max == null ? injured.min() : max);
        String form = max == null ? "injured-least" : max == injured.min() ? "injured-exact" : "injured-range";
        String from = Marks.mark(Numbers.write(injured.min(), Numbers.Style.RUNNING, writing.language()), "#" + LIST);
        return writing.part("massacre-injured", Map.of("persons", writing.part(form, Map.of("persons", persons, "from", from))));
    }

    private static String counted(Writing writing, String noun, long count) {
        return Marks.mark(Nouns.counted(noun, count, Numbers.Style.RUNNING, Nouns.Case.NOMINATIVE, writing.language()), "#" + LIST);
    }
}
