package org.stele.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.stele.history.Kind;

/** How provenance is kept, with the number of its item. */
final class ProvenanceRows implements Kind<ProvenanceRows.Row> {

    /** Provenance of an item. */
    record Row(long item, Provenance provenance) {
    }

    @Override
    public String table() {
        return "provenance";
    }

    @Override
    public List<String> columns() {
        return List.of("item", "source_kind", "source", "url", "obtained_by", "obtained_at", "captured", "consent", "file_name", "claimed_sha256", "note");
    }

    @Override
    public List<?> values(Row row) {
        Provenance told = row.provenance();
        return Arrays.asList(row.item(), told.sourceKind(), told.source(), told.url(), told.obtainedBy(), told.obtainedAt(), told.captured(),
                told.consent().code(), told.fileName(), told.claimedSha256(), told.note());
    }

    @Override
    public Row read(ResultSet row) throws SQLException {
        return new Row(row.getLong("item"), new Provenance(row.getString("source_kind"), row.getString("source"), row.getString("url"),
                row.getString("obtained_by"), row.getString("obtained_at"), row.getString("captured"), Consent.of(row.getString("consent")),
                row.getString("file_name"), row.getString("claimed_sha256"), row.getString("note")));
    }
}
