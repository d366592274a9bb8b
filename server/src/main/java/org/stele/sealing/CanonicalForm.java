package org.stele.sealing;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.postgresql.util.ByteConverter;

/**
 * What exactly is sealed of a row: one JSON text, in UTF-8, close to RFC 8785.
 *
 * <pre>{"format":1,"row":{"age_min":31,"groups":["media"],"id":12,"recorded_from":"2020-11-03T09:12:44.120031Z", … },"table":"victim"}</pre>
 *
 * <ul>
 * <li>no blanks; names in the order of their characters; a column without a value is left out, so that a column added later, empty in
 *     old rows, alters no old entry</li>
 * <li>texts with only {@code "}, {@code \} and control characters escaped; nothing is normalised</li>
 * <li>days as {@code 2020-11-03}, instants in UTC with six decimals, bytes in hexadecimal</li>
 * <li>numbers exact: {@link #number}</li>
 * <li>JSON columns as JSON again, their members in order</li>
 * </ul>
 *
 * <p>It is made from a row as PostgreSQL's binary COPY carries it, on the way in and on the way out, so that both give the same bytes.
 */
final class CanonicalForm {

    /** Number of this form. An entry says by which form it was made; forms may be added, never altered. */
    static final int FORMAT = 1;

    static final int BOOL = 16;
    static final int BYTEA = 17;
    static final int NAME = 19;
    static final int INT8 = 20;
    static final int INT2 = 21;
    static final int INT4 = 23;
    static final int TEXT = 25;
    static final int FLOAT4 = 700;
    static final int FLOAT8 = 701;
    static final int VARCHAR = 1043;
    static final int DATE = 1082;
    static final int TIMESTAMPTZ = 1184;
    static final int NUMERIC = 1700;
    static final int UUID = 2950;
    static final int JSONB = 3802;
    private static final int TEXT_ARRAY = 1009;
    private static final int INT4_ARRAY = 1007;
    private static final int INT8_ARRAY = 1016;

    /** PostgreSQL counts days and microseconds from the start of 2000. */
    private static final long EPOCH_DAY = LocalDate.of(2000, 1, 1).toEpochDay();
    private static final long EPOCH_SECOND = EPOCH_DAY * 86_400;

    private static final byte[] OPENING = ("{\"format\":" + FORMAT + ",\"row\":{").getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    private static final byte[] HEX = "0123456789abcdef".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    private CanonicalForm() {
    }

    /**
     * Writes a row.
     *
     * @param bytes   where the values stand, in PostgreSQL's binary format
     * @param starts  where the value of each of the form's columns begins
     * @param lengths its length, -1 for null
     * @throws NotCanonical if a value has no canonical form
     */
    static void write(Octets out, TableForm form, byte[] bytes, int[] starts, int[] lengths) {
        out.add(OPENING);
        boolean first = true;
        for (int i = 0; i < lengths.length; i++) {
            if (lengths[i] >= 0) {
                if (!first) {
                    out.add(',');
                }
                first = false;
                TableForm.Column column = form.columns().get(i);
                out.add(column.label());
                value(out, column, bytes, starts[i], lengths[i]);
            }
        }
        out.add(form.closing());
    }

    /** A row's key as a JSON array. */
    static void key(Octets out, TableForm form, byte[] bytes, int[] starts, int[] lengths) {
        out.add('[');
        for (int i = 0; i < form.key().length; i++) {
            if (i > 0) {
                out.add(',');
            }
            int part = form.key()[i];
            value(out, form.columns().get(part), bytes, starts[part], lengths[part]);
        }
        out.add(']');
    }

    /** What is sealed instead of a row when it was removed: {@code {"format":1,"gone":["amal"],"table":"account"}}. */
    static void gone(Octets out, TableForm form, String key) {
        out.add(("{\"format\":" + FORMAT + ",\"gone\":" + key + ",\"table\":\"" + form.table() + "\"}").getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static void value(Octets out, TableForm.Column column, byte[] bytes, int start, int length) {
        try {
            value(out, column.type(), bytes, start, length);
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new NotCanonical("The value of %s cannot be put into its canonical form: %s".formatted(column.name(), e.getMessage()), e);
        }
    }

    private static void value(Octets out, int type, byte[] bytes, int start, int length) {
        switch (type) {
            case TEXT, VARCHAR, NAME -> text(out, bytes, start, length);
            case INT8 -> out.add(Long.toString(ByteConverter.int8(bytes, start)));
            case INT4 -> out.add(Integer.toString(ByteConverter.int4(bytes, start)));
            case INT2 -> out.add(Short.toString(ByteConverter.int2(bytes, start)));
            case BOOL -> out.add(bytes[start] == 0 ? "false" : "true");
            case DATE -> date(out, ByteConverter.int4(bytes, start));
            case TIMESTAMPTZ -> instant(out, ByteConverter.int8(bytes, start));
            case FLOAT8 -> out.add(number(ByteConverter.float8(bytes, start)));
            case FLOAT4 -> out.add(number(Float.toString(ByteConverter.float4(bytes, start))));
            case NUMERIC -> out.add(number(ByteConverter.numeric(bytes, start, length).toString()));
            case TEXT_ARRAY, INT4_ARRAY, INT8_ARRAY -> array(out, bytes, start);
            case JSONB -> CanonicalJson.write(out, bytes, start + 1, length - 1);
            case BYTEA -> hex(out, bytes, start, length);
            case UUID -> out.add('"' + new java.util.UUID(ByteConverter.int8(bytes, start), ByteConverter.int8(bytes, start + 8)).toString() + '"');
            default -> throw new IllegalArgumentException("none is laid down for type number " + type);
        }
    }

    /** A text as JSON has it, from UTF-8 to UTF-8. */
    static void text(Octets out, byte[] bytes, int start, int length) {
        out.add('"');
        int kept = start;
        for (int i = start; i < start + length; i++) {
            byte each = bytes[i];
            if (each >= 0x20 && each != '"' && each != '\\' || each < 0) {
                continue;
            }
            out.add(bytes, kept, i - kept);
            kept = i + 1;
            out.add('\\');
            switch (each) {
                case '"', '\\' -> out.add(each);
                case '\b' -> out.add('b');
                case '\t' -> out.add('t');
                case '\n' -> out.add('n');
                case '\f' -> out.add('f');
                case '\r' -> out.add('r');
                default -> {
                    out.add("u00");
                    out.add(HEX[each >> 4]);
                    out.add(HEX[each & 15]);
                }
            }
        }
        out.add(bytes, kept, start + length - kept);
        out.add('"');
    }

    /** A number without zeroes at its end, with an exponent only where it is very large or small: as BigDecimal writes it. */
    static String number(String decimal) {
        try {
            return new BigDecimal(decimal).stripTrailingZeros().toString();
        } catch (NumberFormatException notANumber) {
            return '"' + decimal + '"';
        }
    }

    private static String number(double value) {
        return value == 0 && 1 / value < 0 ? "-0" : number(Double.toString(value));
    }

    private static void date(Octets out, int days) {
        if (days == Integer.MAX_VALUE || days == Integer.MIN_VALUE) {
            out.add(days > 0 ? "\"infinity\"" : "\"-infinity\"");
            return;
        }
        out.add('"');
        day(out, LocalDate.ofEpochDay(days + EPOCH_DAY));
        out.add('"');
    }

    private static void day(Octets out, LocalDate date) {
        if (date.getYear() < 0 || date.getYear() > 9999) {
            out.add(date.toString());
            return;
        }
        out.digits(date.getYear(), 4);
        out.add('-');
        out.digits(date.getMonthValue(), 2);
        out.add('-');
        out.digits(date.getDayOfMonth(), 2);
    }

    private static void instant(Octets out, long micros) {
        if (micros == Long.MAX_VALUE || micros == Long.MIN_VALUE) {
            out.add(micros > 0 ? "\"infinity\"" : "\"-infinity\"");
            return;
        }
        long seconds = Math.floorDiv(micros, 1_000_000L) + EPOCH_SECOND;
        int second = (int) Math.floorMod(seconds, 86_400L);
        out.add('"');
        day(out, LocalDate.ofEpochDay(Math.floorDiv(seconds, 86_400L)));
        out.add('T');
        out.digits(second / 3600, 2);
        out.add(':');
        out.digits(second / 60 % 60, 2);
        out.add(':');
        out.digits(second % 60, 2);
        out.add('.');
        out.digits((int) Math.floorMod(micros, 1_000_000L), 6);
        out.add('Z');
        out.add('"');
    }

    /** Number of dimensions, whether there are nulls, type of the elements; then the dimension's size and first index, and the elements. */
    private static void array(Octets out, byte[] bytes, int start) {
        int dimensions = ByteConverter.int4(bytes, start);
        int type = ByteConverter.int4(bytes, start + 8);
        if (dimensions > 1 || dimensions == 1 && ByteConverter.int4(bytes, start + 16) != 1) {
            throw new IllegalArgumentException("a list has one dimension, and begins with element 1");
        }
        int elements = dimensions == 0 ? 0 : ByteConverter.int4(bytes, start + 12);
        int at = start + 20;
        out.add('[');
        for (int i = 0; i < elements; i++) {
            if (i > 0) {
                out.add(',');
            }
            int length = ByteConverter.int4(bytes, at);
            at += 4;
            if (length < 0) {
                out.add("null");
            } else {
                value(out, type, bytes, at, length);
                at += length;
            }
        }
        out.add(']');
    }

    private static void hex(Octets out, byte[] bytes, int start, int length) {
        out.add('"');
        for (int i = start; i < start + length; i++) {
            out.add(HEX[bytes[i] >> 4 & 15]);
            out.add(HEX[bytes[i] & 15]);
        }
        out.add('"');
    }
}
