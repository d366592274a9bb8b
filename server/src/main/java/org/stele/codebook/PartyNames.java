package org.stele.codebook;

import org.stele.language.Text;

/**
 * The forms of a party's name.
 *
 * @param full       heading of a list, with what it comprises in brackets
 * @param brief      in tables, charts and short lists
 * @param inSentence after "at the hands of", with its article
 * @param un         as the United Nations write it, for submissions
 */
public record PartyNames(Text full, Text brief, Text inSentence, Text un) {
}
