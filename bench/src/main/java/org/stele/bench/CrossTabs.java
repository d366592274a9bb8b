package org.stele.bench;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stele.history.Changes;
import org.stele.statistics.Answer;
import org.stele.statistics.Dimension;
import org.stele.statistics.Dimension.Axis;
import org.stele.statistics.Measure;
import org.stele.statistics.Period;
import org.stele.statistics.Question;
import org.stele.statistics.Statistics;

/** Cross-tabs of two and three dimensions, as of now and of the past, against PostgreSQL's GROUP BY over the same table in the same run. */
final class CrossTabs {

    /**
     * One cross-tab and its time.
     *
     * @param victims in the whole table, by both ways: the two must agree
     */
    record Result(String question, String asOf, long victims, Times stele, Times groupBy) {
        double ratio() {
            return groupBy.median() / stele.median();
        }
    }

    private record Tab(String name, List<Axis> by, String sqlColumns) {
    }

    private static final List<Tab> TABS = List.of(
            new Tab("party x month", List.of(Axis.PARTY, Axis.MONTH), "responsibility, parties, date_trunc('month', standing_on)"),
            new Tab("governorate x sex", List.of(Axis.DEATH_PLACE, Axis.SEX), "death_place, sex"),
            new Tab("party x governorate x year", List.of(Axis.PARTY, Axis.DEATH_PLACE, Axis.YEAR),
                    "responsibility, parties, death_place, date_trunc('year', standing_on)"),
            new Tab("governorate x month x method", List.of(Axis.DEATH_PLACE, Axis.MONTH, Axis.METHOD),
                    "death_place, date_trunc('month', standing_on), method"));

    private final Statistics statistics;
    private final JdbcClient sql;
    private final Changes changes;

    CrossTabs(Statistics statistics, JdbcClient sql, Changes changes) {
        this.statistics = statistics;
        this.sql = sql;
        this.changes = changes;
    }

    List<Result> run(@Nullable Instant past) throws Exception {
        List<Result> results = new ArrayList<>();
        for (Tab tab : TABS) {
            results.add(measured(tab, null));
            results.add(measured(tab, past));
        }
        return results;
    }

    private Result measured(Tab tab, @Nullable Instant asOf) throws Exception {
        Question question = new Question(List.of(Measure.Basic.VICTIMS), tab.by.stream().map(Dimension::of).toList(), List.of(), Period.EVER, asOf);
        Answer answer = statistics.answer(question);
        Instant at = asOf == null ? changes.latest().at() : asOf;
        long bySql = groupBy(tab, at);
        if (answer.total(Measure.Basic.VICTIMS) != bySql) {
            throw new IllegalStateException("%s as of %s: %d by Stele, %d by SQL".formatted(tab.name, at, answer.total(Measure.Basic.VICTIMS), bySql));
        }
        Times stele = Times.of(100, 200, () -> statistics.answer(question));
        Times groupBy = Times.of(1, 5, () -> groupBy(tab, at));
        return new Result(tab.name, asOf == null ? "now" : "past", bySql, stele, groupBy);
    }

    private long groupBy(Tab tab, Instant at) {
        return sql.sql("""
                select coalesce(sum(counted), 0) from (
                    select %s, count(*) as counted from victim
                     where recorded_from <= :at and :at < recorded_to and standing = 'documented' and status = 'civilian'
                     group by %s) as cells""".formatted(tab.sqlColumns, tab.sqlColumns))
                .param("at", at.atOffset(ZoneOffset.UTC)).query(Long.class).single();
    }
}
