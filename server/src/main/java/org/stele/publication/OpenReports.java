package org.stele.publication;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.stele.history.Version;
import org.stele.register.Demonstrations;
import org.stele.reports.Edition;
import org.stele.reports.Edition.State;
import org.stele.reports.Editions;
import org.stele.reports.Reports;

/** The reports that everyone may read: released ones. A demonstration also shows drafts, for nobody in it can be harmed. */
@Component
class OpenReports {

    private final Editions editions;
    private final Demonstrations demonstrations;

    OpenReports(Editions editions, Demonstrations demonstrations) {
        this.editions = editions;
        this.demonstrations = demonstrations;
    }

    /** The latest edition of each month, the latest month first. */
    List<Version<Edition>> all() {
        Map<YearMonth, Version<Edition>> latest = new LinkedHashMap<>();
        editions.all().stream().filter(this::open).forEach(edition -> latest.putIfAbsent(edition.record().month(), edition));
        return latest.values().stream().sorted(Comparator.comparing((Version<Edition> edition) -> edition.record().month()).reversed()).toList();
    }

    Optional<Version<Edition>> of(YearMonth month) {
        return editions.of(Reports.MONTHLY, month).stream().filter(this::open).findFirst();
    }

    private boolean open(Version<Edition> edition) {
        return edition.record().state() instanceof State.Released || demonstrations.isDemonstration();
    }
}
