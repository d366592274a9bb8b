package org.stele.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.stele.history.Kind;

/** Which case a message belongs to, which changes when two cases turn out to be one. */
final class CaseMessageRows implements Kind<CaseMessageRows.Row> {

    record Row(long caseId, long message) {
    }

    @Override
    public String table() {
        return "case_message";
    }

    @Override
    public List<String> columns() {
        return List.of("case_id", "message");
    }

    @Override
    public List<?> values(Row row) {
        return List.of(row.caseId(), row.message());
    }

    @Override
    public Row read(ResultSet row) throws SQLException {
        return new Row(row.getLong("case_id"), row.getLong("message"));
    }
}
