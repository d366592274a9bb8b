package org.stele.register;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stele.codebook.Codebook;
import org.stele.language.Text;
import org.stele.page.Page;
import org.stele.places.Gazetteer;
import org.stele.places.Place;

/**
 * Says the fields of records in a page's language, by a codebook and its places. What is not known is said to be unknown; a code
 * that neither has stands as it is, for nothing recorded may disappear.
 */
public record RecordWords(Page page, Codebook codebook, Gazetteer places) {

    public String name(Victim victim) {
        String name = victim.name().in(page.language());
        return name == null ? page.say("register.unidentified") : name;
    }

    public String sex(Victim victim) {
        return page.say("register.sex." + Columns.lower(victim.sex()));
    }

    /** Child or adult, and the age in years as well as it is known. */
    public String age(Victim victim) {
        AgeRange age = victim.age();
        String band = page.say("register.age." + Columns.lower(victim.age().classed(codebook.counting().adultAge())));
        if (age.min() == null && age.max() == null || isBand(age)) {
            return band;
        }
        return band + page.say("register.comma") + (age.max() == null ? page.say("register.age.at-least", age.min())
                : age.min() == null ? page.say("register.age.at-most", age.max())
                : age.min().equals(age.max()) ? page.say("register.age.years", age.min())
                : page.say("register.age.range", age.min(), age.max()));
    }

    private boolean isBand(AgeRange age) {
        return age.equals(AgeRange.child(codebook.counting().adultAge())) || age.equals(AgeRange.adult(codebook.counting().adultAge()));
    }

    public String date(DateRange date) {
        if (date.from() == null || date.to() == null) {
            return page.say("register.unknown");
        }
        return switch (date.precision()) {
            case DAY -> page.day(date.from());
            case MONTH -> page.month(java.time.YearMonth.from(date.from()));
            case YEAR -> String.valueOf(date.from().getYear());
            case RANGE -> page.say("register.date.range", page.day(date.from()), page.day(date.to()));
            case ABOUT -> page.say("register.date.about", page.day(date.from()), page.day(date.to()));
            case UNKNOWN -> page.say("register.unknown");
        };
    }

    /** From the finest known to the widest, then the source's own words. */
    public String place(PlaceRef place) {
        if (place.code() == null && place.words() == null) {
            return page.say("register.unknown");
        }
        StringBuilder said = new StringBuilder();
        Optional<Place> found = place.code() == null ? Optional.empty() : places.place(place.code());
        if (place.code() != null && found.isEmpty()) {
            said.append(place.code());
        }
        while (found.isPresent()) {
            said.append(said.isEmpty() ? "" : page.say("register.comma")).append(page.say(found.get().name()));
            found = found.get().parent() == null ? Optional.empty() : places.place(found.get().parent());
        }
        // In the page's language where somebody wrote it, else as the source did.
        String words = place.in(page.language()) == null ? place.words() : place.in(page.language());
        if (words != null) {
            said.append(said.isEmpty() ? "" : " ").append('(').append(words).append(')');
        }
        return said.toString();
    }

    /** Who is held responsible, in a few words. */
    public String responsible(Attribution attribution) {
        return switch (attribution.state()) {
            case ATTRIBUTED -> parties(attribution.parties());
            case JOINT -> page.say("register.jointly", parties(attribution.parties()));
            case UNDETERMINED -> page.say("register.undetermined", codebook.otherCategory(String.valueOf(attribution.category()))
                    .map(category -> page.say(category.name())).orElse(String.valueOf(attribution.category())));
        };
    }

    public String parties(List<String> codes) {
        return codes.stream().map(this::party).collect(Collectors.joining(page.say("register.comma")));
    }

    public String party(@Nullable String code) {
        return code == null ? page.say("register.unknown") : codebook.party(code).map(party -> page.say(party.names().brief())).orElse(code);
    }

    public String standing(Standing standing) {
        return switch (standing) {
            case Standing.Received _ -> page.say("register.received");
            case Standing.Documented documented -> page.say("register.documented", page.day(documented.on()));
            case Standing.Excluded excluded -> page.say("register.excluded", codebook.exclusions().stream().filter(term -> term.code().equals(excluded.reason()))
                    .findFirst().map(term -> page.say(term.name())).orElse(excluded.reason()));
        };
    }

    public String status(Victim victim) {
        return page.say("register.status." + Columns.lower(victim.status())) + (victim.statusReason() == null ? "" : " – " + victim.statusReason());
    }

    public String method(@Nullable String code) {
        return code == null ? page.say("register.unknown") : codebook.method(code).map(term -> page.say(term.name())).orElse(code);
    }

    public String weapon(@Nullable String code) {
        return code == null ? page.say("register.unknown") : codebook.weapon(code).map(term -> page.say(term.name())).orElse(code);
    }

    public String groups(List<String> codes) {
        return codes.isEmpty() ? "–" : codes.stream().map(code -> codebook.group(code).map(group -> page.say(group.name())).orElse(code))
                .collect(Collectors.joining(page.say("register.comma")));
    }

    public String channel(@Nullable String code) {
        return code == null ? page.say("register.unknown") : codebook.channels().stream().filter(term -> term.code().equals(code)).findFirst()
                .map(term -> page.say(term.name())).orElse(code);
    }

    public String sourceKind(String code) {
        return codebook.sourceKinds().stream().filter(kind -> kind.code().equals(code)).findFirst().map(kind -> page.say(kind.name())).orElse(code);
    }

    public String yesNo(@Nullable Boolean value) {
        return page.say(value == null ? "register.unknown" : value ? "register.yes" : "register.no");
    }

    public String count(CountRange count) {
        return count.max() == null ? page.say("register.at-least", page.number(count.min()))
                : count.min() == count.max() ? page.number(count.min())
                : page.say("register.from-to", page.number(count.min()), page.number(count.max()));
    }

    /** Words in the page's language, else in the other. */
    public String words(Words words) {
        String first = words.in(page.language());
        String said = first != null ? first : words.in(page.other());
        return said == null ? "–" : said;
    }

    public String text(@Nullable String words) {
        return words == null || words.isBlank() ? "–" : words;
    }

    public String text(Text text) {
        return page.say(text);
    }
}
