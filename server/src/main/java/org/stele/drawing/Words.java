package org.stele.drawing;

import org.stele.language.Language;
import org.stele.language.Text;

/** The few words a drawing says by itself. Ranges are said in words: "10–19" turns round in Arabic. */
final class Words {
    static final Text NONE = new Text("none", "لا أحد");
    static final Text NO_NUMBER = new Text("not counted by itself", "لا يُحصى منفصلاً");

    private Words() {
    }

    static String range(Language language, String from, String to) {
        return switch (language) {
            case EN -> from + " to " + to;
            case AR -> "من " + from + " إلى " + to;
        };
    }

    static String orMore(Language language, String from) {
        return switch (language) {
            case EN -> from + " or more";
            case AR -> from + " فأكثر";
        };
    }
}
