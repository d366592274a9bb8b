package org.stele.sealing;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON values in their canonical form. PostgreSQL keeps the meaning of a {@code jsonb} value and not its spelling, so the text written
 * and the text read back differ; what stands here is the same for both: members in the order of their names, the last of several of one
 * name, numbers exact.
 */
final class CanonicalJson {

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder().streamReadConstraints(StreamReadConstraints.builder()
                    .maxNumberLength(200_000).maxStringLength(Integer.MAX_VALUE).maxNestingDepth(10_000).build()).build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    private CanonicalJson() {
    }

    /** @throws IllegalArgumentException if the bytes are not JSON */
    static void write(Octets out, byte[] bytes, int start, int length) {
        try {
            write(out, MAPPER.readTree(bytes, start, length));
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not JSON", e);
        }
    }

    private static void write(Octets out, JsonNode node) {
        switch (node.getNodeType()) {
            case OBJECT -> object(out, node);
            case ARRAY -> {
                out.add('[');
                for (int i = 0; i < node.size(); i++) {
                    if (i > 0) {
                        out.add(',');
                    }
                    write(out, node.get(i));
                }
                out.add(']');
            }
            case STRING -> text(out, node.stringValue());
            case NUMBER -> number(out, node.decimalValue());
            default -> out.add(node.toString());
        }
    }

    private static void object(Octets out, JsonNode node) {
        Map<String, JsonNode> members = new TreeMap<>();
        node.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
        out.add('{');
        boolean first = true;
        for (var member : members.entrySet()) {
            if (!first) {
                out.add(',');
            }
            first = false;
            text(out, member.getKey());
            out.add(':');
            write(out, member.getValue());
        }
        out.add('}');
    }

    private static void number(Octets out, BigDecimal value) {
        out.add(value.stripTrailingZeros().toString());
    }

    private static void text(Octets out, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        CanonicalForm.text(out, bytes, 0, bytes.length);
    }
}
