package org.stele.statistics;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.stele.statistics.Dimension.Axis;

/** Questions of every kind about the made-up programme. */
final class RandomQuestions {

    private RandomQuestions() {
    }

    static Question question(Random random) {
        List<Measure> measures = new ArrayList<>(Arrays.asList(Measure.Basic.values()));
        measures.add(new Measure.GroupMembers("medical"));
        Collections.shuffle(measures, random);
        List<Measure> asked = measures.subList(0, 1 + random.nextInt(4));
        boolean incidents = asked.stream().anyMatch(IncidentCount::counts);
        List<Dimension> by = new ArrayList<>();
        int dimensions = random.nextInt(4);
        while (by.size() < dimensions) {
            Dimension dimension = dimension(random, incidents);
            if (!by.contains(dimension)) {
                by.add(dimension);
            }
        }
        List<Filter> where = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            where.add(filter(random, incidents));
        }
        LocalDate day = LocalDate.of(2019, 11, 1).plusDays(random.nextInt(400));
        Period period = switch (random.nextInt(6)) {
            case 0 -> Period.of(YearMonth.from(day));
            case 1 -> Period.year(day.getYear());
            case 2 -> new Period(day, null);
            case 3 -> new Period(null, day);
            default -> Period.EVER;
        };
        return new Question(asked, by, where, period, null);
    }

    private static Dimension dimension(Random random, boolean incidents) {
        List<Axis> axes = Arrays.stream(Axis.values()).filter(axis -> !incidents
                || !Set.of(Axis.ORIGIN, Axis.SEX, Axis.AGE_CLASS, Axis.GROUP, Axis.STATUS, Axis.STANDING).contains(axis)).toList();
        Axis axis = axes.get(random.nextInt(axes.size()));
        return Dimension.of(axis).level() == 0 ? Dimension.of(axis) : new Dimension(axis, 1 + random.nextInt(2));
    }

    private static Filter filter(Random random, boolean incidents) {
        List<Filter> filters = new ArrayList<>(List.of(
                new Filter(Dimension.of(Axis.PARTY), Set.of("north", "south", "joint:north+south")),
                new Filter(new Dimension(Axis.PARTY, 2), Set.of("north-guard", "other")),
                new Filter(Dimension.of(Axis.OTHER_PARTY), Set.of("landmine", "main")),
                new Filter(Dimension.of(Axis.DEATH_PLACE), Set.of("T1", "unknown")),
                new Filter(Dimension.of(Axis.MONTH), Set.of("2020-01", "2020-02", "2020-07", "unknown")),
                new Filter(Dimension.of(Axis.WEAPON), Set.of("landmine", "unknown"))));
        if (!incidents) {
            filters.addAll(List.of(new Filter(Dimension.of(Axis.SEX), Set.of("female")), new Filter(Dimension.of(Axis.GROUP), Set.of("medical", "none")),
                    new Filter(Dimension.of(Axis.GROUP), Set.of("media")), new Filter(Dimension.of(Axis.AGE_CLASS), Set.of("child", "unknown"))));
        }
        return filters.get(random.nextInt(filters.size()));
    }
}
