package org.stele.review;

import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who had a hand in a case, and so cannot be the second person (design, invariant 5). */
final class FourEyes {

    private FourEyes() {
    }

    /**
     * Accounts that since the last decision found, assessed or proposed, or who ever wrote down one of the case's messages. Whoever only
     * handed the case on had no hand in it. Asked within the change that decides, while no other writer can come between.
     */
    static Set<String> hands(JdbcClient sql, long caseId) {
        return new TreeSet<>(sql.sql("""
                with decided as (
                    select coalesce(max(recorded_from), '-infinity') as at from review_case
                     where id = :id and state in ('documented', 'excluded')),
                mine as (select message from case_message where case_id = :id and recorded_to = 'infinity'),
                hands as (
                    select recorded_from as at from finding where case_id = :id and recorded_from > (select at from decided)
                    union all
                    select recorded_from from assessment where message in (select message from mine) and recorded_from > (select at from decided)
                    union all
                    select recorded_from from review_case where id = :id and state = 'proposed' and recorded_from > (select at from decided)
                    union all
                    select received_at from message where id in (select message from mine) and channel = 'desk')
                select distinct made_by from hands join change using (at)""").param("id", caseId).query(String.class).list());
    }
}
