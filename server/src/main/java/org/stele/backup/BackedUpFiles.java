package org.stele.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Locale;

/** What of the data folder, besides the tables and the originals, goes into a backup. The order is the order of writing. */
enum BackedUpFiles {
    /** The sealed log's tiles, checkpoints and key. */
    LOG,
    /** Key files, which are sealed already. Never the service identity: whoever finds a backup must not find its key in it. */
    KEYS,
    /** Everything else, such as the plan of copies; not what PostgreSQL, the vault and the program's start have there. */
    OTHERS;

    static final String SERVICE_IDENTITY = "service.identity";

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Where these files lie below the data folder. */
    Path in(Path data) {
        return this == OTHERS ? data : data.resolve(code());
    }

    long write(Path data, OutputStream out) throws IOException {
        return Bundle.write(in(data), file -> switch (this) {
            case LOG -> true;
            case KEYS -> !file.toString().equals(SERVICE_IDENTITY) && !file.toString().contains(".new-");
            case OTHERS -> isOther(file.getName(0).toString());
        }, out);
    }

    private static boolean isOther(String first) {
        return !first.startsWith("postgres") && !first.startsWith("keys") && !first.equals("log") && !first.equals("vault")
                && !first.equals("lock") && !first.startsWith("backup") && !first.equals("uploads");
    }
}
