package org.stele.statistics;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the fields of a row of PostgreSQL's binary COPY format one after the other: a length, −1 for null, then the bytes. */
final class BinaryRow {

    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    /** PostgreSQL counts days from the first of January 2000. */
    private static final long EPOCH_DAY_2000 = LocalDate.of(2000, 1, 1).toEpochDay();

    private byte[] bytes = {};
    private int at;

    /** Begins to read at the first field of a row. */
    void begin(byte[] bytes, int at) {
        this.bytes = bytes;
        this.at = at;
    }

    int position() {
        return at;
    }

    /** Passes over fields. */
    void skip(int fields) {
        for (int i = 0; i < fields; i++) {
            at += 4 + Math.max(0, (int) INT.get(bytes, at));
        }
    }

    /** A {@code bigint} that is not null; a timestamp is one too, in microseconds. */
    long bigint() {
        long value = (long) LONG.get(bytes, at + 4);
        at += 12;
        return value;
    }

    /** A {@code bigint} that fits an int and is not negative; 0 for null. */
    int identifier() {
        if ((int) INT.get(bytes, at) < 0) {
            at += 4;
            return 0;
        }
        return Math.toIntExact(bigint());
    }

    /** An {@code int} or {@code smallint}. */
    @Nullable Integer number() {
        int length = (int) INT.get(bytes, at);
        at += 4;
        if (length < 0) {
            return null;
        }
        int value = length == 2 ? (short) (bytes[at] << 8 | bytes[at + 1] & 0xff) : (int) INT.get(bytes, at);
        at += length;
        return value;
    }

    /** An {@code int} that is not null. */
    int amount() {
        int value = (int) INT.get(bytes, at + 4);
        at += 8;
        return value;
    }

    @Nullable LocalDate date() {
        Integer days = number();
        return days == null ? null : LocalDate.ofEpochDay(EPOCH_DAY_2000 + days);
    }

    @Nullable String text() {
        int length = (int) INT.get(bytes, at);
        at += 4;
        if (length < 0) {
            return null;
        }
        String text = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        return text;
    }

    /** A {@code text[]} of one dimension that is not null. */
    List<String> texts() {
        int end = at + 4 + (int) INT.get(bytes, at);
        int dimensions = (int) INT.get(bytes, at + 4);
        List<String> texts = new ArrayList<>();
        if (dimensions > 0) {
            int count = (int) INT.get(bytes, at + 16);
            at += 24;
            for (int i = 0; i < count; i++) {
                texts.add(String.valueOf(text()));
            }
        }
        at = end;
        return List.copyOf(texts);
    }
}
