package org.stele.register;

import org.jspecify.annotations.Nullable;
import org.stele.language.Language;

/** Free words in either language, each only where somebody wrote them. */
public record Words(@Nullable String en, @Nullable String ar) {

    public static final Words NONE = new Words(null, null);

    /** The words in the language; absent if nobody wrote them in it. */
    public @Nullable String in(Language language) {
        return language == Language.AR ? ar : en;
    }
}
