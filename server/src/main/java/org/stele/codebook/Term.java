package org.stele.codebook;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stele.language.Text;

/**
 * One entry of a list of the codebook: a method, a weapon, a reason.
 *
 * @param code what records hold; lower case, letters, digits and hyphens; never reused for another meaning
 * @param note when to use it, in the editors' words
 */
public record Term(String code, Text name, @Nullable Text note) {

    static Optional<Term> find(List<Term> terms, String code) {
        return terms.stream().filter(term -> term.code().equals(code)).findFirst();
    }
}
