package org.stele.evidence;

import java.util.Arrays;
import java.util.List;
import org.stele.language.Language;
import org.stele.page.Words;

/**
 * What is wrong with a field, to be said in whichever language its reader has.
 *
 * @param words  name of the sentence among the room's words, after {@code fault.}
 * @param values what stands in its places
 */
public record Fault(String words, List<Object> values) {

    public static Fault of(String words, Object... values) {
        return new Fault(words, Arrays.asList(values));
    }

    public String in(Language language) {
        return Words.say(language, "evidence.fault." + words, values.toArray());
    }

    /** In English, as the command line says it. */
    @Override
    public String toString() {
        return in(Language.EN);
    }
}
