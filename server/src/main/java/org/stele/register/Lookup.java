package org.stele.register;

import java.time.ZoneOffset;
import java.util.List;
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

    /** Victims whose name, in either script, contains all of these words; in order of name. Reads through every current name: about a
     *  second for a million. */
    public Page victimsNamed(String words, long offset, int limit) {
        String[] parts = words.strip().split("\\s+");
        return page(sql.sql("""
                select id from victim
                 where recorded_to = 'infinity'
                   and name_key(coalesce(name_latin, '') || ' ' || coalesce(name_arabic, '')) like all
                       (select '%' || replace(replace(replace(name_key(part), '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%' from unnest(:parts::text[]) part)
                 order by name_arabic collate "ar-x-icu", name_latin, id
                 offset :offset limit :limit""")
                .param("parts", parts).param("offset", offset).param("limit", limit + 1).query(Long.class).list(), limit);
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
