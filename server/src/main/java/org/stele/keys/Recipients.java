package org.stele.keys;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * To whom the private parts are sealed: the service that runs here, and the recovery identities whose shares lie with trustees.
 *
 * @param service empty where no service may read: then the private parts are sealed to recovery alone
 */
record Recipients(Optional<Recipient> service, List<Recipient> recovery) {
    static final String FILE = "recipients";

    List<Recipient> all() {
        var all = new ArrayList<>(recovery);
        service.ifPresent(all::add);
        return List.copyOf(all);
    }

    Recipients withRecovery(Recipient another) {
        var all = new ArrayList<>(recovery);
        all.add(another);
        return new Recipients(service, List.copyOf(all));
    }

    String text() {
        var text = new StringBuilder("# Whom the private keys in this folder are sealed to. Public keys of age: no secret.\n");
        service.ifPresent(each -> text.append("service ").append(each).append('\n'));
        recovery.forEach(each -> text.append("recovery ").append(each).append('\n'));
        return text.toString();
    }

    /** @throws IllegalArgumentException naming the line that is not understood */
    static Recipients parse(String text) {
        Optional<Recipient> service = Optional.empty();
        List<Recipient> recovery = new ArrayList<>();
        for (String line : text.lines().map(String::strip).filter(each -> !each.isEmpty() && !each.startsWith("#")).toList()) {
            String[] parts = line.split("\\s+", 2);
            if (parts.length == 2 && parts[0].equals("service") && service.isEmpty()) {
                service = Optional.of(new Recipient(parts[1]));
            } else if (parts.length == 2 && parts[0].equals("recovery")) {
                recovery.add(new Recipient(parts[1]));
            } else {
                throw new IllegalArgumentException("The file keys/" + FILE + " has a line that is not understood: " + line);
            }
        }
        return new Recipients(service, List.copyOf(recovery));
    }
}
