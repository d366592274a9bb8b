package org.stele.intake;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stele.codebook.Codebook;
import org.stele.register.CivilianStatus;
import org.stele.register.DateRange;
import org.stele.register.Sex;
import org.stele.register.Source;

/**
 * How the rows of one kind of list become victims: which column is which field, and what its values mean in the codebook's terms.
 *
 * @param digest   SHA-256 of the mapping file
 * @param kind     of file; by the file's name if absent
 * @param key      columns that mark a row; none if the list has no mark of its own
 * @param blanks   spellings that say nothing, in any column
 */
record Mapping(
        String name,
        String digest,
        Codebook codebook,
        Source source,
        FileFormat.@Nullable Kind kind,
        FileFormat format,
        List<String> key,
        Set<String> blanks,
        StandingField standing,
        NameField names,
        Field<Sex> sex,
        AgeField age,
        Field<CivilianStatus> status,
        Field<Optional<String>> statusReason,
        GroupsField groups,
        Field<Optional<String>> work,
        Field<DateRange> death,
        @Nullable PlaceField deathPlace,
        @Nullable PlaceField origin,
        Field<Optional<String>> method,
        Field<Optional<String>> weapon,
        Field<Blame> blame,
        Field<Optional<String>> grounds,
        @Nullable CustodyFields custody,
        @Nullable IncidentFields incident,
        Field<Boolean> notable) {

    /** All columns the mapping names. */
    Set<String> columns() {
        Set<String> all = new LinkedHashSet<>(key);
        Stream.of(standing, names, sex, age, status, statusReason, groups, work, death, method, weapon, blame, grounds, notable)
                .forEach(field -> all.addAll(field.columns()));
        Stream.of(Optional.ofNullable(deathPlace), Optional.ofNullable(origin)).forEach(place -> place.ifPresent(field -> all.addAll(field.columns())));
        if (custody != null) {
            all.addAll(custody.columns());
        }
        if (incident != null) {
            all.addAll(incident.columns());
        }
        return all;
    }

    /** Codes of places that the mapping names. */
    Set<String> placeCodes() {
        Set<String> codes = new LinkedHashSet<>();
        Stream.of(Optional.ofNullable(deathPlace), Optional.ofNullable(origin), Optional.ofNullable(custody).map(CustodyFields::arrestPlace))
                .flatMap(Optional::stream).forEach(place -> place.values().meanings().forEach(meaning -> {
                    if (meaning instanceof PlaceField.Meaning.Code code) {
                        codes.add(code.code());
                    }
                }));
        return codes;
    }

    /** @throws FaultyFile naming every column the file lacks */
    void refuseMissingColumns(Columns file) {
        List<String> missing = columns().stream().filter(column -> !file.has(column)).toList();
        if (!missing.isEmpty()) {
            throw new FaultyFile("the file lacks %s, which the mapping '%s' names; the file has %s. Correct the mapping, or the file's heading."
                    .formatted(quoted(missing), name, quoted(file.names())));
        }
    }

    private static String quoted(List<String> columns) {
        return (columns.size() == 1 ? "the column '" : "the columns '") + String.join("', '", columns) + "'";
    }
}
