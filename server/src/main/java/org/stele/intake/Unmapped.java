package org.stele.intake;

/** A cell that the mapping gives no meaning, or that contradicts itself. Without a stack trace: there may be one for every row. */
final class Unmapped extends RuntimeException {

    final Reason reason;

    Unmapped(String column, String value, String what, String remedy) {
        super(what, null, false, false);
        this.reason = new Reason(column, value, what, remedy);
    }

    static Unmapped value(String column, String value) {
        return new Unmapped(column, value, "the mapping gives this value no meaning",
                "add '" + (value.isEmpty() ? "\"\"" : value) + "' to the values of this column in the mapping");
    }
}
