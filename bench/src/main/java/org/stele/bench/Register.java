package org.stele.bench;

import java.nio.file.Path;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.stele.SteleApplication;
import org.stele.database.DatabaseStart;

/** The program without its faces, on a data folder. */
public record Register(ConfigurableApplicationContext context, DatabaseStart database) implements AutoCloseable {

    public static Register open(Path data) {
        DatabaseStart database = DatabaseStart.inBackground(data, null);
        return new Register(new SpringApplicationBuilder(SteleApplication.class).web(WebApplicationType.NONE).lazyInitialization(true)
                .properties("stele.data=" + data)
                .initializers(context -> context.getBeanFactory().registerSingleton("databaseStart", database)).run(), database);
    }

    public <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
        database.await().close();
    }
}
