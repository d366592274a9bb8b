package org.stele.audit;

/**
 * Something that is not as it was sealed, in words for whoever has to act on it.
 *
 * @param part   {@code register} for records and the log, {@code editions}, {@code bytes} for originals and their copies
 * @param what   which record, file, edition or item
 * @param where  where it lies; empty for what lies in the database
 * @param words  one sentence that says what is wrong
 * @param remedy what to do
 */
public record Finding(String part, String what, String where, String words, String remedy) {
}
