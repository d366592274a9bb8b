package org.stele.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stele.history.Json;
import org.stele.history.Kind;

/** How victims are kept. */
final class VictimKind implements Kind<Victim> {

    private static final List<String> COLUMNS = List.of(
            "standing", "standing_on", "exclusion", "name_latin", "name_arabic", "sex", "age_min", "age_max", "status", "status_reason",
            "groups", "work", "died_from", "died_to", "died_precision", "death_place", "death_place_words", "death_place_words_ar",
            "origin", "origin_words", "origin_words_ar", "method", "weapon", "incident", "responsibility", "parties", "other_category", "grounds", "attributed_on", "custody", "notable");

    @Override
    public String table() {
        return "victim";
    }

    @Override
    public List<String> columns() {
        return COLUMNS;
    }

    @Override
    public List<?> values(Victim victim) {
        Attribution attribution = victim.attribution();
        return Arrays.asList(
                standing(victim.standing()), standingOn(victim.standing()),
                victim.standing() instanceof Standing.Excluded excluded ? excluded.reason() : null,
                victim.name().latin(), victim.name().arabic(), Columns.lower(victim.sex()), victim.age().min(), victim.age().max(),
                Columns.lower(victim.status()), victim.statusReason(), victim.groups(), victim.work(),
                victim.death().from(), victim.death().to(), Columns.lower(victim.death().precision()),
                victim.deathPlace().code(), victim.deathPlace().words(), victim.deathPlace().arabic(),
                victim.origin().code(), victim.origin().words(), victim.origin().arabic(),
                victim.method(), victim.weapon(), victim.incident(),
                Columns.lower(attribution.state()), attribution.parties(), attribution.category(), attribution.grounds(), attribution.since(),
                victim.custody() == null ? null : new Json(CustodyJson.write(victim.custody())), victim.notable());
    }

    @Override
    public Victim read(ResultSet row) throws SQLException {
        String custody = row.getString("custody");
        return new Victim(
                standing(row),
                new PersonName(row.getString("name_latin"), row.getString("name_arabic")),
                Columns.upper(Sex.class, row.getString("sex")),
                new AgeRange(Columns.integer(row, "age_min"), Columns.integer(row, "age_max")),
                Columns.upper(CivilianStatus.class, row.getString("status")), row.getString("status_reason"),
                Columns.texts(row, "groups"), row.getString("work"),
                Columns.dates(row, "died"),
                new PlaceRef(row.getString("death_place"), row.getString("death_place_words"), row.getString("death_place_words_ar")),
                new PlaceRef(row.getString("origin"), row.getString("origin_words"), row.getString("origin_words_ar")),
                row.getString("method"), row.getString("weapon"), Columns.number(row, "incident"),
                Columns.attribution(row), custody == null ? null : CustodyJson.read(custody), row.getBoolean("notable"));
    }

    private static String standing(Standing standing) {
        return switch (standing) {
            case Standing.Received _ -> "received";
            case Standing.Documented _ -> "documented";
            case Standing.Excluded _ -> "excluded";
        };
    }

    private static @Nullable LocalDate standingOn(Standing standing) {
        return switch (standing) {
            case Standing.Received _ -> null;
            case Standing.Documented documented -> documented.on();
            case Standing.Excluded excluded -> excluded.on();
        };
    }

    private static Standing standing(ResultSet row) throws SQLException {
        LocalDate on = Columns.date(row, "standing_on");
        return switch (row.getString("standing")) {
            case "received" -> new Standing.Received();
            case "documented" -> new Standing.Documented(on);
            default -> new Standing.Excluded(row.getString("exclusion"), on);
        };
    }
}
