package org.stele.codebook;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

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
        Faults faults = new Faults(name);
        Codebook codebook = new CodebookReader(faults).read(new Entry(compose(text, faults), "the codebook", faults));
        if (!faults.none()) {
            throw faults.refusal();
        }
        return codebook;
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
        try (InputStream in = CodebookFile.class.getResourceAsStream("/codebooks/" + code + "/codebook.yaml")) {
            if (in == null) {
                throw new IllegalArgumentException("No codebook '" + code + "' comes with the product");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SHA-256 of the text in UTF-8, in hexadecimal: two texts with one digest are one codebook. */
    public static String digest(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static Node compose(String text, Faults faults) {
        try {
            Node top = new Yaml(new LoaderOptions()).compose(new StringReader(text));
            if (top != null) {
                return top;
            }
            faults.at(1, "the file is empty: begin with 'codebook: <code>'");
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : Faults.line(e.getProblemMark());
            faults.at(line, "this is not YAML here: " + e.getProblem());
        } catch (YAMLException e) {
            faults.at(1, "this is not YAML: " + e.getMessage().lines().findFirst().orElse("unreadable"));
        }
        throw faults.refusal();
    }
}
