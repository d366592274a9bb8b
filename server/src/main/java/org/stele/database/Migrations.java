package org.stele.database;

import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;

/** Brings a database's tables to what this program needs. Safe to run by several processes at once: they wait for each other. */
public final class Migrations {
    private static final String OWN = "classpath:db/migration";

    private Migrations() {
    }

    /**
     * Applies what is missing from {@code db/migration}. Each room numbers its files in a hundred of its own, so a lower number
     * may arrive after a higher one.
     *
     * @throws Refusal if the database was written by a newer or changed program
     */
    public static void apply(DataSource source) {
        apply(source, OWN);
    }

    /** Applies the scripts of another place, as a backup brings its own: {@code filesystem:/path}. */
    public static void apply(DataSource source, String location) {
        try {
            flyway(source, location).migrate();
        } catch (FlywayException e) {
            throw new Refusal("The database's tables cannot be brought up to date: " + e.getMessage(), e);
        }
    }

    /** Scripts that {@link #apply(DataSource)} would apply to a database that was used before; none where it is new. */
    public static List<String> pending(DataSource source) {
        var info = flyway(source, OWN).info();
        return info.applied().length == 0 ? List.of() : Arrays.stream(info.pending()).map(MigrationInfo::getScript).toList();
    }

    private static Flyway flyway(DataSource source, String location) {
        return Flyway.configure().dataSource(source).locations(location).outOfOrder(true)
                // By itself Flyway passes over what a newer program applied, and this one would write beside rules it does not know.
                .ignoreMigrationPatterns(new String[0]).load();
    }
}
