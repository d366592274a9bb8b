package org.stele;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares with a file a person has looked at. After an intended change run the test with {@code -Dgolden.update=true} and
 *  look at the difference before committing it. */
public final class Golden {
    private Golden() {
    }

    /** @param name under {@code src/test/resources/golden} */
    public static void assertSame(String name, String actual) throws IOException {
        Path file = Path.of("src/test/resources/golden").resolve(name);
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, actual);
        }
        assertThat(file).as("make it with -Dgolden.update=true, and look at it").exists();
        assertThat(actual).isEqualTo(Files.readString(file));
    }
}
