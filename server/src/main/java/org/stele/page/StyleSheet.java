package org.stele.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.CRC32;

/** The one style sheet. Its address changes with its contents, so browsers may keep it for a year. */
final class StyleSheet {
    private StyleSheet() {
    }

    static String address() {
        try (InputStream file = StyleSheet.class.getResourceAsStream("/static/style.css")) {
            CRC32 sum = new CRC32();
            sum.update(file == null ? new byte[0] : file.readAllBytes());
            return "/style.css?v=" + Long.toHexString(sum.getValue());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
