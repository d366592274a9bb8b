package org.stele.page;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.stele.language.Language;
import org.stele.language.Messages;

/**
 * The words of the pages: {@code messages/<room>.<language>.properties}, one file for each room and language. A key is the room's
 * name, a dot, and the name in the file; slots are numbered: {@code {0}}, {@code {0, plural, …}}.
 */
public final class Words {

    private static final Map<String, Messages> ROOMS = new ConcurrentHashMap<>();
    private static final Map<String, String> WITHOUT_SLOTS = new ConcurrentHashMap<>();

    private Words() {
    }

    /** @throws IllegalArgumentException for a key that nobody wrote: a fault of the program, found by its tests */
    public static String say(Language language, String key, Object... values) {
        if (values.length == 0) {
            return WITHOUT_SLOTS.computeIfAbsent(language.tag() + key, once -> fill(language, key));
        }
        return fill(language, key, values);
    }

    static Messages of(String room, Language language) {
        return ROOMS.computeIfAbsent(room + "." + language.tag(), once -> Messages.ofResource(language, "/messages/" + room));
    }

    private static String fill(Language language, String key, Object... values) {
        int dot = key.indexOf('.');
        if (dot < 0) {
            throw new IllegalArgumentException("No words for '" + key + "': a key is a room, a dot and a name");
        }
        Map<String, Object> slots = new HashMap<>();
        for (int i = 0; i < values.length; i++) {
            slots.put(String.valueOf(i), values[i]);
        }
        return of(key.substring(0, dot), language).format(key.substring(dot + 1), slots);
    }
}
