package org.stele.sealing;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes that grow, used again and again: nothing is made for each row. */
final class Octets {

    private byte[] bytes = new byte[4096];
    private int length;

    void clear() {
        length = 0;
    }

    byte[] array() {
        return bytes;
    }

    int length() {
        return length;
    }

    void add(int octet) {
        room(1);
        bytes[length++] = (byte) octet;
    }

    void add(byte[] from) {
        add(from, 0, from.length);
    }

    void add(byte[] from, int start, int count) {
        room(count);
        System.arraycopy(from, start, bytes, length, count);
        length += count;
    }

    /** Text of US-ASCII or any other letters, as UTF-8. */
    void add(String text) {
        add(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A number from 0 up, with leading zeroes where it has fewer digits. */
    void digits(int number, int digits) {
        room(digits);
        int rest = number;
        for (int place = length + digits - 1; place >= length; place--) {
            bytes[place] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += digits;
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + more, bytes.length * 2));
        }
    }
}
