package org.stele.evidence;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What came with an item is not enough or not right: nothing was taken in. Names each field and what is wrong with it. */
public final class Unsound extends RuntimeException {

    private final Map<String, Fault> faults;

    public Unsound(Map<String, Fault> faults) {
        super(faults.entrySet().stream().map(each -> each.getKey() + ": " + each.getValue()).sorted().collect(Collectors.joining("; ")));
        this.faults = new TreeMap<>(faults);
    }

    /** Name of the field, and what is wrong with it. */
    public Map<String, Fault> faults() {
        return faults;
    }
}
