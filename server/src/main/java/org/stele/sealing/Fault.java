package org.stele.sealing;

/**
 * Something that is not as it was sealed.
 *
 * @param what  which record or file, for example {@code victim 12, version 3}
 * @param words one sentence that names it and says what is wrong
 */
public record Fault(String what, String words) {
}
