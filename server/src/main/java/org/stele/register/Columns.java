package org.stele.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** How the values that several kinds of record share stand in columns. */
final class Columns {

    /** Words of enums, each made once: six of them stand in every victim. */
    private static final Map<Enum<?>, String> LOWER = new ConcurrentHashMap<>();

    private Columns() {
    }

    static String lower(Enum<?> value) {
        String known = LOWER.get(value);
        return known != null ? known : LOWER.computeIfAbsent(value, each -> each.name().toLowerCase(Locale.ROOT));
    }

    static <E extends Enum<E>> E upper(Class<E> type, String text) {
        return Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
    }

    static @Nullable LocalDate date(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    static @Nullable Integer integer(ResultSet row, String column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? null : value;
    }

    static @Nullable Long number(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }

    static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }

    static DateRange dates(ResultSet row, String name) throws SQLException {
        return new DateRange(date(row, name + "_from"), date(row, name + "_to"), upper(DateRange.Precision.class, row.getString(name + "_precision")));
    }

    static Attribution attribution(ResultSet row) throws SQLException {
        return new Attribution(upper(Attribution.State.class, row.getString("responsibility")), texts(row, "parties"),
                row.getString("other_category"), row.getString("grounds"), date(row, "attributed_on"));
    }
}
