package org.stele.inspection;

/** The eight ways a picture can lie: turned by quarters, mirrored or both. Also what the eight values of EXIF's orientation mean. */
public enum Turn {
    UPRIGHT(false, false, false),
    MIRRORED(false, true, false),
    HALF(false, true, true),
    UPSIDE_DOWN_MIRRORED(false, false, true),
    TRANSPOSED(true, false, false),
    QUARTER_RIGHT(true, true, false),
    TRANSVERSED(true, true, true),
    QUARTER_LEFT(true, false, true);

    /** Rows become columns, before any mirroring. */
    final boolean transposes;
    /** Left and right change places. */
    final boolean mirrorsColumns;
    /** Top and bottom change places. */
    final boolean mirrorsRows;

    Turn(boolean transposes, boolean mirrorsColumns, boolean mirrorsRows) {
        this.transposes = transposes;
        this.mirrorsColumns = mirrorsColumns;
        this.mirrorsRows = mirrorsRows;
    }

    /** What must be done to stored pixels to show the picture as it was meant: EXIF's orientation, 1 to 8. Any other value means upright. */
    static Turn ofOrientation(int orientation) {
        return orientation >= 1 && orientation <= 8 ? values()[orientation - 1] : UPRIGHT;
    }

    /** Both, this one first, as one. */
    Turn then(Turn next) {
        // Transposing carries a mirroring of columns over into one of rows.
        boolean columns = next.transposes ? mirrorsRows : mirrorsColumns;
        boolean rows = next.transposes ? mirrorsColumns : mirrorsRows;
        for (Turn each : values()) {
            if (each.transposes == (transposes != next.transposes) && each.mirrorsColumns == (columns != next.mirrorsColumns)
                    && each.mirrorsRows == (rows != next.mirrorsRows)) {
                return each;
            }
        }
        throw new AssertionError();
    }
}
