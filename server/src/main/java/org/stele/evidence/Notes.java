package org.stele.evidence;

import java.util.List;
import org.stele.inspection.Claim;
import org.stele.inspection.Finding;
import org.stele.inspection.Inspection;
import org.stele.inspection.Member;
import tools.jackson.databind.json.JsonMapper;

/** What a look found that says something of the file's contents: kept as one text, sealed with the key of the item's compartment. */
record Notes(List<Claim> claims, List<Finding> findings, List<Member> members) {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    static final Notes NONE = new Notes(List.of(), List.of(), List.of());

    static Notes of(Inspection found) {
        return new Notes(found.claims(), found.findings(), found.members());
    }

    String text() {
        return MAPPER.writeValueAsString(this);
    }

    static Notes read(String text) {
        return MAPPER.readValue(text, Notes.class);
    }
}
