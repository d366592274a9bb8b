package org.stele.review;

import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stele.evidence.Items;
import org.stele.history.Changes;
import org.stele.history.Versions;
import org.stele.messages.Consents;
import org.stele.messages.Messages;
import org.stele.register.Codebooks;
import org.stele.register.Incidents;
import org.stele.register.Sources;
import org.stele.register.Statements;
import org.stele.register.Victims;

@Configuration(proxyBeanMethods = false)
class ReviewConfiguration {

    @Bean
    Documenting documenting(DataSource source, Versions versions, ObjectProvider<Messages> messages, Consents consents, Victims victims, Incidents incidents,
            Sources sources, Statements statements, Items items) {
        return new Documenting(source, versions, messages, consents, new Recording(victims, incidents, sources, statements, items));
    }

    @Bean
    Cases cases(DataSource source, Changes changes, Versions versions, Codebooks codebooks, Documenting documenting) {
        return new Cases(source, changes, versions, codebooks, documenting);
    }

    @Bean
    Findings findings(DataSource source, Changes changes, Versions versions, Victims victims) {
        return new Findings(source, changes, versions, victims);
    }

    @Bean
    Merging merging(DataSource source, Changes changes, Versions versions, Victims victims, Codebooks codebooks) {
        return new Merging(source, changes, versions, victims, codebooks);
    }
}
