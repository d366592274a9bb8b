package org.stele.history;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One value in PostgreSQL's binary format, by the type of its column. */
final class BinaryValue {

    private static final int BOOL = 16;
    private static final int BYTEA = 17;
    private static final int INT8 = 20;
    private static final int INT2 = 21;
    private static final int INT4 = 23;
    private static final int TEXT = 25;
    private static final int FLOAT8 = 701;
    private static final int DATE = 1082;
    private static final int TIMESTAMPTZ = 1184;
    private static final int TEXT_ARRAY = 1009;
    private static final int JSONB = 3802;

    /** PostgreSQL counts days and microseconds from the start of 2000. */
    private static final long EPOCH_DAY = LocalDate.of(2000, 1, 1).toEpochDay();
    private static final long EPOCH_SECOND = EPOCH_DAY * 86_400;

    /** The escape itself, not a backslash written as two before "u0000". */
    private static final Pattern NUL = Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\\\u0000");

    private BinaryValue() {
    }

    /** @throws IllegalArgumentException if a column of that type takes no such value */
    static void write(CopyRows out, int type, @Nullable Object value) {
        switch (value) {
            case null -> out.int4(-1);
            case String text when type == TEXT -> out.text(text);
            case Long number when type == INT8 -> int8(out, number);
            case Integer number when type == INT8 -> int8(out, number);
            case Integer number when type == INT4 -> {
                out.int4(4);
                out.int4(number);
            }
            case Long number when type == INT4 -> {
                out.int4(4);
                out.int4(Math.toIntExact(number));
            }
            case Integer number when type == INT2 && number == number.shortValue() -> {
                out.int4(2);
                out.int2(number);
            }
            case Short number when type == INT2 -> {
                out.int4(2);
                out.int2(number);
            }
            case Boolean truth when type == BOOL -> {
                out.int4(1);
                out.bytes(new byte[] {(byte) (truth ? 1 : 0)});
            }
            case LocalDate date when type == DATE -> {
                out.int4(4);
                out.int4(Math.toIntExact(date.toEpochDay() - EPOCH_DAY));
            }
            case Instant instant when type == TIMESTAMPTZ -> int8(out, (instant.getEpochSecond() - EPOCH_SECOND) * 1_000_000 + instant.getNano() / 1_000);
            case Double number when type == FLOAT8 -> int8(out, Double.doubleToLongBits(number));
            case Json json when type == JSONB -> json(out, json.text());
            case Collection<?> texts when type == TEXT_ARRAY -> array(out, texts);
            case byte[] bytes when type == BYTEA -> {
                out.int4(bytes.length);
                out.bytes(bytes);
            }
            default -> throw new IllegalArgumentException("A column of type number %d takes no %s %s".formatted(type, value.getClass().getName(), value));
        }
    }

    private static void int8(CopyRows out, long number) {
        out.int4(8);
        out.int8(number);
    }

    /** One byte of the format's version, then the text. The character NUL, which it cannot hold either, stands there as an escape. */
    private static void json(CopyRows out, String text) {
        byte[] bytes = (text.contains("\\u0000") ? NUL.matcher(text).replaceAll("$1\u2400") : text).getBytes(StandardCharsets.UTF_8);
        out.int4(bytes.length + 1);
        out.bytes(new byte[] {1});
        out.bytes(bytes);
    }

    /** Number of dimensions, whether there are nulls, type of the elements; then the dimension's size and first index, and the elements. */
    private static void array(CopyRows out, Collection<?> texts) {
        if (texts.isEmpty()) {
            out.int4(12);
            out.int4(0);
            out.int4(0);
            out.int4(TEXT);
            return;
        }
        byte[][] elements = texts.stream().map(text -> text.toString().replace('\0', '\u2400').getBytes(StandardCharsets.UTF_8)).toArray(byte[][]::new);
        int length = 20;
        for (byte[] element : elements) {
            length += 4 + element.length;
        }
        out.int4(length);
        out.int4(1);
        out.int4(0);
        out.int4(TEXT);
        out.int4(elements.length);
        out.int4(1);
        for (byte[] element : elements) {
            out.int4(element.length);
            out.bytes(element);
        }
    }
}
