package org.stele.statistics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.stele.codebook.PlaceLevel;
import org.stele.statistics.Dimension.Axis;

/** The names of dimensions: fixed ones, those of the codebook's levels of places, and {@code name@2} for the second level and beyond. */
final class DimensionNames {

    private static final String OF_ORIGIN = "-of-origin";

    /** In the order in which help texts list them. */
    private static final Map<String, Axis> FIXED = new LinkedHashMap<>();

    static {
        FIXED.put("party", Axis.PARTY);
        FIXED.put("other-party", Axis.OTHER_PARTY);
        FIXED.put("responsibility", Axis.RESPONSIBILITY);
        FIXED.put("place", Axis.DEATH_PLACE);
        FIXED.put("origin", Axis.ORIGIN);
        FIXED.put("day", Axis.DAY);
        FIXED.put("month", Axis.MONTH);
        FIXED.put("year", Axis.YEAR);
        FIXED.put("death-day", Axis.DEATH_DAY);
        FIXED.put("death-month", Axis.DEATH_MONTH);
        FIXED.put("death-year", Axis.DEATH_YEAR);
        FIXED.put("sex", Axis.SEX);
        FIXED.put("age", Axis.AGE_CLASS);
        FIXED.put("method", Axis.METHOD);
        FIXED.put("weapon", Axis.WEAPON);
        FIXED.put("group", Axis.GROUP);
        FIXED.put("status", Axis.STATUS);
        FIXED.put("standing", Axis.STANDING);
    }

    private final List<String> levels;

    DimensionNames(List<PlaceLevel> levels) {
        this.levels = levels.stream().map(PlaceLevel::code).toList();
    }

    Dimension dimension(String name) {
        int at = name.indexOf('@');
        String base = at < 0 ? name : name.substring(0, at);
        Axis axis = FIXED.get(base);
        if (axis != null) {
            return at < 0 ? Dimension.of(axis) : new Dimension(axis, level(name, name.substring(at + 1)));
        }
        boolean origin = name.endsWith(OF_ORIGIN);
        int level = levels.indexOf(origin ? name.substring(0, name.length() - OF_ORIGIN.length()) : name);
        if (level < 0) {
            throw new IllegalArgumentException("No dimension '" + name + "': use one of " + String.join(", ", all())
                    + "; party@2 means the parties' parts");
        }
        return new Dimension(origin ? Axis.ORIGIN : Axis.DEATH_PLACE, level + 1);
    }

    String name(Dimension dimension) {
        boolean place = dimension.axis() == Axis.DEATH_PLACE || dimension.axis() == Axis.ORIGIN;
        if (place && dimension.level() <= levels.size()) {
            return levels.get(dimension.level() - 1) + (dimension.axis() == Axis.ORIGIN ? OF_ORIGIN : "");
        }
        String name = fixed(dimension.axis());
        return dimension.level() > 1 ? name + "@" + dimension.level() : name;
    }

    List<String> all() {
        List<String> all = new ArrayList<>();
        FIXED.forEach((name, axis) -> {
            switch (axis) {
                case DEATH_PLACE -> all.addAll(levels);
                case ORIGIN -> levels.forEach(level -> all.add(level + OF_ORIGIN));
                default -> all.add(name);
            }
        });
        return all;
    }

    /** The name of an axis, whatever its level. */
    static String fixed(Axis axis) {
        return FIXED.entrySet().stream().filter(entry -> entry.getValue() == axis).findFirst().orElseThrow().getKey();
    }

    private static int level(String name, String digits) {
        try {
            int level = Integer.parseInt(digits);
            if (level >= 1 && level <= 9) {
                return level;
            }
        } catch (NumberFormatException e) {
            // Said below, as for a number out of range.
        }
        throw new IllegalArgumentException("After @ in '" + name + "' stands a level from 1 to 9");
    }
}
