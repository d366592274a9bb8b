package org.stele.codebook;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stele.language.Text;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * One block of {@code key: value} lines. Each value is asked for by its key and kind; whatever is missing or of another kind is
 * noted as a fault and a stand-in is given back, so that one reading finds all faults. {@link #close} notes keys nobody asked for.
 */
public final class Entry {

    /** Given where a text is at fault; never leaves the room, as nothing faulty is handed out. */
    private static final Text STAND_IN = new Text("?", "؟");

    private final Faults faults;
    private final String name;
    private final int line;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();
    private final Set<String> known = new LinkedHashSet<>();

    /** @param name what the block is, for messages: "party", "the codebook" */
    Entry(Node node, String name, Faults faults) {
        this.faults = faults;
        this.name = name;
        this.line = Faults.line(node);
        if (!(node instanceof MappingNode mapping)) {
            faults.at(node, name + " must be a block of 'key: value' lines");
            return;
        }
        for (NodeTuple tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                faults.at(tuple.getKeyNode(), "a key of " + name + " must be a word");
            } else if (values.putIfAbsent(key.getValue(), tuple.getValueNode()) != null) {
                faults.at(key, "'%s' stands twice in %s: keep one".formatted(key.getValue(), name));
            } else {
                lines.put(key.getValue(), Faults.line(key));
            }
        }
    }

    /** An empty stand-in for a missing block, whose own faults are not told: the missing block has been. */
    private Entry(String name, int line) {
        this.faults = new Faults("");
        this.name = name;
        this.line = line;
    }

    /** Where a key stands; where the block begins if it is missing. */
    public int lineOf(String key) {
        return lines.getOrDefault(key, line);
    }

    /** Whether a key is there with a value. */
    public boolean has(String key) {
        known.add(key);
        Node node = values.get(key);
        return node != null && !Tag.NULL.equals(node.getTag());
    }

    /** All keys, where they are free names; each counts as asked for. */
    public Set<String> keys() {
        known.addAll(values.keySet());
        return values.keySet();
    }

    private @Nullable Node required(String key, String kind) {
        if (has(key)) {
            return values.get(key);
        }
        faults.at(lineOf(key), "%s lacks '%s': add %s".formatted(name, key, kind));
        return null;
    }

    private @Nullable String scalar(String key, String kind) {
        Node node = required(key, kind);
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar.getValue().strip();
        }
        if (node != null) {
            faults.at(node, "'%s' of %s must be %s".formatted(key, name, kind));
        }
        return null;
    }

    /** A value that must be there. */
    public Word word(String key) {
        String value = scalar(key, "a word");
        return new Word(value == null ? "" : value, lineOf(key));
    }

    /** A whole number within a range, that must be there. */
    public int number(String key, int least, int most) {
        String kind = "a whole number from %d to %d".formatted(least, most);
        String value = scalar(key, kind);
        if (value != null) {
            try {
                int number = Integer.parseInt(value);
                if (number >= least && number <= most) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // told below, with the range
            }
            faults.at(lineOf(key), "'%s' of %s is '%s', but must be %s".formatted(key, name, value, kind));
        }
        return least;
    }

    /** @param absent what a missing key means; none if the key must be there */
    public boolean flag(String key, @Nullable Boolean absent) {
        if (absent != null && !has(key)) {
            return absent;
        }
        String value = scalar(key, "true or false");
        if (value != null && !value.equals("true") && !value.equals("false")) {
            faults.at(lineOf(key), "'%s' of %s is '%s', but must be true or false".formatted(key, name, value));
        }
        return "true".equals(value);
    }

    LocalDate date(String key) {
        String value = scalar(key, "a date such as 2020-11-30");
        try {
            return value == null ? LocalDate.EPOCH : LocalDate.parse(value);
        } catch (DateTimeParseException e) {
            faults.at(lineOf(key), "'%s' of %s is '%s', but must be a day of the calendar written 2020-11-30".formatted(key, name, value));
            return LocalDate.EPOCH;
        }
    }

    @Nullable LocalDate dateOrNone(String key) {
        return has(key) ? date(key) : null;
    }

    <E extends Enum<E>> E choice(String key, Class<E> type) {
        List<String> allowed = new ArrayList<>();
        String value = scalar(key, "one of its words");
        for (E constant : type.getEnumConstants()) {
            String word = constant.name().toLowerCase(Locale.ROOT);
            if (word.equals(value)) {
                return constant;
            }
            allowed.add(word);
        }
        if (value != null) {
            faults.at(lineOf(key), "'%s' of %s is '%s', but must be one of %s".formatted(key, name, value, String.join(", ", allowed)));
        }
        return type.getEnumConstants()[0];
    }

    /** A text in both languages, that must be there. */
    public Text text(String key) {
        Node node = required(key, "a text with 'en' and 'ar'");
        return node == null ? STAND_IN : text(node, "'%s' of %s".formatted(key, name));
    }

    @Nullable Text textOrNone(String key) {
        return has(key) ? text(key) : null;
    }

    private Text text(Node node, String what) {
        if (!(node instanceof MappingNode)) {
            faults.at(node, what + " must give both languages: {en: \"…\", ar: \"…\"}");
            return STAND_IN;
        }
        Entry both = new Entry(node, what, faults);
        String english = both.scalar("en", "the English text");
        String arabic = both.scalar("ar", "the Arabic text");
        if (arabic != null && arabic.codePoints().noneMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.ARABIC)) {
            faults.at(both.lineOf("ar"), "'ar' of %s has no Arabic letter: translate it".formatted(what));
        }
        both.close();
        return english == null || arabic == null ? STAND_IN : new Text(english, arabic);
    }

    /** A block within the block, that must be there. */
    public Entry entry(String key) {
        Node node = required(key, "a block of 'key: value' lines");
        String called = "'%s' of %s".formatted(key, name);
        return node == null ? new Entry(called, line) : new Entry(node, called, faults);
    }

    /** A list of words; a missing key is an empty list. */
    public List<Word> words(String key) {
        List<Word> words = new ArrayList<>();
        for (Node node : items(key)) {
            if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
                words.add(new Word(scalar.getValue().strip(), Faults.line(node)));
            } else {
                faults.at(node, "'%s' of %s must be a list of words: [one, two]".formatted(key, name));
            }
        }
        return words;
    }

    /** A list of blocks, each of which is {@code what}; a missing key is a fault unless the list may be empty. */
    public List<Entry> entries(String key, String what, boolean mayBeEmpty) {
        List<Entry> entries = items(key).stream().map(node -> new Entry(node, called(what, node), faults)).toList();
        if (entries.isEmpty() && !mayBeEmpty) {
            faults.at(lineOf(key), "%s lacks '%s': add at least one %s".formatted(name, key, what));
        }
        return entries;
    }

    /** The block's name with its code, where it has one: "party 'regime'". */
    private static String called(String what, Node node) {
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                if (tuple.getKeyNode() instanceof ScalarNode key && key.getValue().equals("code") && tuple.getValueNode() instanceof ScalarNode code) {
                    return what + " '" + code.getValue() + "'";
                }
            }
        }
        return what;
    }

    private List<Node> items(String key) {
        if (!has(key)) {
            return List.of();
        }
        if (values.get(key) instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        faults.at(lineOf(key), "'%s' of %s must be a list".formatted(key, name));
        return List.of();
    }

    /** Notes every key that nobody asked for: most often a slip of spelling, which would otherwise change a rule in silence. */
    public void close() {
        for (String key : values.keySet()) {
            if (!known.contains(key)) {
                faults.at(lineOf(key), "%s knows no '%s': use one of %s".formatted(name, key, String.join(", ", known)));
            }
        }
    }
}
