package org.stele.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.CRC32;

/** The style sheets and scripts. An address changes with the contents, so browsers may keep them for a year. */
final class StyleSheet {
    private StyleSheet() {
    }

    static String address(String path) {
        try (InputStream file = StyleSheet.class.getResourceAsStream("/static" + path)) {
            CRC32 sum = new CRC32();
            sum.update(file == null ? new byte[0] : file.readAllBytes());
            return path + "?v=" + Long.toHexString(sum.getValue());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
