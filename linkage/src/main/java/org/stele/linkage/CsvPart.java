package org.stele.linkage;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Some rows of a file, encoded by themselves; {@link #addTo} joins them with the rows before. */
final class CsvPart {

    private final List<String> ids = new ArrayList<>();
    private final Values[] values;

    private CsvPart(int columns) {
        values = new Values[columns];
        for (int i = 0; i < columns; i++) {
            values[i] = new Values();
        }
    }

    /** @param wanted positions of the identifier and the columns, and one number more that is ignored */
    static CsvPart read(byte[] bytes, int from, int to, int[] wanted) {
        int columns = wanted.length - 2;
        CsvPart part = new CsvPart(columns);
        int fields = Arrays.stream(wanted, 0, columns + 1).max().orElseThrow() + 1;
        int[] starts = new int[fields];
        int[] ends = new int[fields];
        int at = from;
        while (at < to) {
            int count = 0;
            boolean more = true;
            int line = at;
            while (more) {
                int start = at;
                while (at < to && bytes[at] == ' ') {
                    at++;
                }
                if (at < to && bytes[at] == '"') {
                    at = behindQuotation(bytes, at, to);
                }
                while (at < to && bytes[at] != ',' && bytes[at] != '\n') {
                    at++;
                }
                if (count < fields) {
                    starts[count] = start;
                    ends[count] = at;
                }
                count++;
                more = at < to && bytes[at] == ',';
                at++;
            }
            if (count == 1 && blank(bytes, starts[0], ends[0])) {
                continue;
            }
            if (count < fields) {
                throw new IllegalArgumentException("the row '%s' has %d values, and at least %d are needed".formatted(text(bytes, line, Math.min(to, at)), count, fields));
            }
            part.ids.add(text(bytes, starts[wanted[0]], ends[wanted[0]]));
            for (int c = 0; c < columns; c++) {
                part.values[c].add(bytes, starts[wanted[c + 1]], ends[wanted[c + 1]]);
            }
        }
        return part;
    }

    /** Position behind the quotation that begins here; a doubled sign within it stands for one.
     *  @throws IllegalArgumentException if it never ends */
    static int behindQuotation(byte[] bytes, int start, int to) {
        for (int at = start + 1; at < to; at++) {
            if (bytes[at] == '"') {
                if (at + 1 == to || bytes[at + 1] != '"') {
                    return at + 1;
                }
                at++;
            }
        }
        throw new IllegalArgumentException("a quotation begins and never ends: '%s'"
                .formatted(new String(bytes, start, Math.min(40, to - start), StandardCharsets.UTF_8)));
    }

    private static boolean blank(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] > ' ' || bytes[i] < 0) {
                return false;
            }
        }
        return true;
    }

    private static String text(byte[] bytes, int from, int to) {
        String text = new String(bytes, from, to - from, StandardCharsets.UTF_8).strip();
        boolean quoted = text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
        return quoted ? text.substring(1, text.length() - 1).replace("\"\"", "\"").strip() : text;
    }

    int rows() {
        return ids.size();
    }

    void addTo(List<String> allIds, List<ColumnBuilder> builders) {
        allIds.addAll(ids);
        for (int c = 0; c < values.length; c++) {
            values[c].addTo(builders.get(c));
        }
    }

    /** One column: values are found by their bytes, so a text is made only once for each. */
    private static final class Values {

        private final List<String> texts = new ArrayList<>();
        private final IntList codes = new IntList();
        private int[] slots = new int[256];
        private int[] offsets = new int[128];
        private int[] lengths = new int[128];
        private int size;

        private void add(byte[] bytes, int from, int to) {
            int start = from;
            int end = to;
            while (start < end && bytes[start] <= ' ' && bytes[start] >= 0) {
                start++;
            }
            while (end > start && bytes[end - 1] <= ' ' && bytes[end - 1] >= 0) {
                end--;
            }
            codes.add(start == end ? Column.MISSING : code(bytes, start, end));
        }

        private int code(byte[] bytes, int from, int to) {
            int slot = hash(bytes, from, to) & slots.length - 1;
            while (slots[slot] != 0) {
                int code = slots[slot] - 1;
                if (lengths[code] == to - from && Arrays.equals(bytes, offsets[code], offsets[code] + lengths[code], bytes, from, to)) {
                    return code;
                }
                slot = slot + 1 & slots.length - 1;
            }
            if (size == offsets.length) {
                grow(bytes);
                return code(bytes, from, to);
            }
            offsets[size] = from;
            lengths[size] = to - from;
            slots[slot] = ++size;
            texts.add(text(bytes, from, to));
            return size - 1;
        }

        private void grow(byte[] bytes) {
            offsets = Arrays.copyOf(offsets, size * 2);
            lengths = Arrays.copyOf(lengths, size * 2);
            slots = new int[size * 4];
            for (int code = 0; code < size; code++) {
                int slot = hash(bytes, offsets[code], offsets[code] + lengths[code]) & slots.length - 1;
                while (slots[slot] != 0) {
                    slot = slot + 1 & slots.length - 1;
                }
                slots[slot] = code + 1;
            }
        }

        private static int hash(byte[] bytes, int from, int to) {
            int hash = 0;
            for (int i = from; i < to; i++) {
                hash = hash * 31 + bytes[i];
            }
            return hash * 0x9E3779B9 >>> 8;
        }

        private void addTo(ColumnBuilder builder) {
            int[] global = texts.stream().mapToInt(builder::code).toArray();
            for (int i = 0; i < codes.size(); i++) {
                int code = codes.get(i);
                builder.addCode(code == Column.MISSING ? Column.MISSING : global[code]);
            }
        }
    }
}
