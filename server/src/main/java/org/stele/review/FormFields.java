package org.stele.review;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stele.places.Gazetteer;
import org.stele.places.Match;
import org.stele.places.Place;
import org.stele.register.DateRange;
import org.stele.register.PlaceRef;

/** Reads the fields of a form one by one and keeps, by field, what is wrong with them. */
final class FormFields {

    /** What is wrong with a field. @param parameters of the sentence {@code review.fault.<kind>} */
    record Fault(String kind, List<Object> parameters) {
    }

    private final Map<String, List<String>> sent;
    private final Map<String, Fault> faults = new LinkedHashMap<>();

    FormFields(Map<String, List<String>> sent) {
        this.sent = sent;
    }

    Map<String, Fault> faults() {
        return faults;
    }

    void fault(String field, String kind, Object... parameters) {
        faults.putIfAbsent(field, new Fault(kind, List.of(parameters)));
    }

    /** Empty if the field was not sent. */
    String text(String field) {
        List<String> values = sent.getOrDefault(field, List.of());
        return values.isEmpty() ? "" : values.getFirst().strip();
    }

    @Nullable String textOrNone(String field) {
        String text = text(field);
        if (text.length() > 4_000) {
            fault(field, "long", 4_000);
        }
        return text.isEmpty() ? null : text;
    }

    List<String> texts(String field) {
        return sent.getOrDefault(field, List.of()).stream().filter(each -> !each.isBlank()).map(String::strip).distinct().toList();
    }

    @Nullable Integer number(String field, int least, int most) {
        String text = latinDigits(text(field));
        if (text.isEmpty()) {
            return null;
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        fault(field, "number", least, most);
        return null;
    }

    DateRange date(String field) {
        try {
            return FormDate.read(text(field));
        } catch (IllegalArgumentException e) {
            fault(field, "date");
            return DateRange.UNKNOWN;
        }
    }

    @Nullable LocalDate day(String field) {
        String text = latinDigits(text(field));
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            fault(field, "day");
            return null;
        }
    }

    @Nullable Boolean yesNo(String field) {
        return switch (text(field)) {
            case "yes" -> true;
            case "no" -> false;
            default -> null;
        };
    }

    static String yesNo(@Nullable Boolean value) {
        return value == null ? "" : value ? "yes" : "no";
    }

    <E extends Enum<E>> E choice(String field, Class<E> type, E otherwise) {
        String text = text(field).replace('-', '_');
        return Arrays.stream(type.getEnumConstants()).filter(each -> each.name().equalsIgnoreCase(text)).findFirst().orElse(otherwise);
    }

    /** A code of a list of the codebook; none if nothing was chosen. */
    @Nullable String code(String field, List<String> codes) {
        String text = text(field);
        if (!text.isEmpty() && !codes.contains(text)) {
            fault(field, "code", text);
            return null;
        }
        return text.isEmpty() ? null : text;
    }

    List<String> codes(String field, List<String> codes) {
        List<String> chosen = new ArrayList<>(texts(field));
        chosen.stream().filter(each -> !codes.contains(each)).findFirst().ifPresent(each -> fault(field, "code", each));
        chosen.retainAll(codes);
        return chosen;
    }

    /** A place by its code or its name; a name that could be several is a fault that names them, and nothing is guessed. */
    PlaceRef place(String field, Gazetteer places) {
        String written = text(field);
        String words = textOrNone(field + "-words");
        String arabic = textOrNone(field + "-arabic");
        if (written.isEmpty()) {
            return new PlaceRef(null, words, arabic);
        }
        Optional<Place> byCode = places.place(written);
        if (byCode.isPresent()) {
            return new PlaceRef(written, words, arabic);
        }
        return switch (places.match(written, 0, null)) {
            case Match.Found found when found.whole() -> new PlaceRef(found.place().code(), words, arabic);
            case Match.Found found -> {
                fault(field, "place-more", found.beyond());
                yield new PlaceRef(null, words, arabic);
            }
            case Match.Ambiguous several -> {
                fault(field, "place-several", several.candidates().stream().limit(8).map(each -> each.code() + " " + each.name().en())
                        .collect(Collectors.joining("; ")));
                yield new PlaceRef(null, words, arabic);
            }
            case Match.Unmatched _ -> {
                fault(field, "place-none", written);
                yield new PlaceRef(null, words, arabic);
            }
        };
    }

    static String latinDigits(String text) {
        return text.codePoints().map(letter -> Character.isDigit(letter) ? '0' + Character.digit(letter, 10) : letter)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }
}
