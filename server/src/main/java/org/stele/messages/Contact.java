package org.stele.messages;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who tells and how to reach them: kept under the keys of the compartment of sources, apart from what is told.
 *
 * @param name  what the sender wants to be called
 * @param reach telephone, e-mail, or another way
 * @param how   what to mind: when it is safe, in which language
 */
public record Contact(@Nullable String name, @Nullable String reach, @Nullable String how) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public Contact {
        name = kept(name);
        reach = kept(reach);
        how = kept(how);
    }

    /** Longest text that is taken of each, in characters. */
    public static final int LONGEST = 500;

    public boolean empty() {
        return name == null && reach == null && how == null;
    }

    private static @Nullable String kept(@Nullable String value) {
        if (value != null && value.length() > LONGEST) {
            throw new IllegalArgumentException("longer than " + LONGEST + " characters");
        }
        return value == null || value.isBlank() ? null : value.strip();
    }

    String json() {
        return JSON.writeValueAsString(this);
    }

    static Contact parse(String json) {
        return JSON.readValue(json, Contact.class);
    }
}
