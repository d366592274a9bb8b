package org.stele.sealing;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The end of a version is no part of its entry, for it comes later: it must be the beginning of the next one, or none. */
final class ChainCheck {

    private final Connection connection;
    private final Faults faults;

    ChainCheck(Connection connection, Faults faults) {
        this.connection = connection;
        this.faults = faults;
    }

    void run() throws SQLException {
        for (String table : versioned()) {
            try (Statement question = connection.createStatement(); var row = question.executeQuery("""
                    select v.id, v.version from "%1$s" v
                     where v.recorded_to <> 'infinity'
                       and not exists (select from "%1$s" n where n.id = v.id and n.version = v.version + 1 and n.recorded_from = v.recorded_to)
                    union all
                    select v.id, v.version from "%1$s" v
                     where v.version > 1
                       and not exists (select from "%1$s" b where b.id = v.id and b.version = v.version - 1 and b.recorded_to = v.recorded_from)
                     order by 1, 2 limit 5""".formatted(table))) {
                while (row.next()) {
                    String what = "%s %d, version %d".formatted(table, row.getLong(1), row.getInt(2));
                    faults.add(what, what + " does not follow on the version before it, or is ended without one after it: its times were altered.");
                }
            }
        }
    }

    private List<String> versioned() throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Statement question = connection.createStatement(); var row = question.executeQuery("""
                select table_name from information_schema.columns where table_schema = current_schema() and column_name in ('id', 'version', 'recorded_from', 'recorded_to')
                 group by table_name having count(*) = 4 order by table_name""")) {
            while (row.next()) {
                tables.add(row.getString(1));
            }
        }
        return tables;
    }
}
