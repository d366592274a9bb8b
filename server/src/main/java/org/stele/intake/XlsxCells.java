package org.stele.intake;

/**
 * Watches the bytes of a sheet pass before it is read: a reader makes room for every column up to the one that a cell names, and holds
 * a cell and a row whole, so that a sheet of a few bytes can fill the memory. Bytes of zero are passed over, so that UTF-16 is seen
 * through too.
 */
final class XlsxCells {

    /** No sheet has a column of more letters. */
    private static final int MOST_LETTERS = 3;

    /** In bytes; a cell holds at most 32,767 characters. */
    static final int LONGEST_TEXT = 1 << 20;

    /** In bytes. */
    static final int LONGEST_ROW = 1 << 26;

    private static final String NOT_A_LIST = ", as no list does: save the sheet as CSV and import that";

    /** Where within a tag the byte stands: outside any, in its name, between attributes, after an attribute "r", in its value. */
    private enum Place { TEXT, NAME, BETWEEN, R, VALUE }

    private final String part;
    private Place place = Place.TEXT;
    private final StringBuilder name = new StringBuilder();
    private int before;
    private int letters;
    private long text;
    private long row;

    XlsxCells(String part) {
        this.part = part;
    }

    /** @throws FaultyFile for what would fill the memory */
    void take(byte[] bytes, int count) {
        for (int i = 0; i < count; i++) {
            if (bytes[i] != 0) {
                take(bytes[i]);
            }
        }
    }

    private void take(int b) {
        if (++text > LONGEST_TEXT) {
            throw new FaultyFile("the sheet in %s holds a cell of more than %,d bytes%s".formatted(part, LONGEST_TEXT, NOT_A_LIST));
        }
        if (++row > LONGEST_ROW) {
            throw new FaultyFile("the sheet in %s holds a row of more than %,d bytes%s".formatted(part, LONGEST_ROW, NOT_A_LIST));
        }
        if (b == '<') {
            place = Place.NAME;
            name.setLength(0);
            text = 0;
        } else if (b == '>') {
            endOfName();
            place = Place.TEXT;
            text = 0;
        } else {
            place = next(b);
        }
        before = b;
    }

    private Place next(int b) {
        return switch (place) {
            case TEXT -> Place.TEXT;
            case NAME -> {
                if (!space(b)) {
                    if (name.length() < 64) {
                        name.append((char) b);
                    }
                    yield Place.NAME;
                }
                endOfName();
                yield Place.BETWEEN;
            }
            case BETWEEN -> b == 'r' && space(before) ? Place.R : Place.BETWEEN;
            case R -> {
                letters = 0;
                yield space(b) || b == '=' ? Place.R : b == '"' || b == '\'' ? Place.VALUE : Place.BETWEEN;
            }
            case VALUE -> {
                if (b == '"' || b == '\'') {
                    yield Place.BETWEEN;
                }
                boolean digit = b >= '0' && b <= '9';
                if (!digit && ++letters > MOST_LETTERS) {
                    throw new FaultyFile("the sheet in %s holds a cell in a column that no sheet has%s".formatted(part, NOT_A_LIST));
                }
                yield Place.VALUE;
            }
        };
    }

    private void endOfName() {
        if (place == Place.NAME && (name.toString().equals("row") || name.toString().endsWith(":row"))) {
            row = 0;
        }
    }

    private static boolean space(int b) {
        return b == ' ' || b == '\t' || b == '\n' || b == '\r';
    }
}
