package org.stele.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.stele.codebook.Codebook;
import org.stele.codebook.CodebookFile;
import org.stele.history.Kind;

/** How adopted codebooks are kept: as the text that was read, so that a later program can read it anew. */
final class AdoptedCodebookKind implements Kind<AdoptedCodebook> {

    /** Texts by digest: one text means one codebook, so each is read once. */
    private final ConcurrentHashMap<String, Codebook> read = new ConcurrentHashMap<>();

    @Override
    public String table() {
        return "codebook";
    }

    @Override
    public List<String> columns() {
        return List.of("code", "label", "text", "sha256");
    }

    @Override
    public List<?> values(AdoptedCodebook adopted) {
        return List.of(adopted.codebook().code(), adopted.codebook().version(), adopted.text(), adopted.sha256());
    }

    @Override
    public AdoptedCodebook read(ResultSet row) throws SQLException {
        return read(row.getString("text"), row.getString("sha256"));
    }

    AdoptedCodebook read(String text, String sha256) {
        return new AdoptedCodebook(text, sha256, read.computeIfAbsent(sha256, digest -> CodebookFile.read("the codebook", text)));
    }
}
