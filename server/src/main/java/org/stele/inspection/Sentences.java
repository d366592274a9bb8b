package org.stele.inspection;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.stele.language.Language;
import org.stele.language.Messages;

/** The words of this room, in each language, with values filled in. */
final class Sentences {
    private static final Map<Language, Messages> WORDS = new ConcurrentHashMap<>();

    private Sentences() {
    }

    static String say(Language language, String name, List<?> values) {
        Map<String, Object> slots = new HashMap<>();
        for (int n = 0; n < values.size(); n++) {
            slots.put(String.valueOf(n), values.get(n));
        }
        return WORDS.computeIfAbsent(language, each -> Messages.ofResource(each, "/messages/inspection")).format(name, slots);
    }
}
