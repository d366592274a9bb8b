package org.stele.reports;

import java.util.List;

/** Editable text that must not be published as it stands; the message lists every fault with its file and line. */
public final class FaultyText extends RuntimeException {
    FaultyText(List<String> faults) {
        super(String.join(System.lineSeparator(), faults));
    }
}
