package org.stele.publication;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.DateTimeException;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.stele.history.Moment;
import org.stele.page.Page;
import org.stele.page.Unanswerable;

/** Reads from an address what its page is to look at. */
@Component
class Views {

    private final Answers answers;
    private final InstantSource clock = InstantSource.system();

    Views(Answers answers) {
        this.answers = answers;
    }

    /** @param period {@code 2020-11}, {@code 2020} or {@code all}; the latest month with figures if empty
     *  @param asOf   a day, whose end is meant; the latest state if empty */
    View view(Page page, String period, String asOf) {
        LocalDate day = day(asOf);
        Moment moment = answers.moment(day == null ? null : endOf(day));
        View anything = new View(page, Chosen.of(Chosen.ALL), day, moment, answers.codebook(moment), answers);
        Chosen chosen = !period.isEmpty() ? Chosen.of(period)
                : anything.months().stream().findFirst().map(Chosen::of).orElse(anything.chosen());
        return new View(page, chosen, day, moment, anything.codebook(), answers);
    }

    /** Today means now: what will be known tonight nobody knows. */
    private @Nullable LocalDate day(String text) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(text);
            return day.equals(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)) ? null : day;
        } catch (DateTimeException e) {
            throw new Unanswerable("The day '" + text + "' is none: write for example 2020-12-01.", e);
        }
    }

    private static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minus(1, ChronoUnit.MICROS);
    }
}
