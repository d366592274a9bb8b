package org.stele.commandline;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.stele.database.DataFolder;
import org.stele.database.DatabaseStart;

/** The register with its database running, for as long as one command needs it. */
final class OpenRegister implements AutoCloseable {
    private final ConfigurableApplicationContext context;
    private final DatabaseStart database;

    private OpenRegister(ConfigurableApplicationContext context, DatabaseStart database) {
        this.context = context;
        this.database = database;
    }

    /** Without a web server; a part of a room is made when it is first asked for. */
    static OpenRegister quietly(Class<?> application, @Nullable Path data, @Nullable String databaseUrl) {
        return open(new SpringApplicationBuilder(application).web(WebApplicationType.NONE).lazyInitialization(true), data, databaseUrl);
    }

    /** With the web server, which is ready when this returns. */
    static OpenRegister serving(Class<?> application, @Nullable Path data, @Nullable String databaseUrl, String... properties) {
        return open(new SpringApplicationBuilder(application).web(WebApplicationType.SERVLET).properties(BehindProxy.NONE).properties(properties), data, databaseUrl);
    }

    /** The database starts beside Spring, not before it. */
    private static OpenRegister open(SpringApplicationBuilder builder, @Nullable Path data, @Nullable String databaseUrl) {
        DatabaseStart database = DatabaseStart.inBackground(data, databaseUrl);
        // However the program ends, the web server stops before the database.
        SpringApplication.getShutdownHandlers().add(database::close);
        try {
            return new OpenRegister(builder.properties("stele.data=" + DataFolder.choose(data))
                    .initializers(context -> context.getBeanFactory().registerSingleton("databaseStart", database)).run(), database);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /** A room's service by its type. */
    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
        database.close();
    }
}
