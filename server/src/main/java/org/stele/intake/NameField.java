package org.stele.intake;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stele.register.PersonName;

/**
 * A person's name: from a column for each script, or from one that holds either. A name that only says "unidentified" is none;
 * persons not identified are never the same person.
 *
 * @param either       column of names in either script
 * @param unidentified what stands in the place of a name; must fit the whole cell
 */
record NameField(@Nullable String latin, @Nullable String arabic, @Nullable String either, List<Pattern> unidentified) implements Field<PersonName> {

    @Override
    public List<String> columns() {
        return Stream.of(latin, arabic, either).filter(column -> column != null).map(String::valueOf).toList();
    }

    @Override
    public Reading<PersonName> bind(Columns columns) {
        int l = latin == null ? -1 : columns.place(latin);
        int a = arabic == null ? -1 : columns.place(arabic);
        int e = either == null ? -1 : columns.place(either);
        return row -> {
            String inLatin = l < 0 ? null : name(row.cell(l));
            String inArabic = a < 0 ? null : name(row.cell(a));
            String inEither = e < 0 ? null : name(row.cell(e));
            if (inEither != null && isArabic(inEither)) {
                inArabic = inArabic == null ? inEither : inArabic;
            } else if (inEither != null) {
                inLatin = inLatin == null ? inEither : inLatin;
            }
            return inLatin == null && inArabic == null ? PersonName.UNKNOWN : new PersonName(inLatin, inArabic);
        };
    }

    private @Nullable String name(String cell) {
        if (cell.isBlank()) {
            return null;
        }
        if (!unidentified.isEmpty()) {
            String spelling = Spelling.of(cell);
            if (unidentified.stream().anyMatch(pattern -> pattern.matcher(spelling).matches())) {
                return null;
            }
        }
        return cell;
    }

    /** By its first letter that belongs to one of the two scripts. */
    private static boolean isArabic(String name) {
        return name.codePoints().filter(Character::isLetter).limit(1)
                .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.ARABIC);
    }
}
