package org.stele.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.stele.history.Kind;

/** How sources are kept. */
final class SourceRecordKind implements Kind<Source> {

    @Override
    public String table() {
        return "source";
    }

    @Override
    public List<String> columns() {
        return List.of("kind", "name", "confidential", "note");
    }

    @Override
    public List<?> values(Source source) {
        return Arrays.asList(source.kind(), source.name(), source.confidential(), source.note());
    }

    @Override
    public Source read(ResultSet row) throws SQLException {
        return new Source(row.getString("kind"), row.getString("name"), row.getBoolean("confidential"), row.getString("note"));
    }
}
