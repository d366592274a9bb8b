package org.stele.codebook;

import java.util.List;
import org.stele.language.Text;

/**
 * A sub-category of "other parties" (counting rule R9): every death of undetermined responsibility has exactly one.
 *
 * @param precedence lower wins where several apply (INC-8: landmine, bombing, gunfire, unknown persons)
 * @param weapons    weapon codes that suggest it
 * @param methods    method codes that suggest it
 */
public record OtherCategory(String code, Text name, int precedence, List<String> weapons, List<String> methods) {
}
