package org.stele.sealing;

import java.util.ArrayList;
import java.util.List;

/** The faults found so far. */
final class Faults {

    private final int most;
    private final List<Fault> all = new ArrayList<>();

    Faults(int most) {
        this.most = most;
    }

    /** There are so many that the rest need not be looked for. */
    static final class Enough extends RuntimeException {
    }

    void add(String what, String words) {
        all.add(new Fault(what, words));
        if (all.size() >= most) {
            throw new Enough();
        }
    }

    List<Fault> all() {
        return all;
    }
}
