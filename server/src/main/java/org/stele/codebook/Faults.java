package org.stele.codebook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.Node;

/** The faults of one file, collected while reading goes on. */
public final class Faults {

    private final String file;
    private final List<Fault> found = new ArrayList<>();

    Faults(String file) {
        this.file = file;
    }

    /** Notes a fault. @param what what is wrong, and the remedy */
    public void at(int line, String what) {
        Fault fault = new Fault(file, line, what);
        if (!found.contains(fault)) {
            found.add(fault);
        }
    }

    void at(Node node, String what) {
        at(line(node), what);
    }

    boolean none() {
        return found.isEmpty();
    }

    FaultyCodebook refusal() {
        return new FaultyCodebook(found.stream().sorted(Comparator.comparingInt(Fault::line)).toList());
    }

    static int line(Node node) {
        return line(node.getStartMark());
    }

    /** YAML marks count from 0. */
    static int line(Mark mark) {
        return mark.getLine() + 1;
    }
}
