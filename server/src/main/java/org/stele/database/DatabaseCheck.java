package org.stele.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** One thing that a database must be or have before the register trusts it. The remedy is said only where it is not fulfilled. */
public record DatabaseCheck(String name, boolean fulfilled, String found, String remedy) {
    /** What the packaged servers of the oldest supported Debian give. No feature above it is used. */
    private static final int OLDEST = 15;

    /** All checks, fulfilled or not, in a fixed order. Needs the trigram extension, which it creates when it is missing. */
    public static List<DatabaseCheck> all(Connection connection) throws SQLException {
        List<DatabaseCheck> checks = new ArrayList<>();
        int version = connection.getMetaData().getDatabaseMajorVersion();
        checks.add(new DatabaseCheck("version", version >= OLDEST, connection.getMetaData().getDatabaseProductVersion(),
                "PostgreSQL " + OLDEST + " or newer is needed"));
        checks.add(setting(connection, "server_encoding", "UTF8", "create the database with encoding 'UTF8'"));
        String durable = "an acknowledged change must survive a crash: turn it on in the server's configuration";
        checks.add(setting(connection, "fsync", "on", durable));
        checks.add(setting(connection, "full_page_writes", "on", durable));
        String synchronous = value(connection, "show synchronous_commit");
        checks.add(new DatabaseCheck("synchronous_commit", !synchronous.equals("off"), synchronous, durable));
        String trigrams = trigrams(connection);
        checks.add(new DatabaseCheck("Arabic trigrams", Character.isDigit(trigrams.charAt(0)) && !trigrams.equals("0"), trigrams,
                "create the database with a locale that knows Arabic letters, e.g. create database stele template template0 encoding 'UTF8' "
                        + "locale 'C.UTF-8', and let its owner (or an administrator) run create extension pg_trgm"));
        return List.copyOf(checks);
    }

    static void refuseUnfit(Connection connection) throws SQLException {
        for (DatabaseCheck check : all(connection)) {
            if (!check.fulfilled) {
                throw new Refusal("The database is not fit for the register: " + check.name + " is " + check.found + "; " + check.remedy + ".");
            }
        }
    }

    private static DatabaseCheck setting(Connection connection, String name, String wanted, String remedy) throws SQLException {
        String found = value(connection, "show " + name);
        return new DatabaseCheck(name, found.equals(wanted), found, remedy);
    }

    /** With the wrong locale the extension takes no Arabic letter for a letter and finds nothing, without a word. */
    private static String trigrams(Connection connection) {
        try {
            boolean there = value(connection, "select count(*) from pg_extension where extname = 'pg_trgm'").equals("1");
            if (!there) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("create extension if not exists pg_trgm");
                }
            }
            return value(connection, "select cardinality(show_trgm('محمد'))");
        } catch (SQLException e) {
            return "not available (" + e.getMessage() + ")";
        }
    }

    private static String value(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
