package org.stele.intake;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stele.register.AgeRange;
import org.stele.register.Attribution;
import org.stele.register.CountRange;
import org.stele.register.DateRange;
import org.stele.register.PersonName;
import org.stele.register.PlaceRef;
import org.stele.register.Standing;

/** The values of fields in words, for a person who is to decide between them. */
final class Told {

    private Told() {
    }

    static String of(@Nullable Object value) {
        return switch (value) {
            case null -> "unknown";
            case PersonName name -> joined(" / ", name.latin(), name.arabic());
            case AgeRange age -> age.min() == null && age.max() == null ? "unknown"
                    : age.min() != null && age.min().equals(age.max()) ? age.min().toString()
                    : age.max() == null ? age.min() + " or more" : (age.min() == null ? "0" : age.min()) + " to " + age.max();
            case DateRange date -> switch (date.precision()) {
                case UNKNOWN -> "unknown";
                case DAY -> String.valueOf(date.from());
                default -> date.from() + " to " + date.to() + " (" + word(date.precision()) + ")";
            };
            case PlaceRef place -> joined(", ", place.code(), place.words() == null ? null : "'" + place.words() + "'");
            case Attribution attribution -> word(attribution.state()) + joined(" ", attribution.parties().isEmpty() ? null : ": " + String.join(", ", attribution.parties()),
                    attribution.category() == null ? null : "(" + attribution.category() + ")").replaceFirst("^(?!:)", " ");
            case CountRange count -> count.max() == null ? count.min() + " or more"
                    : count.max() == count.min() ? Integer.toString(count.min()) : count.min() + " to " + count.max();
            case Standing.Received _ -> "received";
            case Standing.Documented documented -> "documented on " + documented.on();
            case Standing.Excluded excluded -> "excluded: " + excluded.reason();
            case Enum<?> word -> word(word);
            case List<?> list -> list.isEmpty() ? "none" : list.stream().map(String::valueOf).collect(Collectors.joining(", "));
            default -> value.toString();
        };
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static String joined(String between, @Nullable String... parts) {
        String joined = Stream.of(parts).filter(part -> part != null && !part.isEmpty()).map(String::valueOf).collect(Collectors.joining(between));
        return joined.isEmpty() ? "unknown" : joined;
    }
}
