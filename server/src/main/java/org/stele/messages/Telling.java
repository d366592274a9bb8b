package org.stele.messages;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is told, field by field in the sender's words; a field nobody filled in is absent.
 *
 * @param incident what is told of all of it together
 * @param victims  one for each person told of; none where only an incident is told of, or nothing in fields at all
 * @param words    all of it as one text, for what comes without fields: a post, a mail, a page
 */
public record Telling(Map<ToldField, String> incident, List<Map<ToldField, String>> victims, @Nullable String words) {

    /** Most persons told of in one message; whoever must tell of more sends a second one, or a list. */
    public static final int MOST_VICTIMS = 200;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public Telling {
        incident = filled(incident, true);
        victims = victims.stream().map(victim -> filled(victim, false)).toList();
        words = words == null || words.isBlank() ? null : words.strip();
        if (victims.size() > MOST_VICTIMS) {
            throw new IllegalArgumentException("A message tells of at most " + MOST_VICTIMS + " persons");
        }
    }

    /** Only a text. */
    public static Telling words(String words) {
        return new Telling(Map.of(), List.of(), words);
    }

    public Optional<String> of(ToldField field) {
        return Optional.ofNullable(incident.get(field));
    }

    /** Whether anything at all is told. */
    public boolean empty() {
        return incident.isEmpty() && words == null && victims.stream().allMatch(Map::isEmpty);
    }

    private static Map<ToldField, String> filled(Map<ToldField, String> fields, boolean ofIncident) {
        Map<ToldField, String> filled = new EnumMap<>(ToldField.class);
        fields.forEach((field, value) -> {
            if (field.ofIncident() != ofIncident) {
                throw new IllegalArgumentException(field + " is not told of " + (ofIncident ? "an incident" : "a person"));
            }
            if (!value.isBlank()) {
                String told = value.strip();
                if (told.length() > field.longest()) {
                    throw new IllegalArgumentException(field.code() + " is longer than " + field.longest() + " characters");
                }
                filled.put(field, told);
            }
        });
        return java.util.Collections.unmodifiableMap(filled);
    }

    /** As it is encrypted and kept. */
    String json() {
        return JSON.writeValueAsString(this);
    }

    static Telling parse(String json) {
        try {
            return JSON.readValue(json, new TypeReference<>() { });
        } catch (JacksonException e) {
            throw new IllegalStateException("A message that opens is no telling", e);
        }
    }
}
