package org.stele.commandline;

import java.util.ArrayList;
import java.util.List;
import org.stele.keys.Share;

/** One recovery share as it is printed on a paper of its own, with what its keeper must know. */
record ShareSheet(Share share) {
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("----------------------------------------------------------------");
        lines.add("STELE RECOVERY SHARE %d of %d          set %s".formatted(share.number(), Share.MADE, share.set()));
        lines.add("");
        List<String> letters = share.lines();
        for (int at = 0; at < letters.size(); at++) {
            lines.add("    line %d:   %s".formatted(at + 1, letters.get(at)));
        }
        lines.add("");
        lines.add("Any %d of these %d bring back the keys of a register of people killed.".formatted(Share.NEEDED, Share.MADE));
        lines.add("One alone tells nothing. Keep it dry, away from the others, and from");
        lines.add("computers. Do not photograph it. There are no letters I, L, O, U in it.");
        lines.add("");
        return lines;
    }
}
