package org.stele.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.stele.codebook.Fault;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * One block of {@code key: value} lines of a mapping file. Faults are collected, so that one reading tells them all;
 * {@link #close} notes keys that nobody asked for.
 */
final class Block {

    private final String file;
    private final List<Fault> faults;
    private final String name;
    private final int line;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();
    private final Set<String> known = new LinkedHashSet<>();

    Block(Node node, String name, String file, List<Fault> faults) {
        this.file = file;
        this.faults = faults;
        this.name = name;
        this.line = node.getStartMark().getLine() + 1;
        if (!(node instanceof MappingNode mapping)) {
            fault(line, name + " must be a block of 'key: value' lines");
            return;
        }
        for (NodeTuple tuple : mapping.getValue()) {
            int at = tuple.getKeyNode().getStartMark().getLine() + 1;
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                fault(at, "a key of " + name + " must be a word");
            } else if (values.putIfAbsent(key.getValue(), tuple.getValueNode()) != null) {
                fault(at, "'%s' stands twice in %s: keep one".formatted(key.getValue(), name));
            } else {
                lines.put(key.getValue(), at);
            }
        }
    }

    void fault(int line, String what) {
        faults.add(new Fault(file, line, what));
    }

    void fault(String key, String what) {
        fault(lines.getOrDefault(key, line), what);
    }

    String name() {
        return name;
    }

    boolean has(String key) {
        known.add(key);
        Node node = values.get(key);
        return node != null && !(Tag.NULL.equals(node.getTag()) && node instanceof ScalarNode scalar && scalar.getValue().isEmpty());
    }

    /** Whether the value is a plain word rather than a block or a list. */
    boolean isWord(String key) {
        return has(key) && values.get(key) instanceof ScalarNode;
    }

    boolean isList(String key) {
        return has(key) && values.get(key) instanceof SequenceNode;
    }

    @Nullable String wordOrNone(String key) {
        if (!has(key)) {
            return null;
        }
        if (values.get(key) instanceof ScalarNode scalar) {
            return scalar.getValue().strip();
        }
        fault(key, "'%s' of %s must be one value".formatted(key, name));
        return null;
    }

    /** The word under a key; "" after noting its absence. */
    String word(String key, String what) {
        String word = wordOrNone(key);
        if (word == null || word.isEmpty()) {
            fault(key, "%s lacks '%s': add %s".formatted(name, key, what));
            return "";
        }
        return word;
    }

    boolean flag(String key, boolean absent) {
        String word = wordOrNone(key);
        if (word != null && !word.equals("true") && !word.equals("false")) {
            fault(key, "'%s' of %s is '%s', but must be true or false".formatted(key, name, word));
        }
        return word == null ? absent : word.equals("true");
    }

    /** A list of words, or one word; empty if absent. */
    List<String> words(String key) {
        List<String> words = new ArrayList<>();
        if (has(key)) {
            List<Node> nodes = values.get(key) instanceof SequenceNode list ? list.getValue() : List.of(values.get(key));
            for (Node node : nodes) {
                if (node instanceof ScalarNode scalar) {
                    words.add(scalar.getValue());
                } else {
                    fault(key, "'%s' of %s must be a list of words: [one, two]".formatted(key, name));
                }
            }
        }
        return words;
    }

    @Nullable Block block(String key) {
        return has(key) ? new Block(values.get(key), name.equals("the mapping") ? "'" + key + "'" : "'%s' of %s".formatted(key, name), file, faults) : null;
    }

    /** One block, or a list of blocks; empty if absent. */
    List<Block> blocks(String key) {
        if (!has(key)) {
            return List.of();
        }
        List<Node> nodes = values.get(key) instanceof SequenceNode list ? list.getValue() : List.of(values.get(key));
        return nodes.stream().map(node -> new Block(node, "'%s' of %s".formatted(key, name), file, faults)).toList();
    }

    /** Every pair of a block of free names, with the line it stands on. */
    void each(BiConsumer<String, Integer> pair) {
        known.addAll(values.keySet());
        lines.forEach(pair);
    }

    /** Notes every key that nobody asked for: most often a slip of spelling, which would otherwise be passed over in silence. */
    void close() {
        for (String key : values.keySet()) {
            if (!known.contains(key)) {
                fault(key, "%s knows no '%s': use one of %s".formatted(name, key, String.join(", ", known)));
            }
        }
    }
}
