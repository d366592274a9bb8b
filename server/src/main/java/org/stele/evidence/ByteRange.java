package org.stele.evidence;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The part of some bytes that a request asks for (RFC 9110, 14.2): one range; several, or what is none, count as a wish for all.
 *
 * @param from first byte
 * @param to   last byte; less than {@code from} where there are none
 */
record ByteRange(long from, long to) {

    private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    long count() {
        return to - from + 1;
    }

    /** Empty if the header asks for what is not there, which is answered by 416. */
    static Optional<ByteRange> of(@Nullable String header, long length) {
        Matcher parts = ONE.matcher(header == null ? "" : header.strip());
        if (!parts.matches() || parts.group(1).isEmpty() && parts.group(2).isEmpty()) {
            return Optional.of(new ByteRange(0, length - 1));
        }
        if (parts.group(1).isEmpty()) {
            long last = Long.parseLong(parts.group(2));
            return last == 0 || length == 0 ? Optional.empty() : Optional.of(new ByteRange(Math.max(0, length - last), length - 1));
        }
        long from = Long.parseLong(parts.group(1));
        long to = parts.group(2).isEmpty() ? length - 1 : Math.min(Long.parseLong(parts.group(2)), length - 1);
        if (!parts.group(2).isEmpty() && Long.parseLong(parts.group(2)) < from) {
            return Optional.of(new ByteRange(0, length - 1));
        }
        return from >= length ? Optional.empty() : Optional.of(new ByteRange(from, to));
    }

    boolean isAll(long length) {
        return from == 0 && to == length - 1;
    }
}
