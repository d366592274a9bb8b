package org.stele.register;

import org.jspecify.annotations.Nullable;

/**
 * A place as recorded: the gazetteer's code at whatever level is known, and the words of the source.
 *
 * @param code  P-code; absent if the place is unknown or not matched
 * @param words the place in words, finer than the code or in its stead
 */
public record PlaceRef(@Nullable String code, @Nullable String words) {

    public static final PlaceRef UNKNOWN = new PlaceRef(null, null);

    public static PlaceRef of(String code) {
        return new PlaceRef(code, null);
    }
}
