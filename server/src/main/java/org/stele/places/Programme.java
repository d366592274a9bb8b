package org.stele.places;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.stele.codebook.CodebookFile;

/**
 * What a programme declares beside its codebook: the places of its widest level and their shapes.
 *
 * @param name       what to call it in messages: its folder or code
 * @param places     text of {@code places.yaml}; absent if there is none
 * @param boundaries text of {@code boundaries.yaml}; absent if there is none
 * @param folder     where its TopoJSON files lie; absent for a programme that comes with the product
 */
public record Programme(String name, @Nullable String places, @Nullable String boundaries, @Nullable Path folder) {

    /** A programme that comes with the product, by the code of its codebook. */
    public static Programme supplied(String code) {
        return new Programme("codebooks/" + code, CodebookFile.supplied(code, "places.yaml"), CodebookFile.supplied(code, "boundaries.yaml"), null);
    }

    /** The files beside a codebook. @throws IOException if one of them cannot be read */
    public static Programme beside(Path codebook) throws IOException {
        Path folder = codebook.toAbsolutePath().getParent();
        return new Programme(folder.toString(), text(folder.resolve("places.yaml")), text(folder.resolve("boundaries.yaml")), folder);
    }

    private static @Nullable String text(Path file) throws IOException {
        return Files.exists(file) ? CodebookFile.text(file) : null;
    }

    /** The text of a file of shapes: from the programme's folder, else of those that come with the product. */
    String shapes(String file) {
        if (!file.matches("[A-Za-z0-9._-]+")) {
            throw new IllegalArgumentException("'" + file + "' is no plain file name");
        }
        try {
            if (folder != null && Files.exists(folder.resolve(file))) {
                return Files.readString(folder.resolve(file));
            }
            try (InputStream in = Programme.class.getResourceAsStream("/boundaries/" + file)) {
                if (in == null) {
                    throw new IllegalArgumentException("there is no such file" + (folder == null ? "" : " in " + folder));
                }
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
