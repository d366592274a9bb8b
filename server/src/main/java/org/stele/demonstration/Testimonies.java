package org.stele.demonstration;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.stele.register.AgeClass;
import org.stele.register.AgeRange;
import org.stele.register.DateRange;
import org.stele.register.Sex;
import org.stele.register.Source;
import org.stele.register.Victim;
import tools.jackson.databind.json.JsonMapper;

/** What the invented sources said: a row of a list about everybody, and words of one or two others about many. */
final class Testimonies {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter ARABIC_DAY = DateTimeFormatter.ofPattern("d/M/uuuu", Locale.ENGLISH);

    private final Towns towns;
    private final Dice dice = Dice.forPurpose("testimonies");
    private final List<Testimony> testimonies = new ArrayList<>();

    Testimonies(Towns towns) {
        this.towns = towns;
    }

    static List<Source> sources() {
        return Sheet.read("sources.csv").rows().stream()
                .map(row -> new Source(row.get("kind"), row.get("name"), false, "Invented for the demonstration; no such source exists.")).toList();
    }

    /** In order of day. */
    List<Testimony> about(List<Story<Victim>> victims, int sources) {
        for (int i = 0; i < victims.size(); i++) {
            Story<Victim> story = victims.get(i);
            LocalDate day = story.first().day();
            say(0, i, day, row(i, story.first().record()));
            List<Integer> others = dice.shuffled(IntStream.range(1, sources).boxed().toList());
            int number = dice.weighted(new double[] {25, 50, 25});
            for (int source : others.subList(0, number)) {
                say(source, i, day, words(story.first().record()));
            }
            for (Story.State<Victim> later : story.states().subList(1, story.states().size())) {
                if (!later.record().name().equals(story.first().record().name()) || !later.record().age().equals(story.first().record().age())) {
                    say(1, i, later.day(), words(later.record()));
                }
            }
        }
        testimonies.sort(Comparator.comparing(Testimony::day));
        return List.copyOf(testimonies);
    }

    private void say(int source, int victim, LocalDate day, String words) {
        String locator = source == 0 ? "list of 2020, row " + (victim + 1) : "conversation " + (testimonies.size() + 1);
        testimonies.add(new Testimony(source, victim, day, locator, "demo-" + (testimonies.size() + 1), words));
    }

    private static String row(int number, Victim victim) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("remark", "invented for the demonstration");
        row.put("number", number + 1);
        row.put("name", victim.name().latin());
        row.put("الاسم", victim.name().arabic());
        row.put("sex", victim.sex().name().toLowerCase(Locale.ROOT));
        row.put("age", age(victim.age()));
        row.put("from", victim.origin().words());
        row.put("place of death", victim.deathPlace().words());
        row.put("date of death", date(victim.death()));
        row.put("how", victim.method());
        return JSON.writeValueAsString(row);
    }

    private String words(Victim victim) {
        return dice.percent(50) ? english(victim) : arabic(victim);
    }

    private static String english(Victim victim) {
        String name = victim.name().latin() == null ? "We do not know the name of" : victim.name().latin() + ",";
        String age = age(victim.age());
        return "(Invented for the demonstration.) %s %s%s from %s, killed in %s %s; we were told of %s.".formatted(name, kind(victim),
                age == null ? "" : ", " + age + " years,", victim.origin().words(), victim.deathPlace().words(), date(victim.death()),
                victim.method() == null ? "no means" : victim.method().replace('-', ' '));
    }

    private String arabic(Victim victim) {
        boolean female = victim.sex() == Sex.FEMALE;
        String name = victim.name().arabic() == null ? "لا نعرف الاسم" : victim.name().arabic();
        String where = victim.deathPlace().code() == null ? "في مكان احتجاز غير معروف" : "في " + towns.arabic(victim.deathPlace());
        LocalDate day = victim.death().from();
        String when = victim.death().precision() == DateRange.Precision.DAY && day != null ? " بتاريخ " + ARABIC_DAY.format(day) : "";
        return "(شهادة مختلَقة للعرض التجريبي) %s، من %s، %s %s%s.".formatted(name, towns.arabic(victim.origin()), female ? "قُتلت" : "قُتل", where, when);
    }

    private static String kind(Victim victim) {
        boolean female = victim.sex() == Sex.FEMALE;
        return victim.age().classed(People.ADULT) == AgeClass.CHILD ? female ? "a girl" : "a boy" : female ? "a woman" : "a man";
    }

    private static @Nullable String age(AgeRange age) {
        Integer min = age.min();
        Integer max = age.max();
        return min == null || max == null ? null : min.equals(max) ? min.toString() : min + " to " + max;
    }

    private static String date(DateRange date) {
        LocalDate from = date.from();
        LocalDate to = date.to();
        if (from == null || to == null) {
            return "at a time not known";
        }
        return switch (date.precision()) {
            case DAY -> "on " + DAY.format(from);
            case MONTH -> "in " + MONTH.format(from);
            case YEAR -> "in " + from.getYear();
            default -> "between " + DAY.format(from) + " and " + DAY.format(to);
        };
    }
}
