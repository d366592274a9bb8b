package org.stele.intake;

/**
 * Cells of a list as they stand in a file that a person will open with a spreadsheet program. Such a program takes a cell for a formula
 * by its first character, and a formula written into a name by whoever made the list would be run. An apostrophe before it keeps it
 * text, and is taken away again when the file is imported.
 */
final class SafeCells {

    /** The last four are what East Asian keyboards write for the first. */
    private static final String FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private SafeCells() {
    }

    static String safe(String cell) {
        return dangerous(cell) ? "'" + cell : cell;
    }

    /** What {@link #safe} was given. */
    static String original(String cell) {
        return cell.startsWith("'") && dangerous(cell.substring(1)) ? cell.substring(1) : cell;
    }

    /** Also a cell that looks as if it had been made safe before: it would lose its own apostrophe. */
    private static boolean dangerous(String cell) {
        int first = 0;
        while (first < cell.length() && cell.charAt(first) == '\'') {
            first++;
        }
        return first < cell.length() && FORMULA.indexOf(cell.charAt(first)) >= 0;
    }
}
