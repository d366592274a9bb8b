package org.stele.vault;

import java.util.List;
import java.util.SequencedMap;

/**
 * What came of working on the copies.
 *
 * @param work     by location, of those that could be reached
 * @param away     locations that could not be reached, each with why
 * @param troubles what somebody has to look after, in words; empty if all is well
 */
public record CopyReport(SequencedMap<String, Work> work, SequencedMap<String, String> away, List<String> troubles) {

    /**
     * What was done at one location.
     *
     * @param copied   copies written and read back
     * @param repaired copies that were bad and are right again
     * @param checked  copies read whole
     * @param bytes    read or written
     * @param bad      copies found bad
     */
    public record Work(long copied, long repaired, long checked, long bytes, long bad) {
    }

    /** Whether nobody has to do anything. */
    public boolean well() {
        return troubles.isEmpty();
    }
}
