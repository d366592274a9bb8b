package org.stele.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.stele.history.Kind;

/** How incidents are kept. */
final class IncidentKind implements Kind<Incident> {

    private static final List<String> COLUMNS = List.of(
            "documented_on", "occurred_from", "occurred_to", "occurred_precision", "place", "place_words", "place_words_ar", "spot_en", "spot_ar", "method",
            "weapon", "responsibility", "parties", "other_category", "grounds", "attributed_on", "unrecorded_min", "unrecorded_max",
            "injured_min", "injured_max", "controlled_by", "account_en", "account_ar", "notable");

    @Override
    public String table() {
        return "incident";
    }

    @Override
    public List<String> columns() {
        return COLUMNS;
    }

    @Override
    public List<?> values(Incident incident) {
        Attribution attribution = incident.attribution();
        return Arrays.asList(
                incident.documentedOn(), incident.occurred().from(), incident.occurred().to(), Columns.lower(incident.occurred().precision()),
                incident.place().code(), incident.place().words(), incident.place().arabic(), incident.spot().en(), incident.spot().ar(), incident.method(), incident.weapon(),
                Columns.lower(attribution.state()), attribution.parties(), attribution.category(), attribution.grounds(), attribution.since(),
                incident.unrecorded().min(), incident.unrecorded().max(), incident.injured().min(), incident.injured().max(),
                incident.controlledBy(), incident.account().en(), incident.account().ar(), incident.notable());
    }

    @Override
    public Incident read(ResultSet row) throws SQLException {
        return new Incident(
                Columns.date(row, "documented_on"), Columns.dates(row, "occurred"),
                new PlaceRef(row.getString("place"), row.getString("place_words"), row.getString("place_words_ar")),
                new Words(row.getString("spot_en"), row.getString("spot_ar")), row.getString("method"), row.getString("weapon"),
                Columns.attribution(row),
                new CountRange(row.getInt("unrecorded_min"), Columns.integer(row, "unrecorded_max")),
                new CountRange(row.getInt("injured_min"), Columns.integer(row, "injured_max")),
                row.getString("controlled_by"), new Words(row.getString("account_en"), row.getString("account_ar")), row.getBoolean("notable"));
    }
}
