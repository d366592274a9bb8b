package org.stele.register;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one source says about one victim or incident, kept word for word. Never edited; what replaces it is a later statement.
 *
 * @param source     id of the source
 * @param victim     id of the victim it is about, or none
 * @param incident   id of the incident it is about, or none
 * @param recordedAt when the register took it in
 * @param locator    where in the source it stands, for example file and row
 * @param key        the source's own mark for it, unique within a source for one state of what it says
 * @param words      the statement, verbatim; a row of a list as a JSON object of column to cell
 */
public record Statement(long id, long source, @Nullable Long victim, @Nullable Long incident, Instant recordedAt, String locator, String key, String words) {

    /** What stands in place of words, locator and key after a lawful erasure. */
    public static final String ERASED = "[erased]";

    /** Whether a lawful erasure destroyed what it said. */
    public boolean isErased() {
        return words.equals(ERASED) && key.equals(ERASED);
    }
}
