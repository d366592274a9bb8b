package org.stele.review;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.stele.messages.Telling;
import org.stele.messages.ToldField;
import org.stele.register.AgeRange;
import org.stele.register.Attribution;
import org.stele.register.CivilianStatus;
import org.stele.register.CountRange;
import org.stele.register.DateRange;
import org.stele.register.Incident;
import org.stele.register.PersonName;
import org.stele.register.PlaceRef;
import org.stele.register.Sex;
import org.stele.register.Standing;
import org.stele.register.Victim;
import org.stele.register.Words;

/**
 * What a researcher begins with: only what a telling says beyond doubt. Everything else begins as unknown, to be found; nothing is guessed.
 */
final class Drafts {

    private static final Set<String> FEMALE = Set.of("female", "f", "woman", "girl", "أنثى", "انثى", "امرأة", "طفلة");
    private static final Set<String> MALE = Set.of("male", "m", "man", "boy", "ذكر", "رجل", "طفل");
    private static final Pattern YEARS = Pattern.compile("\\s*(\\d{1,3})\\s*");

    private Drafts() {
    }

    static Incident incident(Telling telling) {
        Map<ToldField, String> told = telling.incident();
        return new Incident(null, day(told.get(ToldField.WHEN)), place(told.get(ToldField.WHERE)), Words.NONE, null, null,
                Attribution.undetermined(Attribution.NOT_SPECIFIED, List.of()), CountRange.NONE, CountRange.NONE, null, Words.NONE, false);
    }

    static List<Victim> victims(Telling telling) {
        List<Victim> victims = new ArrayList<>();
        for (Map<ToldField, String> told : telling.victims()) {
            DateRange died = day(told.get(ToldField.DIED));
            PlaceRef where = place(told.get(ToldField.DIED_WHERE));
            victims.add(new Victim(new Standing.Received(), name(told.get(ToldField.NAME)), sex(told.get(ToldField.SEX)), age(told.get(ToldField.AGE)),
                    CivilianStatus.UNKNOWN, null, List.of(), told.get(ToldField.WORK),
                    died.known() ? died : day(telling.incident().get(ToldField.WHEN)),
                    where.words() != null ? where : place(telling.incident().get(ToldField.WHERE)), place(told.get(ToldField.ORIGIN)), null, null, null,
                    Attribution.undetermined(Attribution.NOT_SPECIFIED, List.of()), null, false));
        }
        return victims;
    }

    /** A person of whom nothing is known yet. */
    static Victim nobody() {
        return new Victim(new Standing.Received(), PersonName.UNKNOWN, Sex.UNKNOWN, AgeRange.UNKNOWN, CivilianStatus.UNKNOWN, null, List.of(), null,
                DateRange.UNKNOWN, PlaceRef.UNKNOWN, PlaceRef.UNKNOWN, null, null, null,
                Attribution.undetermined(Attribution.NOT_SPECIFIED, List.of()), null, false);
    }

    static PersonName name(@Nullable String told) {
        boolean arabic = told != null && told.codePoints().anyMatch(letter -> Character.UnicodeScript.of(letter) == Character.UnicodeScript.ARABIC);
        return arabic ? new PersonName(null, told) : new PersonName(told, null);
    }

    static Sex sex(@Nullable String told) {
        String word = told == null ? "" : told.strip().toLowerCase(Locale.ROOT);
        return FEMALE.contains(word) ? Sex.FEMALE : MALE.contains(word) ? Sex.MALE : Sex.UNKNOWN;
    }

    static AgeRange age(@Nullable String told) {
        Matcher years = YEARS.matcher(told == null ? "" : told);
        int age = years.matches() ? Integer.parseInt(years.group(1)) : -1;
        return age >= 0 && age <= AgeRange.OLDEST ? AgeRange.of(age) : AgeRange.UNKNOWN;
    }

    static DateRange day(@Nullable String told) {
        try {
            return told == null ? DateRange.UNKNOWN : DateRange.day(LocalDate.parse(told.strip()));
        } catch (DateTimeParseException e) {
            return DateRange.UNKNOWN;
        }
    }

    private static PlaceRef place(@Nullable String told) {
        return told == null ? PlaceRef.UNKNOWN : new PlaceRef(null, told);
    }
}
