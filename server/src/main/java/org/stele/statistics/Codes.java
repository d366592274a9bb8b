package org.stele.statistics;

/**
 * The codes of one field for the rows of one chunk. The loops are plain so that the compiler makes them fast; there are two
 * kinds because most fields fit two bytes, and a million victims should fit a small machine.
 */
sealed interface Codes {

    int get(int row);

    void set(int row, int code);

    /** Keeps of the chosen rows those whose code is accepted; returns how many are left. */
    int keep(boolean[] accepted, int[] rows, int count);

    /** Adds to each chosen row's cell what the table has for its code. */
    void add(int[] table, int[] rows, int count, int[] cells);

    /** Takes from each chosen row's marks those that the table does not have for its code. */
    void restrict(int[] table, int[] rows, int count, int[] marks);

    static Codes of(Field field) {
        return field.wide() ? new Wide(new int[VersionChunk.ROWS]) : new Narrow(new char[VersionChunk.ROWS]);
    }

    /** Codes of two bytes. */
    record Narrow(char[] codes) implements Codes {
        @Override
        public int get(int row) {
            return codes[row];
        }

        @Override
        public void set(int row, int code) {
            codes[row] = (char) code;
        }

        @Override
        public int keep(boolean[] accepted, int[] rows, int count) {
            int kept = 0;
            for (int i = 0; i < count; i++) {
                int row = rows[i];
                rows[kept] = row;
                kept += accepted[codes[row]] ? 1 : 0;
            }
            return kept;
        }

        @Override
        public void add(int[] table, int[] rows, int count, int[] cells) {
            for (int i = 0; i < count; i++) {
                cells[i] += table[codes[rows[i]]];
            }
        }

        @Override
        public void restrict(int[] table, int[] rows, int count, int[] marks) {
            for (int i = 0; i < count; i++) {
                marks[i] &= table[codes[rows[i]]];
            }
        }
    }

    /** Codes of four bytes. */
    record Wide(int[] codes) implements Codes {
        @Override
        public int get(int row) {
            return codes[row];
        }

        @Override
        public void set(int row, int code) {
            codes[row] = code;
        }

        @Override
        public int keep(boolean[] accepted, int[] rows, int count) {
            int kept = 0;
            for (int i = 0; i < count; i++) {
                int row = rows[i];
                rows[kept] = row;
                kept += accepted[codes[row]] ? 1 : 0;
            }
            return kept;
        }

        @Override
        public void add(int[] table, int[] rows, int count, int[] cells) {
            for (int i = 0; i < count; i++) {
                cells[i] += table[codes[rows[i]]];
            }
        }

        @Override
        public void restrict(int[] table, int[] rows, int count, int[] marks) {
            for (int i = 0; i < count; i++) {
                marks[i] &= table[codes[rows[i]]];
            }
        }
    }
}
