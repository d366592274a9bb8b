package org.stele.demonstration;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** One cell of the year's sums: month of documentation and party, with the sub-category where the party is "other". */
record Cell(YearMonth month, String party, @Nullable String category) {

    static final String OTHER = "other";

    /** What likelihoods are looked up by: the sub-category, else the party. */
    String kind() {
        return category == null ? party : category;
    }

    String custodyKind() {
        return "torture " + party;
    }
}
