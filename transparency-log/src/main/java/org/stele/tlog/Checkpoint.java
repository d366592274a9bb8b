package org.stele.tlog;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What a log says of itself at one time (C2SP tlog-checkpoint): the text that is signed.
 *
 * @param origin     the log's unique name, one line
 * @param size       number of entries
 * @param root       root of the tree
 * @param extensions further lines, opaque, none empty
 */
public record Checkpoint(String origin, long size, Hash root, List<String> extensions) {

    public Checkpoint {
        extensions = List.copyOf(extensions);
        if (origin.isEmpty() || origin.contains("\n") || size < 0 || extensions.stream().anyMatch(line -> line.isEmpty() || line.contains("\n"))) {
            throw new IllegalArgumentException("No checkpoint can say this: origin '%s', size %d, extensions %s".formatted(origin, size, extensions));
        }
    }

    public Checkpoint(String origin, long size, Hash root) {
        this(origin, size, root, List.of());
    }

    /** @throws IllegalArgumentException saying what is wrong with the text */
    public static Checkpoint parse(String text) {
        if (!text.endsWith("\n")) {
            throw new IllegalArgumentException("A checkpoint ends with a newline");
        }
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        lines.removeLast();
        if (lines.size() < 3) {
            throw new IllegalArgumentException("A checkpoint has three lines at least: origin, size, root");
        }
        return new Checkpoint(lines.get(0), size(lines.get(1)), Hash.ofBase64(lines.get(2)), lines.subList(3, lines.size()));
    }

    /** A size in decimal digits, without leading zeroes.
     *  @throws IllegalArgumentException for anything else */
    static long size(String text) {
        if (!text.matches("0|[1-9][0-9]{0,18}")) {
            throw new IllegalArgumentException("Not a size: '" + text + "'");
        }
        return Long.parseLong(text);
    }

    /** The text that is signed. */
    public String text() {
        StringBuilder text = new StringBuilder().append(origin).append('\n').append(size).append('\n').append(root.base64()).append('\n');
        extensions.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    byte[] bytes() {
        return text().getBytes(StandardCharsets.UTF_8);
    }
}
