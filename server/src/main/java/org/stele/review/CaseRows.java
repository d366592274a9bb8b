package org.stele.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.stele.history.Kind;

/** How cases are kept. */
final class CaseRows implements Kind<Case> {

    @Override
    public String table() {
        return "review_case";
    }

    @Override
    public List<String> columns() {
        return List.of("matter", "state", "opened_at", "assignee", "waiting_for", "exclusion", "duplicate_of", "incident");
    }

    @Override
    public List<?> values(Case each) {
        return Arrays.asList(each.matter().code(), each.state().code(), each.openedAt(), each.assignee(), each.waitingFor(), each.exclusion(),
                each.duplicateOf(), each.incident());
    }

    @Override
    public Case read(ResultSet row) throws SQLException {
        return new Case(Matter.of(row.getString("matter")), CaseState.of(row.getString("state")),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(), row.getString("assignee"), row.getString("waiting_for"),
                row.getString("exclusion"), row.getObject("duplicate_of", Long.class), row.getObject("incident", Long.class));
    }
}
