package org.stele.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.stele.language.Lists;
import org.stele.language.Nouns;

/** "…, including five children and one woman": a group of nobody is left out, and the word with it when all are (§5.3). */
final class Including {

    private Including() {
    }

    /** In the middle of a sentence, closed by a comma. */
    static String within(Writing writing, Figure children, Figure women) {
        return of(writing, "including", nouns(writing, children, women, "woman"));
    }

    /** The same with "woman" explained as adult female: once in a report, in its headline. */
    static String explained(Writing writing, Figure children, Figure women) {
        return of(writing, "including", nouns(writing, children, women, "woman-explained"));
    }

    /** At the end of a sentence. */
    static String atEnd(Writing writing, Figure children, Figure women) {
        return of(writing, "including-end", nouns(writing, children, women, "woman"));
    }

    /** At the end, with the children's sex where all are girls: "one female child". */
    static String withGirls(Writing writing, Figure children, Figure girls, Figure women) {
        return of(writing, "including-end", girls.value() == children.value() ? nouns(writing, "girl", girls, women, "woman") : nouns(writing, children, women, "woman"));
    }

    private static List<String> nouns(Writing writing, Figure children, Figure women, String woman) {
        return nouns(writing, "child", children, women, woman);
    }

    private static List<String> nouns(Writing writing, String child, Figure children, Figure women, String woman) {
        List<String> nouns = new ArrayList<>();
        if (children.value() > 0) {
            nouns.add(writing.counted(child, children, Nouns.Case.NOMINATIVE));
        }
        if (women.value() > 0) {
            nouns.add(writing.counted(woman, women, Nouns.Case.NOMINATIVE));
        }
        return nouns;
    }

    private static String of(Writing writing, String form, List<String> nouns) {
        return nouns.isEmpty() ? "" : writing.part(form, Map.of("list", Lists.and(nouns, writing.language())));
    }
}
