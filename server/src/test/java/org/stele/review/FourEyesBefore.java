package org.stele.review;

import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Another way to ask who had a hand in a case before one of its versions: for tests of the rule, and so written apart from it. */
final class FourEyesBefore {

    private FourEyesBefore() {
    }

    static Set<String> hands(JdbcClient sql, long caseId, int version) {
        return new TreeSet<>(sql.sql("""
                select made_by from finding f join change c on c.at = f.recorded_from
                 where f.case_id = :id
                   and c.at < (select recorded_from from review_case where id = :id and version = :version)
                   and c.at > coalesce((select max(recorded_from) from review_case where id = :id and version < :version
                                         and state in ('documented', 'excluded')), '-infinity')
                union
                select made_by from review_case r join change c on c.at = r.recorded_from
                 where r.id = :id and r.version = :version - 1 and r.state = 'proposed'""")
                .param("id", caseId).param("version", version).query(String.class).list());
    }
}
