package org.stele.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stele.register.Attribution;
import org.stele.register.CountRange;
import org.stele.register.DateRange;
import org.stele.register.Incident;
import org.stele.register.PlaceRef;

/**
 * A field of an incident of which a row says something else than the incident holds. A row that says nothing of a field does not
 * disagree; the day of documentation is each row's own.
 */
record Disagreement(String field, @Nullable Object said, @Nullable Object held) {

    private static final List<Field<?>> FIELDS = List.of(
            new Field<>("death", Incident::occurred, DateRange::known, Objects::equals),
            new Field<>("death-place", Incident::place, place -> !place.equals(PlaceRef.UNKNOWN), Disagreement::samePlace),
            new Field<>("method", Incident::method, Objects::nonNull, Objects::equals),
            new Field<>("weapon", Incident::weapon, Objects::nonNull, Objects::equals),
            new Field<>("attribution", Incident::attribution, Disagreement::saysWho, Disagreement::sameFinding),
            new Field<>("spot-en", incident -> incident.spot().en(), Objects::nonNull, Objects::equals),
            new Field<>("spot-ar", incident -> incident.spot().ar(), Objects::nonNull, Objects::equals),
            new Field<>("unrecorded", Incident::unrecorded, count -> !count.equals(CountRange.NONE), Objects::equals),
            new Field<>("injured", Incident::injured, count -> !count.equals(CountRange.NONE), Objects::equals),
            new Field<>("controlled-by", Incident::controlledBy, Objects::nonNull, Objects::equals),
            new Field<>("account-en", incident -> incident.account().en(), Objects::nonNull, Objects::equals),
            new Field<>("account-ar", incident -> incident.account().ar(), Objects::nonNull, Objects::equals),
            new Field<>("notable", Incident::notable, notable -> notable, Objects::equals));

    private record Field<T extends @Nullable Object>(String name, Function<Incident, T> get, Predicate<T> says, BiPredicate<T, T> same) {

        boolean disagrees(Incident said, Incident held) {
            T word = get.apply(said);
            return says.test(word) && !same.test(word, get.apply(held));
        }

        Disagreement told(Incident said, Incident held) {
            return new Disagreement(name, get.apply(said), get.apply(held));
        }
    }

    /** In the order of the fields; empty where the row says what is held. */
    static List<Disagreement> between(Incident said, Incident held) {
        if (said.equals(held)) {
            return List.of();
        }
        List<Disagreement> all = new ArrayList<>(2);
        for (Field<?> field : FIELDS) {
            if (field.disagrees(said, held)) {
                all.add(field.told(said, held));
            }
        }
        return all;
    }

    /** The fields in which two states of an incident differ. */
    static Set<String> fields(Incident one, Incident other) {
        return Stream.concat(between(one, other).stream(), between(other, one).stream()).map(Disagreement::field).collect(Collectors.toSet());
    }

    /** Two spellings of one place are one place. */
    private static boolean samePlace(PlaceRef one, PlaceRef other) {
        return one.code() != null && other.code() != null ? one.code().equals(other.code()) : one.equals(other);
    }

    private static boolean saysWho(Attribution attribution) {
        return !Attribution.NOT_SPECIFIED.equals(attribution.category()) || !attribution.parties().isEmpty();
    }

    /** Grounds are in each row's own words. */
    private static boolean sameFinding(Attribution one, Attribution other) {
        return one.state() == other.state() && one.parties().equals(other.parties()) && Objects.equals(one.category(), other.category());
    }
}
