package org.stele.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;

/**
 * An empty, migrated database for one test class, on one real PostgreSQL per test run.
 *
 * <pre>{@code
 * class PlacesTest {
 *     static final TestDatabase DATABASE = TestDatabase.fresh();
 *     final Places places = new Places(DATABASE.sql());
 * }
 * }</pre>
 *
 * A test of the whole application adds
 * <pre>{@code
 *     @DynamicPropertySource
 *     static void database(DynamicPropertyRegistry registry) { DATABASE.register(registry); }
 * }</pre>
 *
 * The PostgreSQL is an embedded one in a throw-away folder, or the server that the environment's STELE_TEST_DB_URL names
 * (with STELE_DB_USER and STELE_DB_PASSWORD; the user must be allowed to create databases).
 */
public final class TestDatabase implements AutoCloseable {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private final String name;
    private final Database.Login login;
    private final HikariDataSource source;

    private TestDatabase(String name) {
        this.name = name;
        this.login = TestServer.login(name);
        this.source = pool(login);
    }

    /** Copies the migrated template; costs about a tenth of a second. */
    public static TestDatabase fresh() {
        String name = "stele_test_" + ProcessHandle.current().pid() + "_" + NUMBER.incrementAndGet();
        TestServer.execute("create database " + name + " template " + TestServer.template());
        return new TestDatabase(name);
    }

    public DataSource source() {
        return source;
    }

    public JdbcClient sql() {
        return JdbcClient.create(source);
    }

    public Database.Login login() {
        return login;
    }

    /** The address with user and password in it, as {@code --db-url} takes it. */
    public String url() {
        return login.url() + "&user=" + encoded(login.user()) + "&password=" + encoded(login.password());
    }

    /** A throw-away data folder, gone with the run; a context that is given none would use one in the project. */
    public static Path folder() {
        return TestServer.folder();
    }

    /** Lets a Spring context use this database, and a throw-away data folder with it. */
    public void register(DynamicPropertyRegistry registry) {
        registry.add("stele.db-url", this::url);
        registry.add("stele.data", TestServer.folder()::toString);
    }

    /** Not needed at the end of a test class: what is left goes with the run. */
    @Override
    public void close() {
        source.close();
        TestServer.execute("drop database " + name + " with (force)");
    }

    private static String encoded(@Nullable String value) {
        return URLEncoder.encode(String.valueOf(value), StandardCharsets.UTF_8);
    }

    private static HikariDataSource pool(Database.Login login) {
        var config = new HikariConfig();
        config.setJdbcUrl(login.url());
        config.setUsername(login.user());
        config.setPassword(login.password());
        config.setMaximumPoolSize(8);
        config.setMinimumIdle(0);
        config.setIdleTimeout(10_000);
        return new HikariDataSource(config);
    }

    static void migrate(Database.Login login) {
        try (HikariDataSource source = pool(login)) {
            Migrations.apply(source);
        }
    }

    static void execute(Database.Login login, String sql) {
        try (Connection connection = login.connect(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
