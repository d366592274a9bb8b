package org.stele.review;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.stele.messages.Telling;
import org.stele.messages.ToldField;
import org.stele.register.Custody;
import org.stele.register.RecordWords;
import org.stele.register.Victim;

/**
 * What was found of a person beside what each source tells, field by field: a contradiction is to be seen, and stays.
 *
 * @param columns the tellings, in the order of the finding
 */
public record Comparison(List<Told> columns, List<Row> rows) {

    /** Whether those who tell of a field tell the same: as text, by the letters alone. */
    public enum Agreement { NOBODY, ONE, SAME, DIFFERENT }

    /**
     * One field.
     *
     * @param label key of the field's name
     * @param found as found; "unknown" in words where nothing was found
     * @param told  as told, by column; empty where a source says nothing of it
     */
    public record Row(String label, String found, List<String> told, Agreement agreement) {
    }

    private record Field(String label, List<ToldField> told, BiFunction<RecordWords, Victim, String> found) {
    }

    private static final List<Field> FIELDS = List.of(
            field("name", RecordWords::name, ToldField.NAME),
            field("other-script", (words, victim) -> words.text(victim.name().in(words.page().other())), ToldField.OTHER_NAMES),
            field("sex", RecordWords::sex, ToldField.SEX),
            field("age", RecordWords::age, ToldField.AGE),
            field("status", RecordWords::status, ToldField.CIVILIAN),
            field("work", (words, victim) -> words.text(victim.work()), ToldField.WORK),
            field("origin", (words, victim) -> words.place(victim.origin()), ToldField.ORIGIN),
            field("died", (words, victim) -> words.date(victim.death()), ToldField.DIED, ToldField.WHEN),
            field("death-place", (words, victim) -> words.place(victim.deathPlace()), ToldField.DIED_WHERE, ToldField.WHERE),
            field("method", (words, victim) -> words.method(victim.method()), ToldField.HOW),
            field("responsible", (words, victim) -> words.responsible(victim.attribution()), ToldField.WHO),
            held("arrest", (words, custody) -> words.date(custody.arrest()), ToldField.ARRESTED),
            held("arrest-place", (words, custody) -> words.place(custody.arrestPlace()), ToldField.ARRESTED_WHERE),
            held("holder", (words, custody) -> words.party(custody.holder()), ToldField.HELD_BY),
            held("facility", (words, custody) -> words.text(custody.facility()), ToldField.HELD_WHERE),
            held("settlement", (words, custody) -> words.yesNo(custody.settlement()), ToldField.SETTLED),
            held("disappeared", (words, custody) -> words.yesNo(custody.disappeared()), ToldField.DISAPPEARED),
            held("informed", (words, custody) -> words.date(custody.informed()), ToldField.INFORMED),
            held("body-returned", (words, custody) -> words.yesNo(custody.bodyReturned()), ToldField.BODY),
            held("healthy-before", (words, custody) -> words.yesNo(custody.healthyBefore()), ToldField.HEALTH));

    private static Field field(String label, BiFunction<RecordWords, Victim, String> found, ToldField... told) {
        return new Field("register.fact." + label, List.of(told), found);
    }

    private static Field held(String label, BiFunction<RecordWords, Custody, String> found, ToldField told) {
        return field(label, (words, victim) -> victim.custody() == null ? "–" : found.apply(words, victim.custody()), told);
    }

    /** Fields of which neither the finding nor anybody says anything are left out.
     *  @param telling what a message tells; empty if it was erased */
    static Comparison of(Victim found, List<Told> told, Function<Long, Optional<Telling>> telling, RecordWords words) {
        // Who tells of the person tells of the whole too: one column is enough.
        List<Told> columns = told.stream().filter(each -> each.person() >= 0
                || told.stream().noneMatch(other -> other.message() == each.message() && other.person() >= 0)).toList();
        Map<Told, Map<ToldField, String>> all = new LinkedHashMap<>();
        columns.forEach(column -> all.put(column, telling.apply(column.message()).map(each -> all(each, column.person())).orElse(Map.of())));
        List<Row> rows = new ArrayList<>();
        for (Field field : FIELDS) {
            List<String> values = columns.stream().map(column -> first(all.get(column), field.told())).toList();
            String value = field.found().apply(words, found);
            if (values.stream().anyMatch(each -> !each.isEmpty()) || !value.equals("–")) {
                rows.add(new Row(field.label(), value, values, agreement(values)));
            }
        }
        return new Comparison(columns, rows);
    }

    private static Map<ToldField, String> all(Telling telling, int person) {
        Map<ToldField, String> all = new EnumMap<>(ToldField.class);
        all.putAll(telling.incident());
        if (person >= 0 && person < telling.victims().size()) {
            all.putAll(telling.victims().get(person));
        }
        return all;
    }

    private static String first(Map<ToldField, String> told, List<ToldField> fields) {
        return fields.stream().filter(told::containsKey).map(told::get).findFirst().orElse("");
    }

    static Agreement agreement(List<String> told) {
        List<String> said = told.stream().filter(each -> !each.isBlank()).toList();
        if (said.size() < 2) {
            return said.isEmpty() ? Agreement.NOBODY : Agreement.ONE;
        }
        Collator letters = Collator.getInstance(ULocale.ROOT);
        letters.setStrength(Collator.PRIMARY);
        return said.stream().allMatch(each -> letters.compare(each.strip(), said.getFirst().strip()) == 0) ? Agreement.SAME : Agreement.DIFFERENT;
    }
}
