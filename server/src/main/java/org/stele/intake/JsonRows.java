package org.stele.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a JSON array of objects, or one object after the other (JSON lines). The columns are all keys that stand in any object, so
 * the file is read once before for them. A nested list or object is kept as its JSON text.
 */
final class JsonRows implements Rows {

    private static final JsonMapper MAPPER = JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    private final JsonParser parser;
    private final Map<String, Integer> columns;
    private boolean array;
    private long rows;

    private JsonRows(JsonParser parser, Map<String, Integer> columns) {
        this.parser = parser;
        this.columns = columns;
    }

    static JsonRows open(Path file, FileFormat format) throws IOException {
        Map<String, Integer> columns = new LinkedHashMap<>();
        try (JsonRows first = new JsonRows(parser(file, format), columns)) {
            while (first.object((key, value) -> columns.putIfAbsent(key, columns.size()))) {
                // only the keys matter here
            }
        }
        if (columns.isEmpty()) {
            throw new FaultyFile("the file holds no object with any key: give an array of objects, or one object a line");
        }
        return new JsonRows(parser(file, format), columns);
    }

    private static JsonParser parser(Path file, FileFormat format) throws IOException {
        return MAPPER.createParser(new StrictText(Files.newInputStream(file), format.encoding()));
    }

    @Override
    public List<String> columns() {
        return new ArrayList<>(columns.keySet());
    }

    @Override
    public @Nullable Row next() {
        String[] cells = new String[columns.size()];
        Arrays.fill(cells, "");
        return object((key, value) -> cells[columns.get(key)] = value)
                ? new Row(++rows, parser.currentTokenLocation().getLineNr(), List.of(cells), null)
                : null;
    }

    private interface Pair {
        void of(String key, String value);
    }

    /** Reads the next object's pairs; false at the end. */
    private boolean object(Pair pair) {
        try {
            JsonToken token = parser.nextToken();
            if (token == JsonToken.START_ARRAY && !array && rows == 0) {
                array = true;
                token = parser.nextToken();
            }
            if (token == null || (array && token == JsonToken.END_ARRAY)) {
                if (array && (token == null || parser.nextToken() != null)) {
                    throw FaultyFile.atLine(line(), "the array does not end where the file does");
                }
                return false;
            }
            if (token != JsonToken.START_OBJECT) {
                throw FaultyFile.atLine(line(), "each row must be an object {\"column\": \"cell\"}, this is " + token);
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String key = parser.currentName();
                parser.nextToken();
                pair.of(key, value());
            }
            return true;
        } catch (JacksonException e) {
            throw cause(e);
        }
    }

    private String value() {
        return switch (parser.currentToken()) {
            case VALUE_NULL -> "";
            case START_ARRAY, START_OBJECT -> MAPPER.writeValueAsString(parser.readValueAsTree());
            default -> whole(parser.getString());
        };
    }

    /** Half of a pair of surrogates, which JSON can write and no encoding can keep, would become a question mark in silence. */
    private String whole(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                throw FaultyFile.atLine(line(), "a text holds half a character (\\u%04x): write it whole".formatted((int) c));
            }
        }
        return text;
    }

    private long line() {
        return parser.currentTokenLocation().getLineNr();
    }

    private static FaultyFile cause(JacksonException e) {
        for (Throwable each = e; each != null; each = each.getCause()) {
            if (each instanceof FaultyFile faulty) {
                return faulty;
            }
        }
        long line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
        return new FaultyFile("line " + line + ": this is not JSON: " + e.getOriginalMessage(), e);
    }

    @Override
    public void close() {
        parser.close();
    }
}
