package org.stele.intake;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The groups a person belongs to, from columns of words; one cell can name several. */
record GroupsField(List<Part> parts) implements Field<List<String>> {

    /**
     * One column.
     *
     * @param separators between values in a cell; none if a cell is one value
     * @param values     group codes; absent where the words name no group
     */
    record Part(String column, @Nullable Pattern separators, ValueMap<Optional<String>> values) {

        private List<String> read(String cell) {
            Set<String> groups = new LinkedHashSet<>();
            for (String part : separators == null ? new String[] {cell} : separators.split(cell)) {
                if (!part.isBlank()) {
                    List<Optional<String>> found = values.findAll(part);
                    if (found.isEmpty()) {
                        throw Unmapped.value(column, part.strip());
                    }
                    found.forEach(group -> group.ifPresent(groups::add));
                }
            }
            return List.copyOf(groups);
        }
    }

    @Override
    public List<String> columns() {
        return parts.stream().map(Part::column).toList();
    }

    @Override
    public Reading<List<String>> bind(Columns columns) {
        List<Reading<List<String>>> readings = parts.stream().map(part -> Field.cell(part.column(), List.<String>of(), part::read).bind(columns)).toList();
        return row -> {
            List<String> all = List.of();
            for (Reading<List<String>> reading : readings) {
                List<String> some = reading.of(row);
                if (!some.isEmpty()) {
                    Set<String> union = new LinkedHashSet<>(all);
                    union.addAll(some);
                    all = new ArrayList<>(union);
                }
            }
            return all;
        };
    }
}
