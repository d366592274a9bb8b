package org.stele.ocfl;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Whether two files of settings say the same, however they are written. */
final class Layout {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Layout() {
    }

    static boolean like(String one, String other) {
        try {
            return JSON.readTree(one).equals(JSON.readTree(other));
        } catch (JacksonException e) {
            return false;
        }
    }
}
