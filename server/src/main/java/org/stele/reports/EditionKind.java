package org.stele.reports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.stele.history.Json;
import org.stele.history.Kind;
import org.stele.sealing.LogState;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** How editions are kept. */
final class EditionKind implements Kind<Edition> {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public String table() {
        return "edition";
    }

    @Override
    public List<String> columns() {
        return List.of("report", "period_from", "period_to", "state", "drafted_by", "checked_by", "released_by", "codebook", "as_of", "log_size", "log_root",
                "program", "named", "cases", "figures", "texts", "files");
    }

    @Override
    public List<?> values(Edition edition) {
        Edition.State state = edition.state();
        String checked = switch (state) {
            case Edition.State.Draft _ -> null;
            case Edition.State.Checked known -> known.checkedBy();
            case Edition.State.Released known -> known.checkedBy();
        };
        return Arrays.asList(edition.report(), edition.month().atDay(1), edition.month().atEndOfMonth(), state.name(), state.draftedBy(), checked,
                state instanceof Edition.State.Released released ? released.releasedBy() : null, edition.codebook(), edition.asOf(),
                edition.log().size(), edition.log().root(), edition.program(), edition.named(), new Json(JSON.writeValueAsString(edition.cases())),
                new Json(JSON.writeValueAsString(edition.figures())), new Json(JSON.writeValueAsString(edition.texts())),
                new Json(JSON.writeValueAsString(edition.files())));
    }

    @Override
    public Edition read(ResultSet row) throws SQLException {
        return new Edition(row.getString("report"), YearMonth.from(row.getObject("period_from", java.time.LocalDate.class)), state(row),
                row.getString("codebook"), row.getObject("as_of", OffsetDateTime.class).toInstant(),
                new LogState(row.getLong("log_size"), row.getString("log_root")), row.getString("program"), row.getBoolean("named"),
                JSON.readValue(row.getString("cases"), new TypeReference<List<Edition.ToldCase>>() { }),
                JSON.readValue(row.getString("figures"), new TypeReference<List<Edition.FrozenFigure>>() { }),
                JSON.readValue(row.getString("texts"), new TypeReference<Map<String, String>>() { }),
                JSON.readValue(row.getString("files"), new TypeReference<List<Edition.File>>() { }));
    }

    private static Edition.State state(ResultSet row) throws SQLException {
        String drafted = row.getString("drafted_by");
        return switch (row.getString("state")) {
            case "draft" -> new Edition.State.Draft(drafted);
            case "checked" -> new Edition.State.Checked(drafted, row.getString("checked_by"));
            default -> new Edition.State.Released(drafted, row.getString("checked_by"), row.getString("released_by"));
        };
    }
}
