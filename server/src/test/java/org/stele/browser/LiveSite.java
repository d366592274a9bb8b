package org.stele.browser;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.stele.SteleApplication;
import org.stele.access.Accounts;
import org.stele.access.By;
import org.stele.access.Role;
import org.stele.database.TestDatabase;
import org.stele.demonstration.Demonstration;

/** The whole program, serving the demonstration: one for a test run. */
final class LiveSite {

    static final String PASSWORD = "four words apart here";

    private static final class Holder {
        static final LiveSite ONE = new LiveSite();
    }

    private final ConfigurableApplicationContext context;
    private final String address;

    static LiveSite get() {
        return Holder.ONE;
    }

    private LiveSite() {
        TestDatabase database = TestDatabase.fresh();
        context = new SpringApplicationBuilder(SteleApplication.class).web(WebApplicationType.SERVLET)
                .properties("server.port=0", "stele.db-url=" + database.login().url() + "&user=" + database.login().user() + "&password=" + database.login().password())
                .run();
        address = "http://localhost:" + context.getEnvironment().getProperty("local.server.port");
        context.getBean(Demonstration.class).load((day, done, of) -> { });
        Accounts accounts = context.getBean(Accounts.class);
        accounts.add("amal", Role.RESEARCHER, PASSWORD, new By("test", "to drive the desk"));
        accounts.add("basma", Role.READER, PASSWORD, new By("test", "to drive the desk"));
        accounts.add("omar", Role.ADMINISTRATOR, PASSWORD, new By("test", "to drive the desk"));
    }

    String at(String path) {
        return address + path;
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }
}
