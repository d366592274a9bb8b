package org.stele.demonstration;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.stele.register.Attribution;
import org.stele.register.DateRange;
import org.stele.register.PlaceRef;

/** Draws for each incident when, where and by what means it happened, and how the finding on responsibility came about. */
final class Scenes {

    /** A place of detention that nobody could name; never the place of origin in its stead (INC-10). */
    private static final PlaceRef DETENTION = new PlaceRef(null, "a place of detention that is not known", "مكان احتجاز غير معروف");

    private final Likelihoods likelihoods;
    private final Towns towns;
    private final Names names;
    private final Map<String, String> rivals = Sheet.read("rivals.csv").rows().stream().collect(Collectors.toMap(row -> row.get("party"), row -> row.get("rival")));
    private final Map<String, Map<String, String>> late = Sheet.read("likely-sizes.csv").rows().stream().collect(Collectors.toMap(row -> row.get("kind"), row -> row));
    private final Dice dice = Dice.forPurpose("scenes");

    Scenes(Likelihoods likelihoods, Towns towns, Names names) {
        this.likelihoods = likelihoods;
        this.towns = towns;
        this.names = names;
    }

    Scene of(Draft draft) {
        Told.Event told = draft.told();
        if (told != null) {
            return new Scene(DateRange.day(told.day()), told.place(), new Likelihoods.Means(told.method(), told.weapon(), 1, null),
                    attribution(draft), attribution(draft), names.family());
        }
        Likelihoods.Means means = likelihoods.means(draft.custody() ? "torture" : draft.cell().kind(), dice);
        PlaceRef place = draft.place().equals(Draft.UNKNOWN_PLACE) ? DETENTION : towns.in(draft.place(), dice);
        Attribution attribution = attribution(draft);
        return new Scene(death(draft), place, means, first(draft, means, attribution), attribution, names.family());
    }

    /** Mostly within two days before it was documented; a body found, months or years earlier. */
    private DateRange death(Draft draft) {
        Map<String, String> sizes = late.get(draft.cell().kind());
        if (draft.people().size() == 1 && !sizes.get("late").isEmpty() && dice.percent(Integer.parseInt(sizes.get("late")))) {
            return sizes.get("lag").equals("months") ? DateRange.month(YearMonth.from(draft.day()).minusMonths(dice.between(1, 14)))
                    : DateRange.year(dice.between(2014, 2017));
        }
        return DateRange.day(draft.day().minusDays(dice.weighted(new double[] {70, 20, 10})));
    }

    private Attribution attribution(Draft draft) {
        String category = draft.cell().category();
        if (category == null) {
            return Attribution.to(draft.cell().party()).because("Independent sources agree on the party.", draft.day());
        }
        boolean between = draft.told() == null && dice.percent(20);
        List<String> candidates = between ? dice.shuffled(rivals.keySet().stream().sorted().toList()).subList(0, 2) : List.of();
        return Attribution.undetermined(category, candidates).because(between
                ? "The lines are near and the weapons alike: two parties are possible." : "Nothing yet points to a party.", draft.day());
    }

    /** Some deaths were first undetermined between two parties, or put down to both, and attributed within the month. */
    private Attribution first(Draft draft, Likelihoods.Means means, Attribution later) {
        String category = means.first();
        boolean time = !attributedOn(draft).isAfter(draft.cell().month().atEndOfMonth());
        if (draft.custody() || draft.cell().category() != null || category == null || !time || draft.people().size() >= Drafting.MASSACRE || !dice.percent(18)) {
            return later;
        }
        List<String> both = List.of(draft.cell().party(), rivals.get(draft.cell().party()));
        return dice.percent(25) ? Attribution.joint(both).because("Both parties took part in the attack, by the first accounts.", draft.day())
                : Attribution.undetermined(category, both).because("Two parties are possible until the weapon is known.", draft.day());
    }

    /** The day on which such a death was attributed. */
    static LocalDate attributedOn(Draft draft) {
        return draft.day().plusDays(6);
    }
}
