package org.stele.intake;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stele.codebook.Codebook;
import org.stele.codebook.Fault;
import org.stele.codebook.SourceKind;
import org.stele.fixity.Digest;
import org.stele.register.Source;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** The file a mapping is written in: YAML, described in docs/import.md. */
final class MappingFile {

    private final String file;
    private final Codebook codebook;
    private final LocalDate today;
    private final List<Fault> faults = new ArrayList<>();

    private MappingFile(String file, Codebook codebook, LocalDate today) {
        this.file = file;
        this.codebook = codebook;
        this.today = today;
    }

    /**
     * @param codebook the one in force, whose terms the mapping uses
     * @param today    the day of the import
     * @throws FaultyMapping with every fault found
     */
    static Mapping read(Path file, Codebook codebook, LocalDate today) throws IOException {
        try {
            return read(file.toString(), Files.readString(file), codebook, today);
        } catch (java.nio.charset.CharacterCodingException e) {
            throw new FaultyMapping(List.of(new Fault(file.toString(), 1, "the file is not in UTF-8: save it in that encoding")));
        }
    }

    static Mapping read(String file, String text, Codebook codebook, LocalDate today) {
        return new MappingFile(file, codebook, today).read(text);
    }

    private Mapping read(String text) {
        Block top = new Block(compose(text), "the mapping", file, faults);
        String name = top.word("mapping", "the mapping's name");
        String meant = top.word("codebook", "the code of the codebook whose terms it uses");
        if (!meant.isEmpty() && !meant.equals(codebook.code())) {
            top.fault("codebook", "the mapping uses the terms of the codebook '%s', but in force is '%s' %s".formatted(meant, codebook.code(), codebook.version()));
        }
        Source source = source(top);
        Block format = top.block("file");
        FileFormat.Kind kind = format == null ? null : kind(format);
        FileFormat read = format == null ? FileFormat.CSV : format(format);
        List<String> key = top.words("key");
        Set<String> blanks = top.words("blanks").stream().map(Spelling::of).collect(Collectors.toSet());
        Mapping mapping = new VictimFieldsReader(codebook, today).read(top, name, Digest.of(text).sha256(), source, kind, read, key, blanks);
        top.close();
        if (!faults.isEmpty()) {
            throw new FaultyMapping(faults);
        }
        return mapping;
    }

    private Source source(Block top) {
        Block block = top.block("source");
        if (block == null) {
            top.fault("source", "the mapping lacks 'source': say whose list it is, with kind and name");
            return new Source("?", "?", true, null);
        }
        List<String> kinds = codebook.sourceKinds().stream().map(SourceKind::code).toList();
        String kind = block.word("kind", "one of " + String.join(", ", kinds));
        if (!kind.isEmpty() && !kinds.contains(kind)) {
            block.fault("kind", "'kind' of %s is '%s', but must be one of %s".formatted(block.name(), kind, String.join(", ", kinds)));
        }
        // Whoever forgets to say so means a source to protect.
        Source source = new Source(kind, block.word("name", "what the organisation calls it"), block.flag("confidential", true), block.wordOrNone("note"));
        block.close();
        return source;
    }

    private static FileFormat.@Nullable Kind kind(Block block) {
        String word = block.wordOrNone("format");
        FileFormat.Kind kind = word == null ? null : FieldReader.choice(FileFormat.Kind.class).apply(word);
        if (word != null && kind == null) {
            block.fault("format", "'format' of %s is '%s', but must be csv, xlsx or json".formatted(block.name(), word));
        }
        return kind;
    }

    private static FileFormat format(Block block) {
        Charset encoding = StandardCharsets.UTF_8;
        String word = block.wordOrNone("encoding");
        try {
            encoding = word == null ? encoding : Charset.forName(word);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            block.fault("encoding", "no encoding is called '%s': write UTF-8, windows-1256, UTF-16 …".formatted(word));
        }
        String delimiter = block.words("delimiter").stream().findFirst().orElse("auto");
        if (!delimiter.equals("auto") && !delimiter.equals("tab") && delimiter.length() != 1) {
            block.fault("delimiter", "'delimiter' of %s must be one character, tab or auto".formatted(block.name()));
        }
        FileFormat format = new FileFormat(FileFormat.Kind.CSV, encoding,
                delimiter.equals("auto") ? FileFormat.DETECT : delimiter.equals("tab") ? '\t' : delimiter.isEmpty() ? ',' : delimiter.charAt(0),
                block.wordOrNone("sheet"));
        block.close();
        return format;
    }

    private Node compose(String text) {
        try {
            Node top = new Yaml(new LoaderOptions()).compose(new StringReader(text));
            if (top != null) {
                return top;
            }
            faults.add(new Fault(file, 1, "the file is empty: begin with 'mapping: <name>'"));
        } catch (MarkedYAMLException e) {
            faults.add(new Fault(file, e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1, "this is not YAML here: " + e.getProblem()));
        } catch (YAMLException e) {
            faults.add(new Fault(file, 1, "this is not YAML: " + String.valueOf(e.getMessage()).lines().findFirst().orElse("unreadable")));
        }
        throw new FaultyMapping(faults);
    }
}
