package org.stele.language;

import com.ibm.icu.text.ListFormatter;
import java.util.List;

/** Lists in running text: "X, Y, and Z", "س وص وع". */
public final class Lists {

    private Lists() {
    }

    /** All of them; empty text for none. */
    public static String and(List<String> items, Language language) {
        return of(items, language, ListFormatter.Type.AND);
    }

    /** Any of them; empty text for none. */
    public static String or(List<String> items, Language language) {
        return of(items, language, ListFormatter.Type.OR);
    }

    private static String of(List<String> items, Language language, ListFormatter.Type type) {
        return items.isEmpty() ? "" : ListFormatter.getInstance(Messages.locale(language), type, ListFormatter.Width.WIDE).format(items);
    }
}
