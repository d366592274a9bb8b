package org.stele.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The beans through which the rooms reach the database: checked, migrated, pooled. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {
    /** Fewer than the embedded server's connections, so that an administrator still gets in. */
    private static final int CONNECTIONS = 20;

    /** The database that the command line began to open, else (as in a test) the one that the properties name. */
    @Bean
    Database database(ObjectProvider<DatabaseStart> started, Environment environment) {
        return Optional.ofNullable(started.getIfAvailable()).map(DatabaseStart::await).orElseGet(() -> Database.open(
                data(environment), environment.getProperty("stele.db-url")));
    }

    /** The folder that the command line chose, else (as in a test) the one that the properties name. */
    @Bean
    DataPlace dataPlace(Environment environment) {
        return new DataPlace(DataFolder.choose(data(environment)));
    }

    @Bean
    HikariDataSource dataSource(Database database, ObjectProvider<BeforeUpgrade> before) {
        var config = new HikariConfig();
        config.setPoolName("stele");
        config.setJdbcUrl(database.login().url());
        config.setUsername(database.login().user());
        config.setPassword(database.login().password());
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(2);
        config.setConnectionTimeout(10_000);
        var source = new HikariDataSource(config);
        try {
            List<String> pending = Migrations.pending(source);
            if (!pending.isEmpty()) {
                before.orderedStream().forEach(each -> each.upgrading(database.login(), pending));
            }
            Migrations.apply(source);
        } catch (RuntimeException e) {
            source.close();
            throw e;
        }
        return source;
    }

    /** None where it is not named. The environment itself knows no paths. */
    private static @Nullable Path data(Environment environment) {
        String named = environment.getProperty("stele.data");
        return named == null || named.isBlank() ? null : Path.of(named);
    }
}
