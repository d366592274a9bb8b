package org.stele.faults;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stele.database.DataPlace;
import org.stele.database.Database;

/**
 * The rooms that keep evidence, wired as the program wires them but without the rest of it, so that a process that only adds items is up
 * in a second and can be killed a thousand times.
 */
public final class OpenArchive implements AutoCloseable {

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final HikariDataSource source;

    /** @param login a migrated database */
    public OpenArchive(Database.Login login, Path data) {
        this.source = pool(login);
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("faults", Map.of("stele.vault.reserve", "0")));
        context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor());
        context.registerBean(DataSource.class, () -> source);
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(source));
        context.registerBean(DataPlace.class, () -> new DataPlace(data));
        context.scan("org.stele.history", "org.stele.keys", "org.stele.uploading", "org.stele.vault", "org.stele.evidence");
        context.refresh();
    }

    public <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    public JdbcClient sql() {
        return get(JdbcClient.class);
    }

    @Override
    public void close() {
        context.close();
        source.close();
    }

    private static HikariDataSource pool(Database.Login login) {
        var config = new HikariConfig();
        config.setJdbcUrl(login.url());
        config.setUsername(login.user());
        config.setPassword(login.password());
        config.setMaximumPoolSize(10);
        config.setMinimumIdle(1);
        return new HikariDataSource(config);
    }
}
