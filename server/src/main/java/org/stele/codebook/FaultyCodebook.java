package org.stele.codebook;

import java.util.List;
import java.util.stream.Collectors;

/** A codebook that cannot be held to be the rule. All its faults are told at once. */
public final class FaultyCodebook extends RuntimeException {

    private final List<Fault> faults;

    public FaultyCodebook(List<Fault> faults) {
        super(faults.stream().map(Fault::toString).collect(Collectors.joining("\n")));
        this.faults = List.copyOf(faults);
    }

    /** In order of line; never empty. */
    public List<Fault> faults() {
        return faults;
    }
}
