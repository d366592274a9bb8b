package org.stele.places;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One part of a text such as "Homs: Telbeiseh: Saan village", and the places it may mean.
 *
 * @param places what the part may mean; none if nothing fits
 * @param whole  whether such a place says all that the part says
 * @param town   whether the part says that the town is meant
 */
record Part(String words, List<Place> places, boolean whole, boolean town) {

    private static final Pattern STRONG = Pattern.compile("[:;,،؛()|\\r\\n]+");

    /** These stand within some names too. A hyphen separates only with a space beside it: Deir-ez-Zor is one name, "Hama- Morek" are two. */
    private static final Pattern WEAK = Pattern.compile("[/_–—]+|-+(?=\\s)|(?<=\\s)-+");

    /** The parts of a text; a name that is known with a weak separator in it stays whole. */
    static List<String> split(Index index, String text) {
        return pieces(STRONG, text).flatMap(piece -> index.find(piece, 0, null).isEmpty() ? pieces(WEAK, piece) : Stream.of(piece)).toList();
    }

    private static Stream<String> pieces(Pattern separators, String text) {
        return Arrays.stream(separators.split(text)).map(String::strip).filter(piece -> piece.codePoints().anyMatch(Character::isLetter));
    }

    /** For "Homs-Bab Sbaa": cut at the first hyphen, where nothing else separates and the whole is no name. */
    static List<String> splitAtHyphen(String text) {
        int hyphen = text.indexOf('-');
        return hyphen < 0 ? List.of() : List.of(text.substring(0, hyphen).strip(), text.substring(hyphen + 1).strip());
    }

    /** Reads a part as it stands, and where that fits nothing, without the words that only say what kind of place is meant. */
    static Part read(Index index, String words, int level, @Nullable Place within) {
        Part asItStands = new Part(words, index.find(words, level, within), true, false);
        Qualifiers qualifiers = Qualifiers.of(words);
        if (!asItStands.places().isEmpty() || !qualifiers.any()) {
            return asItStands;
        }
        if (qualifiers.vicinity()) {
            // The countryside of a town has no clear border: only the region named after the town is sure.
            return level > 1 ? new Part(words, List.of(), true, false) : new Part(words, index.find(qualifiers.name(), 1, within), false, false);
        }
        if (qualifiers.town() && level == 0) {
            return new Part(words, index.findTown(qualifiers.name(), within), true, true);
        }
        return new Part(words, index.find(qualifiers.name(), qualifiers.region() ? 1 : level, within), true, qualifiers.town());
    }
}
