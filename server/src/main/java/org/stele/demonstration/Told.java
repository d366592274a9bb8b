package org.stele.demonstration;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stele.register.CountRange;
import org.stele.register.DateRange;
import org.stele.register.PlaceRef;
import org.stele.register.Sex;
import org.stele.register.Words;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The incidents and cases that the month's report tells one by one, as the facts of its narratives under invented names. */
record Told(List<Event> events, List<Case> cases) {

    /** An incident. */
    record Event(Cell cell, LocalDate day, PlaceRef place, Words spot, String method, String weapon, String controlledBy,
                 CountRange injured, Words account, boolean notable, List<One> people) {

        int count(Person person) {
            return (int) people.stream().filter(one -> one.person() == person).count();
        }
    }

    /** One person killed in it; what is absent is drawn. */
    record One(Person person, @Nullable Sex sex, @Nullable Integer age, @Nullable String work, @Nullable String statusReason) {
    }

    /** A death in custody. The place of death is a governorate's code, or "unknown". */
    record Case(String party, LocalDate day, String latin, String arabic, int age, PlaceRef origin, List<String> groups,
                @Nullable String work, String place, @Nullable String facility, DateRange arrest, PlaceRef arrestPlace,
                @Nullable Boolean settlement, @Nullable Boolean disappeared, String channel, boolean bodyReturned, boolean neglect) {
    }

    static Told read() {
        try (InputStream in = Told.class.getResourceAsStream(Sheet.FOLDER + "told-2020-11.yaml")) {
            Map<String, List<Map<String, Object>>> all = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            return new Told(all.get("incidents").stream().map(Told::event).toList(), all.get("cases").stream().map(Told::custodyCase).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Event event(Map<String, Object> map) {
        @SuppressWarnings("unchecked")
        var people = (List<Map<String, Object>>) map.get("people");
        @SuppressWarnings("unchecked")
        var injured = (List<Integer>) map.get("injured");
        return new Event(new Cell(YearMonth.parse(text(map, "month")), text(map, "party"), optional(map, "category")),
                LocalDate.parse(text(map, "day")), place(text(map, "governorate"), words(map, "place")), words(map, "spot"),
                text(map, "method"), text(map, "weapon"), text(map, "controlledBy"), new CountRange(injured.getFirst(), injured.getLast()),
                words(map, "account"), flag(map, "notable") == Boolean.TRUE, people.stream().map(Told::one).toList());
    }

    private static One one(Map<String, Object> map) {
        String sex = optional(map, "sex");
        return new One(Person.valueOf(text(map, "kind").toUpperCase(Locale.ROOT)), sex == null ? null : Sex.valueOf(sex.toUpperCase(Locale.ROOT)),
                (Integer) map.get("age"), optional(map, "work"), optional(map, "statusReason"));
    }

    private static Case custodyCase(Map<String, Object> map) {
        @SuppressWarnings("unchecked")
        var groups = (List<String>) map.get("groups");
        return new Case(text(map, "party"), LocalDate.parse(text(map, "day")), text(map, "latin"), text(map, "arabic"), (Integer) map.get("age"),
                place(text(map, "origin"), words(map, "originWords")), groups, optional(map, "work"), text(map, "death"),
                optional(map, "facility"), arrest(text(map, "arrest")), place(optional(map, "arrestPlace"), map.containsKey("arrestWords") ? words(map, "arrestWords") : Words.NONE),
                flag(map, "settlement"), flag(map, "disappeared"), text(map, "channel"),
                flag(map, "bodyReturned") == Boolean.TRUE, flag(map, "neglect") == Boolean.TRUE);
    }

    /** A year, or a year and a month. */
    private static DateRange arrest(String words) {
        return words.length() == 4 ? DateRange.year(Integer.parseInt(words)) : DateRange.month(YearMonth.parse(words));
    }

    private static String text(Map<String, Object> map, String key) {
        String text = optional(map, key);
        if (text == null) {
            throw new IllegalStateException("told-2020-11.yaml: '" + key + "' is missing in " + map);
        }
        return text;
    }

    private static @Nullable String optional(Map<String, Object> map, String key) {
        return (String) map.get(key);
    }

    private static @Nullable Boolean flag(Map<String, Object> map, String key) {
        return (Boolean) map.get(key);
    }

    private static PlaceRef place(@Nullable String code, Words words) {
        return new PlaceRef(code, words.en(), words.ar());
    }

    private static Words words(Map<String, Object> map, String key) {
        @SuppressWarnings("unchecked")
        var words = (Map<String, Object>) map.get(key);
        return new Words(optional(words, "en"), optional(words, "ar"));
    }
}
