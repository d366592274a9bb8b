package org.stele.database;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings a database's tables to what this program needs. Safe to run by several processes at once: they wait for each other. */
public final class Migrations {
    private Migrations() {
    }

    /**
     * Applies what is missing from {@code db/migration}. Each room numbers its files in a hundred of its own, so a lower number
     * may arrive after a higher one.
     *
     * @throws Refusal if the database was written by a newer or changed program
     */
    public static void apply(DataSource source) {
        try {
            Flyway.configure().dataSource(source).locations("classpath:db/migration").outOfOrder(true)
                    // By itself Flyway passes over what a newer program applied, and this one would write beside rules it does not know.
                    .ignoreMigrationPatterns(new String[0]).load().migrate();
        } catch (FlywayException e) {
            throw new Refusal("The database's tables cannot be brought up to date: " + e.getMessage(), e);
        }
    }
}
