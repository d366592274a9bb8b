package org.stele.linkage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Records as columns. Each row has an identifier and comes from a source (a list). A source may be clean, that is, hold no person twice:
 * its records are then never linked to each other.
 */
public final class Records {

    /** Joins the values of a column that holds several at once, such as the words of a name. */
    public static final char SEPARATOR = '\u001f';

    private final String[] ids;
    private final Column source;
    private final Map<String, Column> columns;

    Records(String[] ids, Column source, Map<String, Column> columns) {
        this.ids = ids;
        this.source = source;
        this.columns = new LinkedHashMap<>(columns);
    }

    /** Starts an empty set with these columns. */
    public static Builder of(String... columns) {
        return new Builder(columns);
    }

    public int size() {
        return ids.length;
    }

    public String id(int row) {
        return ids[row];
    }

    /** The column of each row's list. */
    public Column source() {
        return source;
    }

    public List<String> names() {
        return List.copyOf(columns.keySet());
    }

    /** @throws IllegalArgumentException if there is no such column, naming those there are */
    public Column column(String name) {
        Column column = columns.get(name);
        if (column == null) {
            throw new IllegalArgumentException("There is no column '%s', only %s".formatted(name, columns.keySet()));
        }
        return column;
    }

    /** These records with another form of a column (a key, say): it says nothing that the column does not. The function sees each distinct
     *  value once, by several threads, and says null or blank for "missing". */
    public Records with(String name, String from, UnaryOperator<@Nullable String> form) {
        return with(name, column(from), form, column(from).origins());
    }

    /** These records with a field of its own taken out of a column, such as the family name out of a full name. */
    public Records part(String name, String from, UnaryOperator<@Nullable String> form) {
        return with(name, column(from), form, Set.of(name));
    }

    private Records with(String name, Column origin, UnaryOperator<@Nullable String> form, Set<String> origins) {
        var builder = new ColumnBuilder(name, size());
        int[] codes = new int[origin.values().length];
        // Forms may be costly, so they are made by several threads; codes are given in order.
        @Nullable String[] forms = new String[codes.length];
        IntStream.range(0, codes.length).parallel().forEach(i -> forms[i] = form.apply(origin.values()[i]));
        for (int i = 0; i < codes.length; i++) {
            codes[i] = builder.code(forms[i]);
        }
        for (int code : origin.codes()) {
            builder.addCode(code == Column.MISSING ? Column.MISSING : codes[code]);
        }
        return with(builder.build(origins));
    }

    /** These records with a further column made from several; the function is asked for every row and gets empty texts for missing values. */
    public Records with(String name, List<String> from, Function<List<String>, @Nullable String> form) {
        List<Column> origins = from.stream().map(this::column).toList();
        var builder = new ColumnBuilder(name, size());
        for (int row = 0; row < size(); row++) {
            int at = row;
            builder.add(form.apply(origins.stream().map(column -> column.value(at)).toList()));
        }
        var made = new LinkedHashSet<String>();
        origins.forEach(column -> made.addAll(column.origins()));
        return with(builder.build(made));
    }

    private Records with(Column column) {
        var more = new LinkedHashMap<>(columns);
        more.put(column.name(), column);
        return new Records(ids, source, more);
    }

    /** Gathers records row by row. */
    public static final class Builder {

        private final List<ColumnBuilder> columns = new ArrayList<>();
        private final List<String> names;
        private final ColumnBuilder sources = new ColumnBuilder("source", 16);
        private final List<String> ids = new ArrayList<>();

        private Builder(String... names) {
            this.names = List.of(names);
            for (String name : names) {
                columns.add(new ColumnBuilder(name, 16));
            }
        }

        /** Adds a record with its values in the order of the columns; null and blank are missing.
         *  @throws IllegalArgumentException unless there is a value for each column */
        public Builder add(String source, String id, @Nullable String... values) {
            if (values.length != columns.size()) {
                throw new IllegalArgumentException("Record '%s' has %d values for the %d columns %s".formatted(id, values.length, columns.size(), names));
            }
            sources.add(source);
            ids.add(id);
            for (int i = 0; i < values.length; i++) {
                columns.get(i).add(values[i]);
            }
            return this;
        }

        public Records build() {
            var built = new LinkedHashMap<String, Column>();
            for (int i = 0; i < names.size(); i++) {
                built.put(names.get(i), columns.get(i).build());
            }
            return new Records(ids.toArray(String[]::new), sources.build(), built);
        }
    }
}
