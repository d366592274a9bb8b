package org.stele.review;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The cases in the order they came, so that none is forgotten. */
@Repository
public class Queue {

    private final JdbcClient sql;

    Queue(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * Which cases are asked for.
     *
     * @param state    none for all that are open
     * @param matter   none for all
     * @param assignee none for anybody's and nobody's
     * @param after    only cases with a greater number; 0 for the oldest
     */
    public record Asked(@Nullable CaseState state, @Nullable Matter matter, @Nullable String assignee, long after) {
    }

    /**
     * One line.
     *
     * @param version  number of the version shown, for a step that is decided on it
     * @param channels by which its messages came
     * @param persons  how many were found so far
     */
    public record Line(long id, int version, Matter matter, CaseState state, Instant openedAt, @Nullable String assignee, List<String> channels,
            int messages, int persons) {
    }

    /** How much somebody has to do, and since when the oldest of it waits. */
    public record Load(String assignee, int open, int proposed, Instant oldest) {
    }

    /** The next lines, the oldest case first. */
    public List<Line> lines(Asked asked, int most) {
        return sql.sql("""
                select c.id, c.version, c.matter, c.state, c.opened_at, c.assignee,
                       (select array_agg(distinct m.channel order by m.channel) from case_message cm join message m on m.id = cm.message
                         where cm.case_id = c.id and cm.recorded_to = 'infinity') as channels,
                       (select count(*) from case_message cm where cm.case_id = c.id and cm.recorded_to = 'infinity') as messages,
                       (select count(*) from finding f where f.case_id = c.id and f.subject = 'victim' and f.recorded_to = 'infinity'
                           and not f.dropped) as persons
                  from review_case c
                 where c.recorded_to = 'infinity' and c.id > :after
                   and c.state = any(:states) and (:matter = '' or c.matter = :matter) and (:assignee = '' or c.assignee = :assignee)
                 order by c.id limit :most""")
                .param("after", asked.after()).param("states", states(asked.state()))
                .param("matter", asked.matter() == null ? "" : asked.matter().code()).param("assignee", asked.assignee() == null ? "" : asked.assignee())
                .param("most", most)
                .query((row, n) -> new Line(row.getLong("id"), row.getInt("version"), Matter.of(row.getString("matter")),
                        CaseState.of(row.getString("state")), row.getObject("opened_at", OffsetDateTime.class).toInstant(), row.getString("assignee"),
                        row.getArray("channels") == null ? List.of() : List.of((String[]) row.getArray("channels").getArray()),
                        row.getInt("messages"), row.getInt("persons"))).list();
    }

    /** How many cases stand in each state. */
    public Map<CaseState, Long> states() {
        Map<CaseState, Long> counts = new TreeMap<>();
        sql.sql("select state, count(*) from review_case where recorded_to = 'infinity' group by state")
                .query((row, n) -> counts.put(CaseState.of(row.getString(1)), row.getLong(2))).list();
        return counts;
    }

    /** Who has how much open work, the most first. */
    public List<Load> loads() {
        return sql.sql("""
                select assignee, count(*) as open, count(*) filter (where state = 'proposed') as proposed, min(opened_at) as oldest
                  from review_case
                 where recorded_to = 'infinity' and assignee is not null and state = any(:states)
                 group by assignee order by open desc, assignee""").param("states", states(null))
                .query((row, n) -> new Load(row.getString("assignee"), row.getInt("open"), row.getInt("proposed"),
                        row.getObject("oldest", OffsetDateTime.class).toInstant())).list();
    }

    private static String[] states(@Nullable CaseState state) {
        return Arrays.stream(CaseState.values()).filter(each -> state == null ? each.open() : each == state).map(CaseState::code)
                .toArray(String[]::new);
    }
}
