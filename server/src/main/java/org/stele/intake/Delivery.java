package org.stele.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.stele.fixity.FileDigest;

/**
 * A file handed in, after it was read through once: so that a file which breaks off or holds bytes of another encoding is refused
 * before anything of it is written, and so that the number of rows is known.
 */
record Delivery(Path path, FileFormat format, String name, String sha256, List<String> columns, long rows, FileTime modified) {

    /** @throws FaultyFile naming the file and the place in it */
    static Delivery look(Path path, Mapping mapping) throws IOException {
        if (!Files.isReadable(path) || Files.isDirectory(path)) {
            throw new FaultyFile(path + ": there is no such file, or it may not be read");
        }
        FileFormat format = RejectsFile.is(path) ? FileFormat.CSV : format(path, mapping);
        FileTime modified = Files.getLastModifiedTime(path);
        try (Rows rows = Rows.open(path, format)) {
            mapping.refuseMissingColumns(new Columns(rows.columns()));
            long count = 0;
            while (rows.next() != null) {
                count++;
            }
            return new Delivery(path, format, path.getFileName().toString(), sha256(path), rows.columns(), count, modified);
        } catch (FaultyFile e) {
            throw new FaultyFile(path + ": " + e.getMessage(), e);
        }
    }

    private static String sha256(Path path) throws IOException {
        return FileDigest.of(path, FileDigest.From.CACHE, read -> { }).sha256();
    }

    /** As the mapping declares it, or by the file's name. */
    private static FileFormat format(Path path, Mapping mapping) {
        FileFormat declared = mapping.format();
        FileFormat.Kind kind = mapping.kind() != null ? mapping.kind() : FileFormat.kindOf(path).orElseThrow(() ->
                new FaultyFile(path + ": its name does not say what it is: declare csv, xlsx or json in the mapping (file: format)"));
        return new FileFormat(kind, declared.encoding(), declared.delimiter(), declared.sheet());
    }

    /** @throws FaultyFile if the file is no longer what it was when it was looked through */
    void refuseIfAltered(long rowsRead) throws IOException {
        if (rowsRead != rows || !Files.getLastModifiedTime(path).equals(modified)) {
            throw new FaultyFile("%s was changed while it was imported. Import it again: what was taken in will be repeats.".formatted(path));
        }
    }
}
