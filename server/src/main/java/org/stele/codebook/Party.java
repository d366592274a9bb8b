package org.stele.codebook;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.stele.language.Text;

/**
 * A party to the conflict, or a part of one. One party has one code and several names (counting rule R14, INC-3): which name
 * is printed is house style and stands here, so that nobody types it.
 *
 * @param parent      the party it is part of; none for a main party
 * @param names       the forms of its name
 * @param footnote    printed where the party is first listed, for example a designation by the United Nations
 * @param validFrom   first day on which deaths may be attributed to it; open if absent
 * @param validTo     last such day; open if absent
 * @param printAtZero whether lists in running text name it when nobody was killed by it (INC-4); tables always do
 */
public record Party(
        String code,
        @Nullable String parent,
        PartyNames names,
        @Nullable Text footnote,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        boolean printAtZero) {

    public boolean validOn(LocalDate day) {
        return (validFrom == null || !day.isBefore(validFrom)) && (validTo == null || !day.isAfter(validTo));
    }
}
