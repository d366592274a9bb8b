package org.stele.demonstration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where and by what means deaths of each kind are likely. */
final class Likelihoods {

    /** A method, where known a weapon, and the sub-category of other parties that such a death is under while its party is not known. */
    record Means(String method, @Nullable String weapon, double parts, @Nullable String first) {
    }

    private final List<String> places;
    private final Map<String, double[]> byKind = new LinkedHashMap<>();
    private final Map<String, List<Means>> means = new LinkedHashMap<>();

    Likelihoods() {
        Sheet where = Sheet.read("likely-places.csv");
        this.places = where.columns().subList(1, where.columns().size());
        for (Map<String, String> row : where.rows()) {
            byKind.put(row.get("kind"), places.stream().map(row::get).mapToDouble(cell -> cell.isEmpty() ? 0 : Double.parseDouble(cell)).toArray());
        }
        for (Map<String, String> row : Sheet.read("likely-means.csv").rows()) {
            means.computeIfAbsent(row.get("kind"), kind -> new ArrayList<>())
                    .add(new Means(row.get("method"), optional(row, "weapon"), Double.parseDouble(row.get("parts")), optional(row, "first")));
        }
    }

    private static @Nullable String optional(Map<String, String> row, String column) {
        return row.get(column).isEmpty() ? null : row.get(column);
    }

    /** Codes of the governorates, and "unknown", in the order of {@link #of}. */
    List<String> places() {
        return places;
    }

    double[] of(String kind) {
        double[] found = byKind.get(kind);
        if (found == null) {
            throw new IllegalArgumentException("likely-places.csv has no line for '" + kind + "'");
        }
        return found;
    }

    Means means(String kind, Dice dice) {
        List<Means> choices = means.get(kind);
        if (choices == null) {
            throw new IllegalArgumentException("likely-means.csv has no line for '" + kind + "'");
        }
        return choices.get(dice.weighted(choices.stream().mapToDouble(Means::parts).toArray()));
    }
}
