package org.stele.register;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A statement as a page shows it, with its source.
 *
 * @param source the source's name; absent where the reader may not know it
 * @param cells  column and cell, where the words are a row of a list
 */
public record Told(Statement statement, String kind, @Nullable String source, List<Map.Entry<String, String>> cells) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Told of(Statement statement, String kind, @Nullable String source) {
        return new Told(statement, kind, source, cells(statement.words()));
    }

    private static List<Map.Entry<String, String>> cells(String words) {
        if (!words.startsWith("{")) {
            return List.of();
        }
        try {
            JsonNode row = JSON.readTree(words);
            return row.properties().stream().map(cell -> Map.entry(cell.getKey(), cell.getValue().isValueNode() ? cell.getValue().asString() : cell.getValue().toString()))
                    .filter(cell -> !cell.getValue().isBlank()).toList();
        } catch (JacksonException e) {
            // Somebody's own words may begin with a brace.
            return List.of();
        }
    }

    /** Whether the reader may not read who said it, and so not what was said. */
    public boolean withheld() {
        return source == null;
    }
}
