package org.stele.linkage;

import java.util.List;

/**
 * Which pairs are looked at: those that agree on all columns of the rule, none of them missing. A column of several values (see
 * {@link Records#SEPARATOR}) agrees if any value does.
 *
 * @param columns what must agree
 * @param further columns that divide a block of more than {@code most} records, one after the other, until its parts are small enough
 * @param most    largest block that is taken as it is
 */
public record BlockingRule(List<String> columns, List<String> further, int most) {

    public BlockingRule {
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("A blocking rule needs at least one column");
        }
        columns = List.copyOf(columns);
        further = List.copyOf(further);
    }

    public static BlockingRule on(String... columns) {
        return new BlockingRule(List.of(columns), List.of(), Integer.MAX_VALUE);
    }

    /** The same rule, with blocks of more than {@code most} records divided by these columns. */
    public BlockingRule dividing(int most, String... by) {
        return new BlockingRule(columns, List.of(by), most);
    }

    @Override
    public String toString() {
        return String.join(" + ", columns);
    }

}
