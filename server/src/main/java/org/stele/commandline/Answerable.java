package org.stele.commandline;

import org.jspecify.annotations.Nullable;

/** Who answers for a change made on the command line. */
final class Answerable {

    private Answerable() {
    }

    /** The person named, or else whoever runs the command. */
    static String or(@Nullable String named) {
        return named == null || named.isBlank() ? System.getProperty("user.name") + " on the command line" : named;
    }
}
