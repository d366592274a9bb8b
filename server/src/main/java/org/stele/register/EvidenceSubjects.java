package org.stele.register;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.stele.evidence.Reference;
import org.stele.evidence.Subjects;
import org.stele.language.Language;
import org.stele.language.Text;

/** Tells the evidence what the register knows of the records that items are attached to. */
@Component
final class EvidenceSubjects implements Subjects {

    private final Victims victims;
    private final Incidents incidents;
    private final Codebooks codebooks;
    private final JdbcClient sql;

    EvidenceSubjects(Victims victims, Incidents incidents, Codebooks codebooks, DataSource source) {
        this.victims = victims;
        this.incidents = incidents;
        this.codebooks = codebooks;
        this.sql = JdbcClient.create(source);
    }

    @Override
    public Optional<String> label(Reference reference, Language language) {
        return switch (reference.subject()) {
            case VICTIM -> victims.current(reference.id()).map(version -> {
                String name = version.record().name().in(language);
                return name == null ? reference.toString() : name;
            });
            case INCIDENT -> incidents.current(reference.id()).map(version -> {
                PlaceRef place = version.record().place();
                String words = place.in(language);
                return words != null ? words : place.code() != null ? place.code() : reference.toString();
            });
            case STATEMENT -> statement(reference.id());
        };
    }

    @Override
    public Optional<String> address(Reference reference) {
        return switch (reference.subject()) {
            case VICTIM -> Optional.of("/desk/victims/" + reference.id());
            case INCIDENT -> Optional.of("/desk/incidents/" + reference.id());
            case STATEMENT -> Optional.empty();
        };
    }

    @Override
    public Map<String, Text> sourceKinds() {
        Map<String, Text> kinds = new LinkedHashMap<>();
        codebooks.inForce().ifPresent(version -> version.record().codebook().sourceKinds().forEach(kind -> kinds.put(kind.code(), kind.name())));
        return kinds;
    }

    private Optional<String> statement(long id) {
        return sql.sql("select locator from statement where id = :id").param("id", id).query(String.class).optional();
    }
}
