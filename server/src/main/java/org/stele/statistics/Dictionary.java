package org.stele.statistics;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The distinct values of a field, numbered in the order in which they were met. A value is looked up by the bytes the database
 * sends for it and decoded only the first time. One thread writes; readers keep a {@link Values} of what was there before.
 */
final class Dictionary {

    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.nativeOrder());

    private final Field field;
    private final BinaryRow reader = new BinaryRow();
    private int[] slots = new int[64];
    private byte[][] keys = new byte[32][];
    private @Nullable Object[] values = new Object[32];
    private int size;

    Dictionary(Field field) {
        this.field = field;
    }

    /** The values met up to some moment; codes are positions. */
    record Values(@Nullable Object[] all, int size) {
    }

    Values values() {
        return new Values(values, size);
    }

    /** The code of the value whose fields stand in these bytes of a row, lengths included. */
    int code(byte[] row, int from, int to) {
        int hash = hash(row, from, to);
        int slot = hash & slots.length - 1;
        while (slots[slot] != 0) {
            int code = slots[slot] - 1;
            byte[] key = keys[code];
            if (Arrays.equals(key, 0, key.length, row, from, to)) {
                return code;
            }
            slot = slot + 1 & slots.length - 1;
        }
        return add(row, from, to, slot);
    }

    private int add(byte[] row, int from, int to, int slot) {
        if (!field.wide() && size > Character.MAX_VALUE) {
            throw new IllegalStateException("There are more than 65,536 distinct values of " + field + ": more than counting is made for");
        }
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, size * 2);
            // Readers hold the old array, which stays as it is.
            values = Arrays.copyOf(values, size * 2);
        }
        reader.begin(row, from);
        values[size] = field.decoder().apply(reader);
        keys[size] = Arrays.copyOfRange(row, from, to);
        slots[slot] = ++size;
        if (size * 2 > slots.length) {
            enlarge();
        }
        return size - 1;
    }

    private void enlarge() {
        slots = new int[slots.length * 2];
        for (int code = 0; code < size; code++) {
            int slot = hash(keys[code], 0, keys[code].length) & slots.length - 1;
            while (slots[slot] != 0) {
                slot = slot + 1 & slots.length - 1;
            }
            slots[slot] = code + 1;
        }
    }

    /** Dates differ in their last bytes only, so every byte must reach every bit. */
    private static int hash(byte[] bytes, int from, int to) {
        int hash = to - from;
        int at = from;
        for (; at + 4 <= to; at += 4) {
            hash = (hash ^ (int) INT.get(bytes, at)) * 0x9E3779B1;
            hash ^= hash >>> 15;
        }
        for (; at < to; at++) {
            hash = (hash ^ bytes[at]) * 0x85EBCA6B;
            hash ^= hash >>> 13;
        }
        return hash ^ hash >>> 16;
    }
}
