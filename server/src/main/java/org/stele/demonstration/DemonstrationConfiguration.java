package org.stele.demonstration;

import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stele.evidence.Items;
import org.stele.evidence.Receiving;
import org.stele.register.Codebooks;
import org.stele.register.Demonstrations;
import org.stele.register.Incidents;
import org.stele.register.Sources;
import org.stele.register.Statements;
import org.stele.register.Victims;

@Configuration(proxyBeanMethods = false)
class DemonstrationConfiguration {

    @Bean
    Demonstration demonstration(DataSource dataSource, Codebooks codebooks, Sources sources, Incidents incidents, Victims victims,
                                Statements statements, Demonstrations demonstrations) {
        return new Demonstration(dataSource, new Demonstration.Rooms(codebooks, sources, incidents, victims, statements, demonstrations));
    }

    @Bean
    SampleEvidence sampleEvidence(DataSource dataSource, Items items, ObjectProvider<Receiving> receiving) {
        return new SampleEvidence(dataSource, items, receiving);
    }
}
