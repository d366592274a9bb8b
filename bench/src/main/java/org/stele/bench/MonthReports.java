package org.stele.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.stele.demonstration.Demonstration;
import org.stele.demonstration.Headline;
import org.stele.language.Language;
import org.stele.reports.Order;
import org.stele.reports.Reports;

/** The demonstration's report in a program that is warm: counted, reconciled and written in both languages and all formats. */
final class MonthReports {

    private static final int WARM = 3;
    private static final int RUNS = 10;

    private MonthReports() {
    }

    static Times of(Path data) throws Exception {
        try (Register register = Register.open(data)) {
            register.get(Demonstration.class).load((day, done, of) -> { });
            Reports reports = register.get(Reports.class);
            Order order = new Order(Headline.MONTH, List.of(Language.values()), Headline.REPORTED, Set.copyOf(Order.FORMATS), null, true, "benchmark");
            return Times.of(WARM, RUNS, () -> reports.write(order));
        }
    }
}
