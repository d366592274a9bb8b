package org.stele.erasure;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an erasure destroys.
 *
 * @param rows    row by row; of a versioned record each version is one
 * @param items   evidence items whose looks, by a program, are forgotten: the item's own and those made from it
 * @param blobs   bytes whose key is destroyed, the item's own first; copies at all locations go after it
 * @param stays   what is connected with it and stays, in words for whoever decides
 */
public record ErasurePlan(Subject subject, List<Row> rows, List<Long> items, List<Long> blobs, List<String> stays) {

    /**
     * A row.
     *
     * @param key          values of the primary key
     * @param replacements what takes the place of each value; null where nothing does
     */
    public record Row(String table, List<Object> key, Map<String, @Nullable String> replacements) {
    }

    /** Whether there is nothing left to destroy. */
    public boolean isEmpty() {
        return rows.isEmpty() && blobs.isEmpty();
    }

    /** For each table how many rows, and which columns: values are not repeated to who only decides. */
    public List<String> words() {
        Map<String, List<Row>> byTable = new TreeMap<>();
        rows.forEach(row -> byTable.computeIfAbsent(row.table(), table -> new java.util.ArrayList<>()).add(row));
        List<String> words = new java.util.ArrayList<>();
        byTable.forEach((table, of) -> words.add("%s: %d %s, %s".formatted(table, of.size(), of.size() == 1 ? "row" : "rows",
                String.join(" ", of.stream().flatMap(row -> row.replacements().keySet().stream()).distinct().sorted().toList()))));
        if (!items.isEmpty()) {
            words.add("inspection: what was found by looking at " + (items.size() == 1 ? "item " : "items ")
                    + String.join(", ", items.stream().map(String::valueOf).toList()) + ", and the fingerprints of pictures");
        }
        if (!blobs.isEmpty()) {
            words.add("blob key: of %d %s; without it no copy at any location can be read, and the copies themselves go when each location is next reached"
                    .formatted(blobs.size(), blobs.size() == 1 ? "file" : "files"));
        }
        return words;
    }
}
