package org.stele.reports;

import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stele.history.Changes;
import org.stele.places.Boundaries;
import org.stele.places.Places;
import org.stele.register.Codebooks;
import org.stele.register.Demonstrations;
import org.stele.register.Incidents;
import org.stele.register.Victims;
import org.stele.review.Disclosure;
import org.stele.sealing.LogStates;
import org.stele.statistics.Statistics;

@Configuration(proxyBeanMethods = false)
class ReportsConfiguration {

    @Bean
    Editions editions(DataSource dataSource, Changes changes) {
        return new Editions(dataSource, changes);
    }

    @Bean
    Gathering gathering(Statistics statistics, Victims victims, Incidents incidents, Places places, Boundaries boundaries,
            Demonstrations demonstrations, Disclosure disclosure) {
        return new Gathering(statistics, victims, incidents, places, boundaries, demonstrations, disclosure);
    }

    @Bean
    EditionEffects editionEffects(Editions editions, Changes changes, Codebooks codebooks, Statistics statistics, Victims victims) {
        return new EditionEffects(editions, changes, codebooks, statistics, victims);
    }

    @Bean
    EditionCheck editionCheck(Editions editions, Changes changes, Codebooks codebooks, Statistics statistics, LogStates log) {
        return new EditionCheck(editions, changes, codebooks, statistics, log);
    }

    @Bean
    Reports reports(Changes changes, Codebooks codebooks, Statistics statistics, Gathering gathering, Editions editions, LogStates log) {
        return new Reports(changes, codebooks, statistics, gathering, editions, log);
    }
}
