package org.stele.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;

/**
 * A program of its own for the crash tests: opens the database on a folder and commits one row after the other, saying each
 * row's number once the commit has been acknowledged, until it is killed or has committed as many as it was told.
 */
final class CommitLoop {
    private CommitLoop() {
    }

    public static void main(String[] arguments) throws Exception {
        int rows = Integer.parseInt(arguments[2]);
        try (Database database = EmbeddedCluster.start(Path.of(arguments[0]), Path.of(arguments[1])); Connection connection = database.login().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("create table if not exists acknowledged (n bigint primary key)");
            long next = number(statement) + 1;
            for (long n = next; n < next + rows; n++) {
                statement.execute("insert into acknowledged values (" + n + ")");
                System.out.println(n);
            }
        }
    }

    static long number(Statement statement) throws java.sql.SQLException {
        try (var row = statement.executeQuery("select coalesce(max(n), 0) from acknowledged")) {
            row.next();
            return row.getLong(1);
        }
    }
}
