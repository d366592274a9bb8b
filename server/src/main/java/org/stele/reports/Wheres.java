package org.stele.reports;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stele.language.Dates;
import org.stele.language.Language;
import org.stele.language.Text;
import org.stele.places.Gazetteer;
import org.stele.places.Place;
import org.stele.register.DateRange;
import org.stele.register.PlaceRef;

/** Places and dates of records in words, as well as they are known. */
final class Wheres {

    private Wheres() {
    }

    /** The place in words, with its governorate; empty if nothing is known that can be said in the language. */
    static String place(Writing writing, Gazetteer places, PlaceRef ref) {
        Optional<String> wide = governorate(writing, places, ref.code());
        String words = ref.in(writing.language());
        if (words != null) {
            boolean said = wide.isEmpty() || words.contains(places.above(String.valueOf(ref.code()), 1).map(p -> p.name().in(writing.language())).orElse(""));
            return said ? words : writing.part("place-within", Map.of("place", words, "governorate", wide.get()));
        }
        Optional<Place> place = ref.code() == null ? Optional.empty() : places.place(ref.code());
        return place.filter(found -> found.level() > 1)
                .map(found -> writing.part("place-within", Map.of("place", found.name().in(writing.language()), "governorate", wide.orElse(""))))
                .or(() -> wide).orElse("");
    }

    private static Optional<String> governorate(Writing writing, Gazetteer places, @Nullable String code) {
        return code == null ? Optional.empty() : places.above(code, 1).map(place -> withLevel(writing, place.name()));
    }

    /** A place of the widest level with what it is: "Idlib governorate", but not "Upper Shire shire". */
    static String withLevel(Writing writing, Text name) {
        String place = name.in(writing.language());
        String level = writing.codebook().placeLevels().getFirst().name().in(writing.language());
        boolean said = place.toLowerCase(Locale.ROOT).contains(level.toLowerCase(Locale.ROOT));
        return said ? place : writing.part("place-governorate", Map.of("place", place));
    }

    /** Whether words are in the language's script: what a source wrote in the other one is not put into a sentence. */
    static boolean spoken(@Nullable String words, Language language) {
        return words != null && !words.isBlank()
                && words.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.ARABIC) == (language == Language.AR);
    }

    /** "on Friday, November 13, 2020", "in July 2018", "between … and …". */
    static String when(Writing writing, DateRange range) {
        LocalDate from = range.from();
        LocalDate to = range.to();
        if (from == null || to == null) {
            return writing.part("date-unknown", Map.of());
        }
        Language language = writing.language();
        return switch (range.precision()) {
            case DAY -> writing.part("date-day", Map.of("date", Dates.weekdayAndDay(from, language)));
            case MONTH -> writing.part("date-month", Map.of("date", Dates.month(YearMonth.from(from), language)));
            case YEAR -> writing.part("date-year", Map.of("date", String.valueOf(from.getYear())));
            case RANGE -> writing.part("date-range", Map.of("from", Dates.day(from, language), "to", Dates.day(to, language)));
            case ABOUT -> writing.part("date-about", Map.of("date", YearMonth.from(from).equals(YearMonth.from(to))
                    ? Dates.month(YearMonth.from(from), language) : String.valueOf(from.plusDays((to.toEpochDay() - from.toEpochDay()) / 2).getYear())));
            case UNKNOWN -> writing.part("date-unknown", Map.of());
        };
    }
}
