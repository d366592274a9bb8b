package org.stele.statistics;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stele.codebook.Codebook;
import org.stele.codebook.Group;
import org.stele.codebook.Term;
import org.stele.places.Gazetteer;
import org.stele.places.Place;
import org.stele.register.Attribution;

/** What a version's fields mean by one codebook and one gazetteer: the value of a field on each axis. Pure. */
final class Interpretation {

    /** The value of {@link Dimension.Axis#GROUP} of who belongs to no group. */
    static final String NO_GROUP = "none";

    private final Codebook codebook;
    private final Gazetteer places;
    private final Responsibility responsibility;

    Interpretation(Codebook codebook, Gazetteer places) {
        this.codebook = codebook;
        this.places = places;
        this.responsibility = new Responsibility(codebook);
    }

    Codebook codebook() {
        return codebook;
    }

    Gazetteer places() {
        return places;
    }

    /** The field that decides a version's value on an axis. */
    static Field field(Dimension.Axis axis) {
        return switch (axis) {
            case PARTY, OTHER_PARTY, RESPONSIBILITY -> Field.ATTRIBUTION;
            case DEATH_PLACE -> Field.PLACE;
            case ORIGIN -> Field.ORIGIN;
            case DAY, MONTH, YEAR -> Field.DAY;
            case DEATH_DAY, DEATH_MONTH, DEATH_YEAR -> Field.DEATH;
            case SEX, AGE_CLASS -> Field.PERSON;
            case METHOD -> Field.METHOD;
            case WEAPON -> Field.WEAPON;
            case GROUP -> Field.GROUPS;
            case STATUS, STANDING -> Field.STANDING;
        };
    }

    /** The values of a field's value along a dimension: exactly one, and for groups one or more. */
    List<String> values(Dimension dimension, @Nullable Object value) {
        return dimension.axis() == Dimension.Axis.GROUP ? groups((List<?>) known(value)) : List.of(one(dimension, value));
    }

    private String one(Dimension dimension, @Nullable Object value) {
        return switch (dimension.axis()) {
            case PARTY -> responsibility.party((Attribution) known(value), dimension.level());
            case OTHER_PARTY -> responsibility.otherParty((Attribution) known(value));
            case RESPONSIBILITY -> lower(((Attribution) known(value)).state());
            case DEATH_PLACE, ORIGIN -> value == null ? Dimension.UNKNOWN
                    : places.above((String) value, dimension.level()).map(Place::code).orElse(Dimension.UNKNOWN);
            case DAY, MONTH, YEAR -> value == null ? Dimension.UNKNOWN : date(dimension.axis(), (LocalDate) value);
            case DEATH_DAY, DEATH_MONTH, DEATH_YEAR -> span(dimension.axis(), (Field.Span) known(value));
            case SEX -> lower(((Field.Person) known(value)).sex());
            case AGE_CLASS -> lower(((Field.Person) known(value)).age().classed(codebook.counting().adultAge()));
            case METHOD -> term(codebook.methods(), value);
            case WEAPON -> term(codebook.weapons(), value);
            case STATUS -> lower(((Field.Ground) known(value)).status());
            case STANDING -> inclusion((Field.Ground) known(value)).code();
            case GROUP -> throw new IllegalArgumentException("A person may belong to several groups");
        };
    }

    Inclusion inclusion(Field.Ground ground) {
        return Inclusion.of(codebook.counting(), ground.standing(), ground.status());
    }

    Demography demography(Field.Person person) {
        return Demography.of(person.sex(), person.age().classed(codebook.counting().adultAge()));
    }

    private List<String> groups(List<?> codes) {
        List<String> known = codebook.groups().stream().map(Group::code).filter(codes::contains).toList();
        if (known.isEmpty()) {
            return List.of(codes.isEmpty() ? NO_GROUP : Dimension.UNKNOWN);
        }
        return known;
    }

    /** A date known to a month has no day; one known to a range within a month has that month. */
    private static String span(Dimension.Axis axis, Field.Span span) {
        if (span.from() == null || span.to() == null) {
            return Dimension.UNKNOWN;
        }
        String first = date(axis, span.from());
        return first.equals(date(axis, span.to())) ? first : Dimension.UNKNOWN;
    }

    private static String date(Dimension.Axis axis, LocalDate day) {
        return switch (axis) {
            case MONTH, DEATH_MONTH -> YearMonth.from(day).toString();
            case YEAR, DEATH_YEAR -> day.toString().substring(0, day.toString().length() - 6);
            default -> day.toString();
        };
    }

    private static String term(List<Term> terms, @Nullable Object code) {
        Optional<Term> term = terms.stream().filter(candidate -> candidate.code().equals(code)).findFirst();
        return term.map(Term::code).orElse(Dimension.UNKNOWN);
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static Object known(@Nullable Object value) {
        if (value == null) {
            throw new IllegalStateException("A field that is never absent is absent");
        }
        return value;
    }
}
