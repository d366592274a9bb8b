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
    Statistics statistics(DataSource dataSource, Changes changes, Codebooks codebooks, Places places) {
        return Statistics.of(dataSource, changes, moment -> codebooks.inForce(moment)
                .orElseThrow(() -> new IllegalStateException("No codebook is in force yet: adopt one with 'stele codebook adopt'")).record().codebook(),
                places::gazetteer);
    }
}
