package org.stele.register;

import org.jspecify.annotations.Nullable;
import org.stele.language.Language;

/** A person's name in Latin and in Arabic script, as known; both absent for a person not identified. */
public record PersonName(@Nullable String latin, @Nullable String arabic) {

    /** A person not identified. */
    public static final PersonName UNKNOWN = new PersonName(null, null);

    public PersonName {
        latin = latin == null || latin.isBlank() ? null : latin.strip();
        arabic = arabic == null || arabic.isBlank() ? null : arabic.strip();
    }

    public boolean known() {
        return latin != null || arabic != null;
    }

    /** The name in the script of the language, else in the other; absent if there is none. */
    public @Nullable String in(Language language) {
        String first = language == Language.AR ? arabic : latin;
        return first != null ? first : language == Language.AR ? latin : arabic;
    }
}
