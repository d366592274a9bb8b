package org.stele.intake;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** One field of a record, as the mapping says to read it from a row. */
interface Field<T> {

    /** The columns it reads; the file must have them all. */
    List<String> columns();

    /** Makes it ready for a file with these columns. What is given back belongs to one thread. */
    Reading<T> bind(Columns columns);

    /** Reads the field of one row. */
    interface Reading<T> {
        /** @throws Unmapped if the row gives no meaning the mapping knows */
        T of(Row row);
    }

    /** The same for every row. */
    static <T> Field<T> constant(T value) {
        return new Field<>() {
            @Override
            public List<String> columns() {
                return List.of();
            }

            @Override
            public Reading<T> bind(Columns columns) {
                return row -> value;
            }
        };
    }

    /** From the cell of one column, by a function of its text that is remembered; a cell without any text means {@code blank}. */
    static <T> Field<T> cell(String column, T blank, Function<String, T> meaning) {
        return new Field<>() {
            @Override
            public List<String> columns() {
                return List.of(column);
            }

            @Override
            public Reading<T> bind(Columns columns) {
                int place = columns.place(column);
                Remembered<T> remembered = new Remembered<>(text -> text.isBlank() ? blank : meaning.apply(text));
                return row -> {
                    String cell = row.cell(place);
                    return cell.isEmpty() ? blank : remembered.of(cell);
                };
            }
        };
    }

    /** Free words, as they stand; absent where the cell is blank. */
    static Field<Optional<String>> text(String column) {
        return new Field<>() {
            @Override
            public List<String> columns() {
                return List.of(column);
            }

            @Override
            public Reading<Optional<String>> bind(Columns columns) {
                int place = columns.place(column);
                return row -> {
                    String cell = row.cell(place);
                    return cell.isBlank() ? Optional.empty() : Optional.of(cell.strip());
                };
            }
        };
    }
}
