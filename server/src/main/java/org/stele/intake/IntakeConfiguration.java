package org.stele.intake;

import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stele.history.Changes;
import org.stele.places.Places;
import org.stele.register.Codebooks;
import org.stele.register.Incidents;
import org.stele.register.Sources;
import org.stele.register.Statements;
import org.stele.register.Victims;

@Configuration(proxyBeanMethods = false)
class IntakeConfiguration {

    @Bean
    Imports imports(DataSource dataSource, Changes changes, Victims victims, Incidents incidents, Statements statements, Sources sources,
            Codebooks codebooks, Places places) {
        return new Imports(dataSource, new BatchWriter.Register(changes, victims, incidents, statements, new ImportRuns(dataSource)), sources,
                () -> codebooks.inForce().orElseThrow(NoCodebook::new).record().codebook(), places::gazetteer);
    }
}
