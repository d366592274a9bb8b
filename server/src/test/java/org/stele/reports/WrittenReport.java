package org.stele.reports;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.stele.SteleApplication;
import org.stele.database.Database;
import org.stele.database.TestDatabase;
import org.stele.demonstration.Demonstration;

/** The demonstration in a register of its own, since writing reports adds editions to it. */
final class WrittenReport {

    private static final ConfigurableApplicationContext CONTEXT = open();

    static {
        CONTEXT.getBean(Demonstration.class).load((day, done, of) -> { });
    }

    static final Reports REPORTS = get(Reports.class);
    static final Editions EDITIONS = get(Editions.class);

    private WrittenReport() {
    }

    static <T> T get(Class<T> type) {
        return CONTEXT.getBean(type);
    }

    /** The same in yet another register, for who changes much in it. */
    static ConfigurableApplicationContext another() {
        ConfigurableApplicationContext context = open();
        context.getBean(Demonstration.class).load((day, done, of) -> { });
        return context;
    }

    private static ConfigurableApplicationContext open() {
        Database.Login login = TestDatabase.fresh().login();
        return new SpringApplicationBuilder(SteleApplication.class).web(WebApplicationType.NONE).lazyInitialization(true)
                .properties("stele.data=" + TestDatabase.folder(), "stele.db-url=" + login.url() + "&user=" + login.user() + "&password=" + login.password()).run();
    }
}
