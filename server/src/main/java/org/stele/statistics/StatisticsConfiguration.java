package org.stele.statistics;

import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stele.history.Changes;
import org.stele.places.Places;
import org.stele.register.Codebooks;

@Configuration(proxyBeanMethods = false)
class StatisticsConfiguration {

    @Bean
    Statistics statistics(DataSource source, Changes changes, Codebooks codebooks, Places places) {
        return Statistics.of(source, changes, moment -> codebooks.inForce(moment)
                .orElseThrow(() -> new IllegalArgumentException("The register has no codebook yet, so nothing can be counted")).record().codebook(), places::gazetteer);
    }
}
