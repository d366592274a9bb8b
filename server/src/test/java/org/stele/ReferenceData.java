package org.stele;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Real and reference data beside the project, for tests tagged {@code reference-data}; none of it is part of the project. */
public final class ReferenceData {

    private ReferenceData() {
    }

    /** A file or folder of it. Where it is absent the test is skipped, and says so. */
    public static Path path(String name) {
        Path found = folder();
        Assumptions.assumeTrue(found != null && Files.exists(found.resolve(name)),
                () -> "Skipped: no reference data '" + name + "'. Name its folder by STELE_REFERENCE_DATA, or put it beside the project in shared/data.");
        return found.resolve(name);
    }

    private static Path folder() {
        String named = System.getenv("STELE_REFERENCE_DATA");
        if (named != null && !named.isBlank()) {
            return Path.of(named);
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path data = at.resolve("shared").resolve("data");
            if (Files.isDirectory(data)) {
                return data;
            }
        }
        return null;
    }
}
