package org.stele.inspection;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with a file's name. A name is kept as it was given and steers nothing: files are stored and handed out under names of our own. */
final class NameCheck {
    private NameCheck() {
    }

    /** Faults in words; none for an ordinary name. */
    static List<String> of(String name) {
        List<String> faults = new ArrayList<>();
        if (name.indexOf('\0') >= 0) {
            faults.add("The name holds a zero character, after which some programs stop reading: " + Shown.text(name));
        } else if (Shown.misleads(name)) {
            faults.add("The name holds characters that are not seen or that turn the direction of writing: " + Shown.text(name));
        }
        if (leadsOut(name)) {
            faults.add("The name is a path: " + Shown.text(name));
        }
        return faults;
    }

    /** Whether a program that used the name as a path would leave its folder. */
    static boolean leadsOut(String name) {
        String path = name.replace('\\', '/');
        return path.startsWith("/") || path.matches("(?s)[A-Za-z]:.*") || List.of(path.split("/", -1)).contains("..");
    }
}
