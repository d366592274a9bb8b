package org.stele.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.stele.history.Kind;

/** How assessments are kept. */
final class AssessmentRows implements Kind<Assessment> {

    @Override
    public String table() {
        return "assessment";
    }

    @Override
    public List<String> columns() {
        return List.of("message", "reliability", "credibility", "rests_on");
    }

    @Override
    public List<?> values(Assessment each) {
        return Arrays.asList(each.message(), each.reliability().code(), each.credibility().code(), each.restsOn());
    }

    @Override
    public Assessment read(ResultSet row) throws SQLException {
        return new Assessment(row.getLong("message"), Grade.of(row.getString("reliability")), Grade.of(row.getString("credibility")),
                row.getObject("rests_on", Long.class));
    }
}
