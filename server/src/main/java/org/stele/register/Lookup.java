package org.stele.register;

import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.stele.history.Moment;

/** Finds records for the desk. */
@Repository
public class Lookup {

    private final JdbcClient sql;

    Lookup(JdbcClient sql) {
        this.sql = sql;
    }

    /** A page of ids, and whether there are more after it. */
    public record Page(List<Long> ids, boolean more) {
    }

    /** Victims whose name, in either script, contains all of these words, however they are written; in order of name. Reads through
     *  every current name: about half a second for a million. */
    public Page victimsNamed(String words, long offset, int limit) {
        List<String> patterns = NamePattern.of(words);
        if (patterns.isEmpty()) {
            return new Page(List.of(), false);
        }
        String named = patterns.stream().map(any -> "and (name_latin ~* ? or name_arabic ~ ?)").collect(Collectors.joining(" "));
        JdbcClient.StatementSpec search = sql.sql("""
                select id from victim where recorded_to = 'infinity' %s
                 order by name_arabic collate "ar-x-icu", name_latin, id
                 offset ? limit ?""".formatted(named));
        for (String pattern : patterns) {
            search = search.param(pattern).param(pattern);
        }
        return page(search.param(offset).param(limit + 1).query(Long.class).list(), limit);
    }

    /** The victims an incident had at a moment, in order of id. */
    public List<Long> victimsOf(long incident, Moment moment) {
        return sql.sql("select id from victim where incident = :incident and recorded_from <= :at and :at < recorded_to order by id")
                .param("incident", incident).param("at", moment.at().atOffset(ZoneOffset.UTC)).query(Long.class).list();
    }

    /** Incidents, the latest first.
     *  @param place code of a place, with all that lies in it; all places if empty
     *  @param from  first day, ISO; open if empty
     *  @param to    last day, ISO; open if empty */
    public Page incidents(List<String> places, String from, String to, long offset, int limit) {
        return page(sql.sql("""
                select id from incident
                 where recorded_to = 'infinity'
                   and (cardinality(:places::text[]) = 0 or place = any(:places))
                   and (:from = '' or occurred_to >= nullif(:from, '')::date)
                   and (:to = '' or occurred_from <= nullif(:to, '')::date)
                 order by occurred_from desc nulls last, id desc
                 offset :offset limit :limit""")
                .param("places", places.toArray(String[]::new)).param("from", from).param("to", to)
                .param("offset", offset).param("limit", limit + 1).query(Long.class).list(), limit);
    }

    private static Page page(List<Long> ids, int limit) {
        return ids.size() > limit ? new Page(ids.subList(0, limit), true) : new Page(ids, false);
    }
}
