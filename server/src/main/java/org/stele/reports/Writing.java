package org.stele.reports;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.stele.codebook.Codebook;
import org.stele.codebook.CountingRules.DateBasis;
import org.stele.codebook.CountingRules.PlaceBasis;
import org.stele.document.Span;
import org.stele.language.Dates;
import org.stele.language.Language;
import org.stele.language.Messages;
import org.stele.language.Nouns;
import org.stele.language.Numbers;

/**
 * What it takes to write sentences about the figures of one month in one language.
 *
 * @param sentences the sentence forms
 * @param addresses where the list behind a figure is read
 */
record Writing(Language language, Messages sentences, Codebook codebook, YearMonth month, Figures figures, Function<Figure, String> addresses) {

    /** Fills a sentence; the slots every sentence may use are filled already. The text still has its marks. */
    String fill(String name, Map<String, ?> values) {
        Map<String, Object> all = new HashMap<>(common());
        all.putAll(values);
        String text = sentences.format(name, all);
        return text.isEmpty() || language == Language.AR ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /** Fills a part of a sentence: no capital at its start. */
    String part(String name, Map<String, ?> values) {
        Map<String, Object> all = new HashMap<>(common());
        all.putAll(values);
        return sentences.format(name, all);
    }

    List<Span> say(String name, Map<String, ?> values) {
        return Marks.spans(fill(name, values));
    }

    /** What those counted are called: civilians where only civilians count (R1), else people. */
    String counted() {
        return codebook.counting().countedStatuses().equals(Set.of("civilian")) ? "civilian" : "person-killed";
    }

    /** "39 civilians", a link to the list of them. */
    String counted(String noun, Figure figure) {
        return counted(noun, figure, Nouns.Case.OBLIQUE);
    }

    String counted(String noun, Figure figure, Nouns.Case in) {
        return Marks.mark(Nouns.counted(noun, figure.value(), Numbers.Style.RUNNING, in, language), addresses.apply(figure));
    }

    /** "1,635". */
    String numerals(Figure figure) {
        return Marks.mark(Numbers.numerals(figure.value()), addresses.apply(figure));
    }

    /** "Three", "25": the number alone at the end of a short list's entry. */
    String listed(Figure figure) {
        return Marks.mark(Numbers.listed(figure.value(), language), addresses.apply(figure));
    }

    /** "the deaths of", agreeing. */
    String deathsOf(Figure figure) {
        return part("deaths-of", Map.of("n", figure.value()));
    }

    Figure figure(String name) {
        return figures.get(name);
    }

    private Map<String, Object> common() {
        Map<String, Object> common = new HashMap<>();
        common.put("organisation", codebook.organisation().brief().in(language));
        common.put("perpetrators", sentences.format("perpetrators", Map.of()));
        common.put("month", Dates.month(month, language));
        common.put("monthName", Dates.monthName(month, language));
        common.put("previous", Dates.month(month.minusMonths(1), language));
        common.put("next", Dates.month(month.plusMonths(1), language));
        common.put("year", String.valueOf(month.getYear()));
        common.put("level", level(false));
        common.put("levels", level(true));
        // What the codebook declares to count by; sentences choose their words by it.
        common.put("by", codebook.counting().dateBasis() == DateBasis.DOCUMENTATION ? "documentation" : "death");
        common.put("at", codebook.counting().placeBasis() == PlaceBasis.DEATH ? "death" : "origin");
        common.put("who", counted().equals("civilian") ? "civilians" : "people");
        return common;
    }

    private String level(boolean plural) {
        var level = codebook.placeLevels().getFirst();
        String name = (plural ? level.plural() : level.name()).in(language);
        return language == Language.EN ? name.toLowerCase(java.util.Locale.ENGLISH) : name;
    }
}
