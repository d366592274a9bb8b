package org.stele.review;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.stele.history.Json;
import org.stele.history.Kind;
import org.stele.register.Incident;
import org.stele.register.Standing;
import org.stele.register.Victim;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** How findings under way are kept: as JSON, for they are few, and the register's columns are the place where they count. */
final class FindingRows<R> implements Kind<Finding<R>> {

    static final FindingRows<Victim> VICTIMS = new FindingRows<>("victim", Victim.class);
    static final FindingRows<Incident> INCIDENTS = new FindingRows<>("incident", Incident.class);

    private static final JsonMapper JSON = JsonMapper.builder().addMixIn(Standing.class, NamedStanding.class).build();

    private final String subject;
    private final Class<R> type;

    private FindingRows(String subject, Class<R> type) {
        this.subject = subject;
        this.type = type;
    }

    /** Names of the standings in JSON. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
    @JsonSubTypes({@JsonSubTypes.Type(value = Standing.Received.class, name = "received"),
            @JsonSubTypes.Type(value = Standing.Documented.class, name = "documented"),
            @JsonSubTypes.Type(value = Standing.Excluded.class, name = "excluded")})
    private interface NamedStanding {
    }

    String subject() {
        return subject;
    }

    @Override
    public String table() {
        return "finding";
    }

    @Override
    public List<String> columns() {
        return List.of("case_id", "subject", "record", "content", "grounds", "told", "dropped");
    }

    @Override
    public List<?> values(Finding<R> each) {
        return Arrays.asList(each.caseId(), subject, each.record(), new Json(JSON.writeValueAsString(each.content())),
                new Json(JSON.writeValueAsString(each.grounds())), new Json(JSON.writeValueAsString(each.told())), each.dropped());
    }

    @Override
    public Finding<R> read(ResultSet row) throws SQLException {
        return new Finding<>(row.getLong("case_id"), row.getObject("record", Long.class), JSON.readValue(row.getString("content"), type),
                JSON.readValue(row.getString("grounds"), new TypeReference<Map<String, String>>() { }),
                JSON.readValue(row.getString("told"), new TypeReference<List<Told>>() { }), row.getBoolean("dropped"));
    }
}
