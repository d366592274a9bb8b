package org.stele.inspection;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with a file's name. A name is kept as it was given and steers nothing: files are stored and handed out under names of our own. */
final class NameCheck {
    private NameCheck() {
    }

    /** Faults; none for an ordinary name. */
    static List<Finding> of(String name) {
        List<Finding> faults = new ArrayList<>();
        if (name.indexOf('\0') >= 0) {
            faults.add(Finding.of(What.NAME_ZERO, name));
        } else if (Shown.misleads(name)) {
            faults.add(Finding.of(What.NAME_HIDDEN, name));
        }
        if (leadsOut(name)) {
            faults.add(Finding.of(What.NAME_PATH, name));
        }
        return faults;
    }

    /** Whether a program that used the name as a path would leave its folder. */
    static boolean leadsOut(String name) {
        String path = name.replace('\\', '/');
        return path.startsWith("/") || path.matches("(?s)[A-Za-z]:.*") || List.of(path.split("/", -1)).contains("..");
    }
}
