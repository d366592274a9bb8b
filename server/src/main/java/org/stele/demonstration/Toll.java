package org.stele.demonstration;

/** Killed, and of these children and women; all others are men. */
record Toll(int killed, int children, int women) {

    static final Toll NONE = new Toll(0, 0, 0);

    Toll {
        if (children < 0 || women < 0 || children + women > killed) {
            throw new IllegalArgumentException("%d killed cannot hold %d children and %d women".formatted(killed, children, women));
        }
    }

    /** A cell of the sums: {@code killed/children/women}, or the killed alone, or nothing. */
    static Toll of(String cell) {
        if (cell.isEmpty()) {
            return NONE;
        }
        String[] parts = cell.split("/");
        return new Toll(Integer.parseInt(parts[0]), parts.length > 1 ? Integer.parseInt(parts[1]) : 0, parts.length > 2 ? Integer.parseInt(parts[2]) : 0);
    }

    int men() {
        return killed - children - women;
    }
}
