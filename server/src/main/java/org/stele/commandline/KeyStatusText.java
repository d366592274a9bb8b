package org.stele.commandline;

import java.util.ArrayList;
import java.util.List;
import org.stele.keys.KeyStatus;

/** How the keys stand, in lines for a person. */
record KeyStatusText(KeyStatus status) {
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("Keys in " + status.folder() + ":");
        for (KeyStatus.Lock lock : status.compartments()) {
            lines.add("  %-14s key %d (%s), %s%s".formatted(lock.compartment(), lock.version(), lock.fingerprint(),
                    lock.readable() ? "can be read here" : "LOCKED here: things can only be put in",
                    lock.retired().isEmpty() ? "" : "; rotated out: " + String.join(", ", lock.retired().stream().map(String::valueOf).toList())));
        }
        lines.add("Service identity: " + switch (status.service()) {
            case "file" -> "in the file service.identity, which only its owner can read";
            case "environment" -> "from the environment";
            default -> "none";
        });
        for (KeyStatus.ShareSet set : status.shareSets()) {
            List<String> checked = new ArrayList<>();
            for (int number = 1; number <= set.checked().size(); number++) {
                var day = set.checked().get(number - 1);
                checked.add(number + (day == null ? " not checked yet" : " checked " + day));
            }
            lines.add("Recovery: any %d of the %d shares of set %s (%s)".formatted(set.needed(), set.checked().size(), set.set(), String.join(", ", checked)));
        }
        int others = status.recovery().size() - status.shareSets().size();
        if (others > 0) {
            lines.add("Recovery: also by whoever has the private key of one of " + others + " other recipient" + (others == 1 ? "" : "s"));
        }
        return lines;
    }
}
