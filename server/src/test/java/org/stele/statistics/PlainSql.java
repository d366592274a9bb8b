package org.stele.statistics;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stele.codebook.Codebook;
import org.stele.codebook.CountingRules.DateBasis;
import org.stele.history.Moment;

/**
 * The same questions answered by PostgreSQL alone, written independently of the program's counting: the oracle of the tests. It
 * knows the made-up programme's parties and places by heart.
 */
final class PlainSql {

    private final JdbcClient sql;
    private final Codebook codebook;
    private final Moment moment;

    PlainSql(DataSource source, Codebook codebook, Moment moment) {
        this.sql = JdbcClient.create(source);
        this.codebook = codebook;
        this.moment = moment;
    }

    private static final String FROM = """
            with party (code, root, half, place) as (values
                ('north', 'north', 'north', 1), ('north-army', 'north', 'north-army', 2), ('north-guard', 'north', 'north-guard', 3),
                ('guard-east', 'north', 'north-guard', 4), ('south', 'south', 'south', 5), ('west', 'west', 'west', 6), ('league', 'league', 'league', 7)),
            v as (select * from victim where recorded_from <= :at and recorded_to > :at),
            counted as (select * from v where standing = 'documented' and status in (:statuses)),
            massacre as (select incident as id, (array_agg(standing_on order by standing_on))[:threshold] as reached
                           from counted where incident is not null group by incident having count(*) >= :threshold),
            i as (select * from incident where recorded_from <= :at and recorded_to > :at),
            toll as (select c.id, c.version, c.standing, c.exclusion, c.status, c.standing_on, c.sex, c.age_min, c.age_max, c.origin, c.groups, i.place, i.method,
                            i.weapon, i.responsibility, i.parties, i.other_category, i.occurred_from, i.occurred_to, reached
                       from counted c join massacre on massacre.id = c.incident join i on i.id = c.incident)
            """;

    /** The cells in which something is counted; the total stands under no key at all. */
    Map<List<String>, List<Long>> answer(Question question) {
        Map<List<String>, List<Long>> all = new HashMap<>();
        List<Measure> measures = question.measures();
        for (int i = 0; i < measures.size(); i++) {
            int at = i;
            String measure = measures.get(i).code();
            for (List<Dimension> by : new java.util.HashSet<>(java.util.Arrays.asList(question.by(), List.<Dimension>of()))) {
                query(measure, by, question).forEach((key, figure) -> {
                    if (figure != 0) {
                        all.computeIfAbsent(key, added -> new ArrayList<>(IntStream.range(0, measures.size()).mapToObj(n -> 0L).toList())).set(at, figure);
                    }
                });
            }
        }
        return all;
    }

    /** The versions of one cell or of the whole with what each contributes, as {@code id.version=amount}. */
    Set<String> versions(Measure measure, Map<Dimension, String> cell, Question question) {
        List<Filter> where = new ArrayList<>(question.where());
        cell.forEach((dimension, value) -> where.add(new Filter(dimension, Set.of(value))));
        Question narrowed = new Question(List.of(measure), List.of(), where, question.period(), null);
        return new TreeSet<>(prepared(FROM + "select distinct id || '.' || version || '=' || " + amount(measure.code()) + " " + body(measure.code(), List.of(), narrowed) 
                + (amount(measure.code()).equals("1") ? "" : " and " + amount(measure.code()) + " <> 0")).query(String.class).list());
    }

    private static String amount(String measure) {
        return switch (measure) {
            case "injured" -> "injured_min";
            case "unrecorded-min" -> "unrecorded_min";
            case "unrecorded-max" -> "coalesce(unrecorded_max, unrecorded_min)";
            default -> "1";
        };
    }

    private Map<List<String>, Long> query(String measure, List<Dimension> by, Question question) {
        String keys = by.stream().map(dimension -> expression(dimension, measure)).collect(Collectors.joining(", "));
        String figure = "sum(" + amount(measure) + ")";
        Map<List<String>, Long> cells = new HashMap<>();
        String text = FROM + "select coalesce(" + figure + ", 0) as figure" + (by.isEmpty() ? "" : ", " + keys) + " " + body(measure, by, question)
                + (by.isEmpty() ? "" : " group by " + IntStream.range(0, by.size()).mapToObj(n -> "" + (n + 2)).collect(Collectors.joining(", ")));
        prepared(text).query((row, n) -> {
            List<String> key = new ArrayList<>();
            for (int i = 0; i < by.size(); i++) {
                key.add(row.getString(i + 2));
            }
            return cells.put(key, row.getLong("figure"));
        }).list();
        return cells;
    }

    private JdbcClient.StatementSpec prepared(String text) {
        return sql.sql(text).param("at", moment.at().atOffset(ZoneOffset.UTC)).param("statuses", codebook.counting().countedStatuses())
                .param("threshold", codebook.counting().massacreThreshold());
    }

    private String body(String measure, List<Dimension> by, Question question) {
        String table = switch (measure) {
            case "massacres" -> "from i join massacre using (id)";
            case "massacre-toll" -> "from toll";
            case "injured", "unrecorded-min", "unrecorded-max" -> "from i";
            case "recorded" -> "from v";
            default -> "from counted";
        };
        String groups = by.stream().anyMatch(dimension -> dimension.axis() == Dimension.Axis.GROUP)
                ? " cross join lateral unnest(case when groups = '{}' then array['none'] else groups end) as grp" : "";
        List<String> conditions = new ArrayList<>();
        conditions.add(condition(measure));
        conditions.add(period(measure, question.period()));
        if (measure.equals("massacre-toll") && codebook.counting().dateBasis() == DateBasis.DOCUMENTATION && question.period().to() != null) {
            conditions.add("standing_on <= '" + question.period().to() + "'");
        }
        for (Filter filter : question.where()) {
            String values = filter.values().stream().map(value -> "'" + value + "'").collect(Collectors.joining(", "));
            conditions.add(filter.dimension().axis() == Dimension.Axis.GROUP
                    ? "(case when groups = '{}' then array['none'] else groups end) && array[" + values + "]"
                    : expression(filter.dimension(), measure) + " in (" + values + ")");
        }
        return table + groups + " where " + String.join(" and ", conditions);
    }

    private String condition(String measure) {
        int adult = codebook.counting().adultAge();
        return switch (measure) {
            case "children" -> "age_max < " + adult;
            case "women" -> "age_min >= " + adult + " and sex = 'female'";
            case "men" -> "age_min >= " + adult + " and sex = 'male'";
            case "unknown" -> "not (coalesce(age_max < " + adult + ", false) or coalesce(age_min >= " + adult + ", false) and sex <> 'unknown')";
            case "torture" -> "method = 'torture'";
            case "landmines" -> "weapon = 'landmine'";
            case "massacre-victims" -> "incident in (select id from massacre)";
            case "injured", "unrecorded-min", "unrecorded-max" -> "documented_on is not null";
            default -> measure.startsWith("group-") ? "'" + measure.substring(6) + "' = any(groups)" : "true";
        };
    }

    private static boolean ofIncidents(String measure) {
        return Set.of("massacres", "massacre-toll", "injured", "unrecorded-min", "unrecorded-max").contains(measure);
    }

    private static String day(String measure) {
        return measure.startsWith("massacre") && ofIncidents(measure) ? "reached" : ofIncidents(measure) ? "documented_on" : "standing_on";
    }

    private String period(String measure, Period period) {
        String first = codebook.counting().dateBasis() == DateBasis.DOCUMENTATION ? day(measure) : ofIncidents(measure) ? "occurred_from" : "died_from";
        String last = codebook.counting().dateBasis() == DateBasis.DOCUMENTATION ? day(measure) : ofIncidents(measure) ? "occurred_to" : "died_to";
        LocalDate from = period.from();
        LocalDate to = period.to();
        return (from == null ? "true" : first + " >= '" + from + "'") + " and " + (to == null ? "true" : last + " <= '" + to + "'");
    }

    private String expression(Dimension dimension, String measure) {
        int adult = codebook.counting().adultAge();
        String prefix = ofIncidents(measure) ? "occurred" : "died";
        return switch (dimension.axis()) {
            case PARTY -> "case responsibility when 'undetermined' then 'other' else " + party(dimension.level()) + " end";
            case OTHER_PARTY -> "coalesce(other_category, 'main')";
            case RESPONSIBILITY -> "responsibility";
            case DEATH_PLACE -> place(ofIncidents(measure) ? "place" : "death_place", dimension.level());
            case ORIGIN -> place("origin", dimension.level());
            case DAY -> "coalesce(to_char(" + day(measure) + ", 'YYYY-MM-DD'), 'unknown')";
            case MONTH -> "coalesce(to_char(" + day(measure) + ", 'YYYY-MM'), 'unknown')";
            case YEAR -> "coalesce(to_char(" + day(measure) + ", 'YYYY'), 'unknown')";
            case DEATH_DAY -> within(prefix, "YYYY-MM-DD");
            case DEATH_MONTH -> within(prefix, "YYYY-MM");
            case DEATH_YEAR -> within(prefix, "YYYY");
            case SEX -> "sex";
            case AGE_CLASS -> "case when age_max < " + adult + " then 'child' when age_min >= " + adult + " then 'adult' else 'unknown' end";
            case METHOD -> "coalesce(method, 'unknown')";
            case WEAPON -> "case when weapon in ('landmine', 'rifle', 'barrel-bomb') then weapon else 'unknown' end";
            case GROUP -> "grp";
            case STATUS -> "status";
            case STANDING -> "case when standing = 'excluded' then 'excluded:' || exclusion when standing = 'received' then 'received' when status in (:statuses) "
                    + "then 'counted' when status = 'unknown' then 'excluded:status-unknown' else 'excluded:' || status end";
        };
    }

    private static String within(String prefix, String format) {
        String first = "to_char(" + prefix + "_from, '" + format + "')";
        return "case when " + first + " = to_char(" + prefix + "_to, '" + format + "') then " + first + " else 'unknown' end";
    }

    private static String place(String column, int level) {
        return "case when length(" + column + ") >= " + (level + 1) + " then left(" + column + ", " + (level + 1) + ") else 'unknown' end";
    }

    /** Levels 1 and 2: one value, or one main party, or several values together. */
    private static String party(int level) {
        String value = level == 1 ? "root" : "half";
        return "(select case when count(distinct half) = 1 then min(" + value + ") when count(distinct root) = 1 then min(root) "
                + "else 'joint:' || (select string_agg(value, '+' order by first) from (select " + value + " as value, min(place) as first from party "
                + "where code = any(parties) group by 1) values_there) end from party where code = any(parties))";
    }
}
