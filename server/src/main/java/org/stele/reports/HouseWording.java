package org.stele.reports;

import java.util.Set;
import org.stele.codebook.Codebook;
import org.stele.language.Language;
import org.stele.language.Numbers;

/** The codebook's wording with the codebook's numbers in it, so that both always agree. */
final class HouseWording {

    private HouseWording() {
    }

    static String get(Writing writing, String name) {
        return fill(writing.codebook(), writing.codebook().wording().get(name).in(writing.language()), writing.language());
    }

    static boolean has(Codebook codebook, String name) {
        Set<String> names = codebook.wording().texts().keySet();
        return names.contains(name);
    }

    private static String fill(Codebook codebook, String text, Language language) {
        return text.replace("{massacre-threshold}", Numbers.write(codebook.counting().massacreThreshold(), Numbers.Style.RUNNING, language))
                .replace("{adult-age}", Numbers.write(codebook.counting().adultAge(), Numbers.Style.RUNNING, language));
    }
}
