package org.stele.register;

import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stele.language.Language;

/**
 * A place as recorded: the gazetteer's code at whatever level is known, and the words of the source.
 *
 * @param code   P-code; absent if the place is unknown or not matched
 * @param words  the place in words, finer than the code or in its stead, in the script in which a source wrote them
 * @param arabic the same words in Arabic, where {@code words} are in Latin letters and somebody wrote both
 */
public record PlaceRef(@Nullable String code, @Nullable String words, @Nullable String arabic) {

    public static final PlaceRef UNKNOWN = new PlaceRef(null, null);

    public PlaceRef(@Nullable String code, @Nullable String words) {
        this(code, words, null);
    }

    public static PlaceRef of(String code) {
        return new PlaceRef(code, null);
    }

    /** The words in the language's script; absent if nobody wrote them in it, for nobody's spelling is made up. */
    public @Nullable String in(Language language) {
        return Stream.of(language == Language.AR ? arabic : words, words).filter(Objects::nonNull)
                .filter(written -> !written.isBlank() && arabicScript(written) == (language == Language.AR)).findFirst().orElse(null);
    }

    private static boolean arabicScript(String written) {
        return written.codePoints().anyMatch(letter -> Character.UnicodeScript.of(letter) == Character.UnicodeScript.ARABIC);
    }
}
