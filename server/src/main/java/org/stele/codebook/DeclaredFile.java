package org.stele.codebook;

import java.io.StringReader;
import java.util.function.BiFunction;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** A file of declared data in YAML, such as a codebook or a programme's places: read in one pass, refused with all its faults. */
public final class DeclaredFile {

    private DeclaredFile() {
    }

    /**
     * @param name   what to call the text in messages
     * @param what   what its top block is, for messages: "the codebook"
     * @param reader takes values from the top block and notes further faults; what it gives back is dropped if there are any
     * @throws FaultyCodebook with every fault found
     */
    public static <T> T read(String name, String text, String what, BiFunction<Entry, Faults, T> reader) {
        Faults faults = new Faults(name);
        T result = reader.apply(new Entry(compose(text, faults), what, faults), faults);
        if (!faults.none()) {
            throw faults.refusal();
        }
        return result;
    }

    private static Node compose(String text, Faults faults) {
        try {
            Node top = new Yaml(new LoaderOptions()).compose(new StringReader(text));
            if (top != null) {
                return top;
            }
            faults.at(1, "the file is empty");
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : Faults.line(e.getProblemMark());
            faults.at(line, "this is not YAML here: " + e.getProblem());
        } catch (YAMLException e) {
            faults.at(1, "this is not YAML: " + e.getMessage().lines().findFirst().orElse("unreadable"));
        }
        throw faults.refusal();
    }
}
