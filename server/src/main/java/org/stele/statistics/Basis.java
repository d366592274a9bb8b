package org.stele.statistics;

import org.stele.codebook.CountingRules;
import org.stele.codebook.CountingRules.DateBasis;
import org.stele.codebook.CountingRules.PlaceBasis;
import org.stele.statistics.Dimension.Axis;

/**
 * The date and the place that a programme declares to count by (R2, R3), as dimensions: whatever is published by month or by place
 * asks by these, so that nobody decides it a second time in code.
 */
public record Basis(DateBasis date, PlaceBasis place) {

    public static Basis of(CountingRules rules) {
        return new Basis(rules.dateBasis(), rules.placeBasis());
    }

    /** The months by which periods count. */
    public Dimension month() {
        return Dimension.of(date == DateBasis.DOCUMENTATION ? Axis.MONTH : Axis.DEATH_MONTH);
    }

    /** The years by which periods count. */
    public Dimension year() {
        return Dimension.of(date == DateBasis.DOCUMENTATION ? Axis.YEAR : Axis.DEATH_YEAR);
    }

    /** The places of the widest level by which figures are given. */
    public Dimension places() {
        return Dimension.of(place == PlaceBasis.DEATH ? Axis.DEATH_PLACE : Axis.ORIGIN);
    }
}
