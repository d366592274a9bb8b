package org.stele.commandline;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** What a command that did not succeed says: one line for a person, and where it came from only when asked. */
record Failure(Throwable thrown) {
    /** Prints and returns the exit code. */
    int report(PrintWriter err, boolean debug) {
        Throwable meant = meantForPeople();
        if (meant != null) {
            err.println("stele: " + meant.getMessage());
        } else {
            Throwable root = root();
            err.println("stele: this should not have happened: " + root.getClass().getSimpleName() + ": " + root.getMessage()
                    + (debug ? "" : " (--debug shows where)"));
        }
        if (debug) {
            thrown.printStackTrace(err);
        }
        err.flush();
        return 1;
    }

    /** The first cause that the program's own rooms threw, or trouble with a file; frameworks wrap them in their own. */
    private @Nullable Throwable meantForPeople() {
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            if (each.getClass().getName().startsWith("org.stele.") || each instanceof IOException || each instanceof UncheckedIOException) {
                return each;
            }
        }
        return null;
    }

    private Throwable root() {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
