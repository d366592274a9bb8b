package org.stele.inspection;

import java.util.List;
import org.stele.language.Language;

/**
 * How the process that opened a stranger's file was held. Whatever the machine, it has no environment and writes no file.
 *
 * @param heap    mebibytes of memory for what it works on
 * @param seconds of the clock, and of the processor
 * @param network whether it could have reached a network, since this machine does not allow that to be taken away
 */
public record Held(int heap, long seconds, boolean network) {

    /** In words. */
    public String words(Language language) {
        return Sentences.say(language, "held", List.of(heap, seconds, network ? "yes" : "no"));
    }

    /** As it is kept: {@code heap=320 seconds=60 network=no}. */
    public String text() {
        return "heap=" + heap + " seconds=" + seconds + " network=" + (network ? "yes" : "no");
    }

    /** @throws IllegalArgumentException if it is not what {@link #text} wrote */
    public static Held parse(String text) {
        String[] parts = text.split(" ");
        if (parts.length != 3 || !text.matches("heap=\\d{1,9} seconds=\\d{1,9} network=(yes|no)")) {
            throw new IllegalArgumentException("No account of how a process was held: " + text);
        }
        return new Held(Integer.parseInt(parts[0].substring(5)), Long.parseLong(parts[1].substring(8)), parts[2].endsWith("yes"));
    }
}
