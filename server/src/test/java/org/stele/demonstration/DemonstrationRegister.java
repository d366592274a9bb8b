package org.stele.demonstration;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.stele.SteleApplication;
import org.stele.database.Database;
import org.stele.database.TestDatabase;

/** The demonstration loaded into a real PostgreSQL, once for all tests of a run that only read it. */
public final class DemonstrationRegister {

    public static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final ConfigurableApplicationContext CONTEXT = open(DATABASE);

    static {
        CONTEXT.getBean(Demonstration.class).load((day, done, of) -> { });
    }

    private DemonstrationRegister() {
    }

    /** A room's service by its type. */
    public static <T> T get(Class<T> type) {
        return CONTEXT.getBean(type);
    }

    /** The application without a web server, on this database. */
    static ConfigurableApplicationContext open(TestDatabase database) {
        Database.Login login = database.login();
        return new SpringApplicationBuilder(SteleApplication.class).web(WebApplicationType.NONE).lazyInitialization(true)
                .properties("stele.data=" + TestDatabase.folder(), "stele.db-url=" + login.url() + "&user=" + login.user() + "&password=" + login.password()).run();
    }
}
