package org.stele.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stele.SteleApplication;
import org.stele.access.Accounts;
import org.stele.access.By;
import org.stele.access.Role;
import org.stele.access.TestAccounts;
import org.stele.database.TestDatabase;
import org.stele.demonstration.Demonstration;
import org.stele.demonstration.SampleEvidence;
import org.stele.evidence.Looking;
import org.stele.language.Language;
import org.stele.reports.Order;
import org.stele.reports.Reports;

/** The whole program, serving the demonstration: one for a test run. */
final class LiveSite {

    static final String PASSWORD = "four words apart here";

    private static final class Holder {
        static final LiveSite ONE = new LiveSite();
    }

    private final ConfigurableApplicationContext context;
    private final String address;
    private final JdbcClient sql;

    static LiveSite get() {
        return Holder.ONE;
    }

    private LiveSite() {
        TestDatabase database = TestDatabase.fresh();
        sql = database.sql();
        context = new SpringApplicationBuilder(SteleApplication.class).web(WebApplicationType.SERVLET)
                .properties("stele.data=" + TestDatabase.folder(), "server.port=0", "stele.db-url=" + database.login().url() + "&user=" + database.login().user() + "&password=" + database.login().password())
                .run();
        address = "http://localhost:" + context.getEnvironment().getProperty("local.server.port");
        context.getBean(Demonstration.class).load((day, done, of) -> { });
        try {
            context.getBean(SampleEvidence.class).add();
            for (long item = 1; item <= 15; item++) {
                context.getBean(Looking.class).look(item, "test", "to show what is found");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        context.getBean(Reports.class).write(new Order(YearMonth.of(2020, 11), List.of(Language.EN, Language.AR), null, Set.of("html", "pdf", "json"), null, true, "test"));
        Accounts accounts = context.getBean(Accounts.class);
        accounts.add("amal", Role.RESEARCHER, PASSWORD, new By("test", "to drive the desk"));
        accounts.add("basma", Role.EDITOR, PASSWORD, new By("test", "to drive the desk"));
        accounts.add("nadia", Role.AUDITOR, PASSWORD, new By("test", "to drive the desk"));
        accounts.add("omar", Role.ADMINISTRATOR, PASSWORD, new By("test", "to drive the desk"));
        TestAccounts.enrol(sql, "amal", "basma", "nadia", "omar");
    }

    String at(String path) {
        return address + path;
    }

    JdbcClient sql() {
        return sql;
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** A victim whose record has more than one version. */
    long changedVictim() {
        return sql.sql("select min(id) from victim where version = 2").query(Long.class).single();
    }

    /** The day on which a record had its first version only. */
    String daysAfterFirstVersion(long victim) {
        return sql.sql("select (recorded_from at time zone 'UTC')::date::text from victim where id = :id and version = 1").param("id", victim).query(String.class).single();
    }
}
