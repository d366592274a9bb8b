package org.stele.codebook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.stele.fixity.Digest;

/** The file a codebook is written in: YAML. Its text is kept as given, for a reader years later; the digest names it exactly. */
public final class CodebookFile {

    private CodebookFile() {
    }

    /** @throws FaultyCodebook with every fault found
     *  @throws IOException    if the file cannot be read */
    public static Codebook read(Path file) throws IOException {
        return read(file.toString(), text(file));
    }

    /** @param name what to call the text in messages
     *  @throws FaultyCodebook with every fault found */
    public static Codebook read(String name, String text) {
        return DeclaredFile.read(name, text, "the codebook", (top, faults) -> new CodebookReader(faults).read(top));
    }

    /** The file's text, exactly as it stands.
     *  @throws FaultyCodebook if it is not UTF-8
     *  @throws IOException    if the file cannot be read */
    public static String text(Path file) throws IOException {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            Faults faults = new Faults(file.toString());
            faults.at(1, "the file is not in UTF-8: save it in that encoding");
            throw faults.refusal();
        }
    }

    /** The text of a codebook that comes with the product.
     *  @throws IllegalArgumentException if there is none of that code */
    public static String supplied(String code) {
        return supplied(code, "codebook.yaml");
    }

    /** The text of another file beside a codebook that comes with the product.
     *  @throws IllegalArgumentException if there is none of that name */
    public static String supplied(String code, String file) {
        try (InputStream in = CodebookFile.class.getResourceAsStream("/codebooks/" + code + "/" + file)) {
            if (in == null) {
                throw new IllegalArgumentException("No codebooks/" + code + "/" + file + " comes with the product");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SHA-256 of the text in UTF-8, in hexadecimal: two texts with one digest are one codebook. */
    public static String digest(String text) {
        return Digest.of(text).sha256();
    }
}
