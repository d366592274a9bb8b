package org.stele.database;

/** A PostgreSQL server that somebody else runs. The database must exist; the user must be allowed to create tables in it. */
record DatabaseServer(Login login) implements Database {
    /** Takes a JDBC URL or PostgreSQL's own kind ({@code postgresql://host/name}). User and password may stand in STELE_DB_USER and STELE_DB_PASSWORD. */
    static DatabaseServer named(String url) {
        String jdbc = url.replaceFirst("^postgres(ql)?://", "jdbc:postgresql://");
        if (!jdbc.startsWith("jdbc:postgresql:")) {
            throw new Refusal("The database URL must begin with jdbc:postgresql: or postgresql://, not: " + url);
        }
        if (jdbc.matches("jdbc:postgresql://[^/?]*@.*")) {
            throw new Refusal("The database URL must not hold user and password before the host. "
                    + "Set STELE_DB_USER and STELE_DB_PASSWORD, or append ?user=…&password=….");
        }
        return new DatabaseServer(new Login(jdbc, System.getenv("STELE_DB_USER"), System.getenv("STELE_DB_PASSWORD")));
    }

    @Override
    public void close() {
        // Not ours to stop.
    }
}
