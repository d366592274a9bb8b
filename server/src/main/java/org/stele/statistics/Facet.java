package org.stele.statistics;

import java.util.List;

/** One dimension by which a list can be narrowed down. */
public record Facet(String name, List<Choice> choices) {

    /**
     * @param number  how many the list would have
     * @param address of the list with this value, or without it where it is chosen
     */
    public record Choice(String label, long number, String address, boolean chosen) {
    }
}
