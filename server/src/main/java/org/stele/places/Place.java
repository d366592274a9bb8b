package org.stele.places;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stele.language.Text;

/**
 * One place of the gazetteer.
 *
 * @param code      P-code: stable, unique
 * @param level     1 for the widest level of the codebook
 * @param parent    code of the place it lies in; none at level 1
 * @param name      the name as the house spells it
 * @param aliases   other spellings met, in any script
 * @param latitude  degrees north (WGS 84), where known
 * @param longitude degrees east (WGS 84), where known
 * @param source    where the entry comes from, with its licence
 */
public record Place(String code, int level, @Nullable String parent, Text name, List<String> aliases, @Nullable Double latitude, @Nullable Double longitude, String source) {
    public Place {
        aliases = List.copyOf(aliases);
    }
}
