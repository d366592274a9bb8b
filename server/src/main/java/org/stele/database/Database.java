package org.stele.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** A running PostgreSQL that the program may use: one it started itself, or a server named by URL. Closing stops only the former. */
public sealed interface Database extends AutoCloseable permits EmbeddedCluster, DatabaseServer {
    /** Where to connect and as whom. */
    Login login();

    @Override
    void close();

    /**
     * Opens the server that the URL (or the environment's STELE_DB_URL) names, else starts the embedded one on the data folder.
     * Its version, encoding and safety settings are checked before anything uses it.
     *
     * @throws Refusal if the folder is in use, the server cannot be reached, or its settings could lose or hide data
     */
    static Database open(@Nullable Path dataFolder, @Nullable String url) {
        String named = url != null ? url : System.getenv("STELE_DB_URL");
        Database database = named == null || named.isBlank()
                ? EmbeddedCluster.start(DataFolder.choose(dataFolder))
                : DatabaseServer.named(named);
        try {
            try (Connection connection = database.login().connect()) {
                DatabaseCheck.refuseUnfit(connection);
            } catch (SQLException e) {
                throw new Refusal("The database " + database.login().url() + " cannot be used: " + e.getMessage(), e);
            }
            return database;
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /** A JDBC URL, and the user and password where the URL does not hold them. */
    record Login(String url, @Nullable String user, @Nullable String password) {
        public Connection connect() throws SQLException {
            Properties properties = new Properties();
            if (user != null) {
                properties.setProperty("user", user);
            }
            if (password != null) {
                properties.setProperty("password", password);
            }
            return DriverManager.getConnection(url, properties);
        }

        /** Never the password: this text ends up in logs. */
        @Override
        public String toString() {
            return url.replaceAll("password=[^&]*", "password=…");
        }
    }
}
