package org.stele.intake;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.stele.codebook.Fault;

/** A mapping that cannot be used. All its faults are told at once, each with file, line and remedy. */
public final class FaultyMapping extends RuntimeException {

    private final transient List<Fault> faults;

    FaultyMapping(List<Fault> faults) {
        super(faults.stream().sorted(Comparator.comparingInt(Fault::line)).map(Fault::toString).collect(Collectors.joining("\n")));
        this.faults = faults.stream().sorted(Comparator.comparingInt(Fault::line)).toList();
    }

    /** In order of line; never empty. */
    public List<Fault> faults() {
        return faults;
    }
}
