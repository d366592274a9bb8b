package org.stele.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.Arguments;
import org.stele.database.TestDatabase;

/** What the binary format writes is what PostgreSQL itself says it holds. */
class BinaryValueTest {

    static final TestDatabase DATABASE = TestDatabase.fresh();

    final Changes changes = new Changes(DATABASE.source());

    @BeforeAll
    static void table() {
        DATABASE.sql().sql("""
                create table every_type (n bigint primary key, b boolean, s smallint, i int, l bigint, f double precision, d date,
                                         t timestamptz, x text, a text[], j jsonb, y bytea)""").update();
    }

    /** Writes one value and reads it back in the server's own words. */
    String held(String column, Object value) {
        changes.make("a clerk", "a test", change -> {
            change.append("every_type", List.of("n", column), List.of(List.of(change.number(), value)));
            return null;
        });
        String text = column.equals("t") ? "(t at time zone 'UTC')::text" : column + "::text";
        return DATABASE.sql().sql("select %s from every_type order by n desc limit 1".formatted(text)).query(String.class).single();
    }

    static List<Arguments> values() {
        String longText = "ض".repeat(3_000_000);
        return List.of(
                Arguments.of("d", LocalDate.of(1999, 12, 31), "1999-12-31"), Arguments.of("d", LocalDate.of(1900, 2, 28), "1900-02-28"),
                Arguments.of("d", LocalDate.of(-43, 3, 15), "0044-03-15 BC"), Arguments.of("d", LocalDate.of(12020, 1, 1), "12020-01-01"),
                Arguments.of("t", Instant.parse("1999-12-31T23:59:59.999999Z"), "1999-12-31 23:59:59.999999"),
                Arguments.of("t", Instant.parse("1969-12-31T23:59:59.000001Z"), "1969-12-31 23:59:59.000001"),
                Arguments.of("s", Integer.valueOf(Short.MIN_VALUE), "-32768"), Arguments.of("i", Integer.MIN_VALUE, "-2147483648"),
                Arguments.of("l", Long.MAX_VALUE, "9223372036854775807"), Arguments.of("f", -0.1, "-0.1"), Arguments.of("b", false, "false"),
                Arguments.of("a", List.of(), "{}"), Arguments.of("a", List.of("", "a,b", "NULL", "\"\\"), "{\"\",\"a,b\",\"NULL\",\"\\\"\\\\\"}"),
                Arguments.of("a", List.of("a\0b"), "{a\u2400b}"), Arguments.of("j", new Json("{\"k\": \"ع\"}"), "{\"k\": \"ع\"}"),
                Arguments.of("j", new Json("{\"k\": \"a\\u0000b\"}"), "{\"k\": \"a\u2400b\"}"),
                Arguments.of("j", new Json("{\"k\": \"a\\\\u0000b\"}"), "{\"k\": \"a\\\\u0000b\"}"),
                Arguments.of("x", longText, longText));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("values")
    void aValueIsHeldAsItIs(String column, Object value, String text) {
        assertThat(held(column, value)).isEqualTo(text);
    }

    @Test
    void whatAColumnCannotHoldIsRefusedAndNothingIsWritten() {
        assertThatThrownBy(() -> held("s", 40_000)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("40000");
        assertThatThrownBy(() -> held("d", LocalDate.MAX)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> held("d", LocalDate.of(-9999, 1, 1))).hasMessageContaining("date out of range");
        assertThat(DATABASE.sql().sql("select count(*) from every_type where d = '-infinity' or d = 'infinity' or s is not null and s <> -32768")
                .query(Long.class).single()).isZero();
    }
}
